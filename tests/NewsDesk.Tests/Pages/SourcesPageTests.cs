using System.Net;
using NewsDesk.Archive;

namespace NewsDesk.Tests.Pages;

public sealed class SourcesPageTests
{
    private static string List(int count) => $"""
        <opml version="2.0" xmlns:newsdesk="https://newsdesk.example/ns/opml"><body>
        <outline text="Paused" xmlUrl="https://paused.example/feed" newsdesk:paused="true"/>
        {string.Concat(Enumerable.Range(0, count).Select(i => $"<outline text='Source {i:000} &lt;b&gt;' xmlUrl='https://s{i}.example/feed' htmlUrl='https://s{i}.example/'/>"))}
        </body></opml>
        """;

    [Fact]
    public async Task The_sources_are_listed_with_thanks_in_pages()
    {
        await using var desk = new Desk(("gather", "false")).With("sources.opml", List(200));

        var first = await desk.ReadAsync("/sources");
        var second = await desk.ReadAsync("/sources?part=2");
        Assert.Contains("/sources\">", Assert.Single(first.Split('\n'), line => line.Contains("rel=\"canonical\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("/sources?part=2\">", Assert.Single(second.Split('\n'), line => line.Contains("rel=\"canonical\"", StringComparison.Ordinal)), StringComparison.Ordinal);

        Assert.Contains("Thank you, <a href=\"https://s0.example/\"", first, StringComparison.Ordinal);
        Assert.Contains("Source 000 &lt;b&gt;", first, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        Assert.Contains("Source 199", second, StringComparison.Ordinal);
        Assert.Matches(@"paused\.example[^§]*?paused: we are not reading it", first);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/sources?part=3")).StatusCode);
    }

    [Fact]
    public async Task What_is_taken_out_of_the_list_is_no_longer_watched_and_a_broken_list_changes_nothing()
    {
        await using var desk = new Desk(("gather", "false")).With("sources.opml", List(3));
        await desk.ReadAsync("/sources");

        desk.With("sources.opml", List(2));
        await desk.ReadUntilAsync("/sources", page => !page.Contains("Source 002", StringComparison.Ordinal));
        desk.With("sources.opml", "<opml><body><outline").With("site.yml", "title: Another name");
        await desk.ReadUntilAsync("/sources", page => page.Contains("Another name", StringComparison.Ordinal));

        Assert.Contains("Source 001", await desk.ReadAsync("/sources"), StringComparison.Ordinal);
        Assert.Equal(4, (await desk.Part<Sources>().ListAsync(TestContext.Current.CancellationToken)).Count(source => source.Kind == "feed"));
    }
}
