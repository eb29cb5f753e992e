namespace NewsDesk.Tests.Pages;

public sealed class WirePageTests
{
    [Fact]
    public async Task With_one_source_one_still_chooses_among_its_languages()
    {
        await using var desk = new Desk(("gather", "false"))
            .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("inbox/british.html", Samples.Page("Moon let", "https://lantern.example/let").Replace("lang=\"en\"", "lang=\"en-GB\"", StringComparison.Ordinal))
            .With("inbox/mond.html", Samples.Page("Mond verkauft", "https://lantern.example/mond").Replace("lang=\"en\"", "lang=\"de\"", StringComparison.Ordinal));

        var all = await desk.ReadAsync("/wire");
        var english = await desk.ReadAsync("/wire?in=en");

        Assert.DoesNotContain("name=\"source\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"category\"", all, StringComparison.Ordinal);
        Assert.Contains("<option value=\"de\">German", all, StringComparison.Ordinal);
        Assert.Contains("<option value=\"en\" selected=\"selected\">English", english, StringComparison.Ordinal);
        Assert.Contains("Moon sold", english, StringComparison.Ordinal);
        Assert.Contains("Moon let", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Mond verkauft", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_choose_nothing_is_offered()
    {
        await using var desk = new Desk(("gather", "false")).With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"));

        Assert.DoesNotContain("class=\"sieve\"", await desk.ReadAsync("/wire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Categories_are_offered_as_soon_as_they_part_anything()
    {
        await using var desk = new Desk(("gather", "false")).With("sources.opml", """
            <opml version="2.0"><body>
            <outline text="One" xmlUrl="https://one.example/feed" category="Tech"/>
            <outline text="Two" xmlUrl="https://two.example/feed" category="Trade"/>
            </body></opml>
            """);

        var page = await desk.ReadAsync("/wire?category=Trade");

        Assert.Contains("<option>Tech</option>", page, StringComparison.Ordinal);
        Assert.Contains("<option selected=\"selected\">Trade</option>", page, StringComparison.Ordinal);
        Assert.Contains("All of the wire", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Languages_stand_in_the_order_of_their_names()
    {
        await using var desk = new Desk(("gather", "false"));
        foreach (var (tag, i) in new[] { ("en", 1), ("de", 2), ("ar", 3), ("es", 4) })
            desk.With($"inbox/{i}.html", Samples.Page($"Moon {i}", $"https://lantern.example/{i}").Replace("lang=\"en\"", $"lang=\"{tag}\"", StringComparison.Ordinal));

        foreach (var address in new[] { "/wire", "/search" })
            Assert.Matches(">Arabic<[^§]*>English<[^§]*>German<[^§]*>Spanish<", await desk.ReadAsync(address));
    }

    [Fact]
    public async Task What_came_without_a_title_is_not_said_twice()
    {
        await using var desk = new Desk(("gather", "false")).With("inbox/feed.xml", """
            <rss version="2.0"><channel><title>The Lantern</title><link>https://lantern.example/</link><description>x</description>
            <item><link>https://lantern.example/1</link><description>The moon was sold on Tuesday.</description></item>
            </channel></rss>
            """);

        var page = await desk.ReadAsync("/wire");

        Assert.Equal(2, page.Split("The moon was sold on Tuesday.").Length);
    }

    [Fact]
    public async Task A_day_without_an_hour_is_shown_as_a_day()
    {
        await using var desk = new Desk(("gather", "false"))
            .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon").Replace("2026-11-04T09:30:00Z", "2026-11-04", StringComparison.Ordinal))
            .With("inbox/let.html", Samples.Page("Moon let", "https://lantern.example/let").Replace("2026-11-04T09:30:00Z", "2026-11-03T09:30:00Z", StringComparison.Ordinal));

        var page = await desk.ReadAsync("/wire");

        Assert.Contains(">4 Nov</time>", page, StringComparison.Ordinal);
        Assert.Contains(">3 Nov, 09:30</time>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_word_is_one_word()
    {
        await using var desk = new Desk(("gather", "false")).With("inbox/feed.xml", """
            <rss version="2.0"><channel><title>The Lantern</title><link>https://lantern.example/</link><description>x</description>
            <item><title>Moon</title><guid isPermaLink="false">moon-1</guid><description>Sold.</description></item>
            </channel></rss>
            """);

        var page = await desk.ReadAsync("/article/1/moon");

        Assert.Contains(">1 word</dd>", page, StringComparison.Ordinal);
    }
}
