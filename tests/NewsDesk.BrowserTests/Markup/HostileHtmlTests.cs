using NewsDesk.Markup;

namespace NewsDesk.BrowserTests.Markup;

/// <summary>What the cleaner lets through, in the program it was written to hurt.</summary>
public sealed class HostileHtmlTests(Newsstand newsstand)
{
    private static readonly Uri Page = new("https://paper.example/news/article.html");

    [Theory]
    [InlineData("hostile.txt")]
    [InlineData("harmless.txt")]
    public async Task Once_cleaned_it_does_nothing_and_is_the_same_to_every_reader(string samples)
    {
        var page = await newsstand.OpenAsync();
        var judge = await Judge.OpenAsync(page);
        var done = new List<string>();
        // Of many hostile pieces the same is left. They are tried together, for as long as nothing happens.
        foreach (var pieces in Read(samples).Select(html => (Html: html, Clean: HtmlCleaner.Clean(html, Page))).DistinctBy(piece => piece.Clean, StringComparer.Ordinal).Chunk(10))
        {
            var together = await judge.TryAsync(string.Concat(pieces.Select(piece => piece.Clean)));
            if (together.Count == 0) continue;
            foreach (var (html, clean) in pieces) done.AddRange((await judge.TryAsync(clean)).Select(one => $"{one}, of {html}"));
            if (done.Count == 0) done.AddRange(together.Select(one => $"{one}, of these together: {string.Join('\n', pieces.Select(piece => piece.Html))}"));
        }

        Assert.Empty(done);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "called alert")]
    [InlineData("<img src=x onerror=nothing.here()>", "onerror")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "javascript")]
    [InlineData("<p id=getElementById>x</p>", "getElementById")]
    [InlineData("<link rel=stylesheet href='https://evil.example/a.css'>", "element link")]
    [InlineData("<p style='background:url(//evil.example/x)'>x</p>", "p[style]")]
    [InlineData("<iframe src='https://evil.example/'></iframe>", "a frame was made")]
    [InlineData("</div><p>out", "the page around it is changed")]
    [InlineData("<!-- swallows", "the page around it is changed", "<p>x</p><!-- ")]
    [InlineData("<p>a<div>b", "out of its place", "</div><aside>b</aside><div>")]
    public async Task The_judge_sees_what_html_does_that_was_not_cleaned(string what, string seen, string? html = null)
    {
        var page = await newsstand.OpenAsync();
        var judge = await Judge.OpenAsync(page);

        Assert.Contains(await judge.TryAsync(html ?? what), one => one.Contains(seen, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    /// <summary>The pieces that the fast tests of the cleaner try as well.</summary>
    private static IEnumerable<string> Read(string samples) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "NewsDesk.Tests", "Markup", samples)).Where(line => line.Length > 0 && line[0] != '#');
}
