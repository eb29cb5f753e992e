using System.Net;

namespace NewsDesk.Tests.Pages;

/// <summary>The site is there to be read.</summary>
public sealed class MethodsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/feed.xml")]
    [InlineData("/style.css")]
    [InlineData("/robots.txt")]
    [InlineData("/wire")]
    public async Task Headers_alone_can_be_asked_for(string address)
    {
        await using var desk = new Desk();

        using var answer = await desk.Reader.SendAsync(new(HttpMethod.Head, address), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("TRACE", "/nosuch")]
    [InlineData("TRACE", "/")]
    [InlineData("PUT", "/wire")]
    [InlineData("DELETE", "/2026/11/moon")]
    [InlineData("POST", "/feed.xml")]
    [InlineData("NONSENSE", "/style.css")]
    public async Task Whoever_tries_more_is_told_so(string method, string address)
    {
        await using var desk = new Desk();

        using var answer = await desk.Reader.SendAsync(new(new(method), address), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_tag_with_a_slash_has_its_page()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "tags: [24/7]"));

        Assert.Contains("We bought the moon", await desk.ReadAsync("/tag/24%2F7"), StringComparison.Ordinal);
    }
}
