using NewsDesk.Archive;
using NewsDesk.Commands;
using NewsDesk.Newsroom.Gathering;

namespace NewsDesk.Tests.Commands;

public sealed class GatherTableTests
{
    [Theory]
    [InlineData(3, 5, 3, 5)]
    [InlineData(0, 60, 0, 40)]
    [InlineData(60, 0, 40, 0)]
    [InlineData(5, 60, 5, 35)]
    [InlineData(60, 5, 35, 5)]
    [InlineData(60, 60, 20, 20)]
    public void Failures_and_news_share_the_rows_of_a_terminal(int failed, int news, int failedShown, int newsShown)
    {
        var shown = GatherTable.Shown([.. Enumerable.Repeat(Of("It is gone."), failed), .. Enumerable.Repeat(Of(null), news)]);

        Assert.Equal((failedShown, newsShown), (shown.Count(one => one.Visit.Error is not null), shown.Count(one => one.Visit.Error is null)));
    }

    private static Entered Of(string? error) => new(new Source { Kind = "feed", Title = "The Gazette", Url = "https://gazette.example/feed" }, new Visit { Error = error, Added = 1 });
}
