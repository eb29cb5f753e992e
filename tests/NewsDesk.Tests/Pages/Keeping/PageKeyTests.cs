using Microsoft.AspNetCore.Http;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Keeping;

public sealed class PageKeyTests
{
    private static readonly ShowsAttribute Shows = new("post") { By = ["at"], InBothLanguages = false };

    [Fact]
    public void A_question_mark_within_a_path_is_not_where_the_query_begins()
    {
        var (asked, named) = (Request("/tag/why", "?at=12.3"), Request("/tag/why?at=12.3", ""));

        Assert.NotEqual(PageKey.Of(asked, Shows)!.Name, PageKey.Of(named, Shows)!.Name);
        Assert.NotEqual(PageKey.Guess(asked), PageKey.Guess(named));
    }

    [Theory]
    [InlineData("/wire", "")]
    [InlineData("/tag/why", "?at=12.3")]
    [InlineData("/tag/why?", "")]
    public void Our_own_links_are_guessed(string path, string query) =>
        Assert.Equal(PageKey.Of(Request(path, query), Shows)!.Name, PageKey.Guess(Request(path, query)));

    [Fact]
    public void What_changes_nothing_is_no_part_of_the_name()
    {
        var key = PageKey.Of(Request("/wire", "?utm_source=x&at=&at=12.3"), Shows)!;

        Assert.Equal(PageKey.Of(Request("/wire", "?at=12.3"), Shows), key);
        Assert.Equal("?at=12.3", key.Query.Value);
    }

    private static HttpRequest Request(string path, string query)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (new(path), new(query));
        return request;
    }
}
