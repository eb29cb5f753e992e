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
}
