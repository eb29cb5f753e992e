using NewsDesk.Archive;

namespace NewsDesk.Tests.Pages.Keeping;

/// <summary>Every kind of change is seen on pages that were kept before.</summary>
public sealed class FreshPagesTests : IAsyncDisposable
{
    private const string Original = "https://lantern.example/moon";

    private readonly Desk _desk = new Desk()
        .With("site.yml", "title: The Old Name")
        .With("personas/luna.md", "---\nname: Luna\ntagline: She watches\n---\nShe watches.\n")
        .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon", "persona: luna", "tags: [moon]", "summary: A blasted bargain", $"originals: [\"{Original}\"]"))
        .With("posts/older.md", Samples.Post("We sold the sun", "date: 2026-11-04", "slug: sun", "tags: [moon]"));

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/2026/11/moon")]
    [InlineData("/2026/11/sun")]
    [InlineData("/2026/11")]
    [InlineData("/tag/moon")]
    [InlineData("/persona/luna")]
    [InlineData("/feed.xml")]
    [InlineData("/search?q=moon")]
    public async Task An_edited_post(string address)
    {
        await SeeAsync(address, "We bought the moon");

        _desk.With("posts/moon.md", Samples.Post("We rented the moon", "date: 2026-11-05", "slug: moon", "persona: luna", "tags: [moon]"));

        await _desk.ReadUntilAsync(address, page => page.Contains("We rented the moon", StringComparison.Ordinal) || page.Contains("We <mark>rented", StringComparison.Ordinal)
            || page.Contains("We rented the <mark>moon", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/2026/11/moon")]
    [InlineData("/2026/11/sun")]
    [InlineData("/archive")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap-2026-11.xml")]
    public async Task A_deleted_post(string address)
    {
        var before = await _desk.ReadAsync(address);
        Assert.Equal(before, await _desk.ReadAsync(address));

        _desk.Delete("posts/moon.md");

        await _desk.ReadUntilAsync(address, page => page != before && !page.Contains("We bought the moon", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/persona/luna")]
    [InlineData("/2026/11/moon")]
    [InlineData("/humans.txt")]
    public async Task An_edited_persona(string address)
    {
        await SeeAsync(address, "She watches");

        _desk.With("personas/luna.md", "---\nname: Luna\ntagline: She blinks\n---\nShe blinks.\n");

        await _desk.ReadUntilAsync(address, page => page.Contains("She blinks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wire")]
    [InlineData("/2026/11/moon")]
    [InlineData("/search?q=council")]
    public async Task An_article_that_comes_in_changes_and_goes(string address)
    {
        Assert.DoesNotContain("The Lantern", await _desk.ReadAsync(address), StringComparison.Ordinal);

        _desk.With("inbox/moon.html", Samples.Page("Council sells moon", Original));
        await _desk.ReadUntilAsync(address, page => page.Contains("The Lantern", StringComparison.Ordinal));

        _desk.With("inbox/moon.html", Samples.Page("Council regrets moon", Original));
        await _desk.ReadUntilAsync(address, page => page.Contains("regrets moon", StringComparison.Ordinal));

        if (address == "/2026/11/moon") return; // What a post answers stays beside it.
        _desk.Delete("inbox/moon.html");
        await _desk.ReadUntilAsync(address, page => !page.Contains("regrets moon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_list_of_strong_words()
    {
        Assert.Contains("blasted", await _desk.ReadAsync("/2026/11/moon?language=clean"), StringComparison.Ordinal);

        _desk.With("language.yml", "strong:\n  - blast*\n");

        await _desk.ReadUntilAsync("/2026/11/moon?language=clean", page => !page.Contains("blasted", StringComparison.Ordinal));
        await _desk.ReadUntilAsync("/?language=clean", page => !page.Contains("blasted", StringComparison.Ordinal));
        Assert.Contains("blasted", await _desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about-nothing")]
    [InlineData("/wire")]
    [InlineData("/feeds")]
    [InlineData("/manifest.webmanifest")]
    public async Task Another_name_of_the_paper(string address)
    {
        using var before = await _desk.GetAsync(address);
        Assert.Contains("The Old Name", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        _desk.With("site.yml", "title: The New Name");

        await _desk.ReadUntilAsync(address, page => page.Contains("The New Name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_whose_time_comes()
    {
        await SeeAsync("/", "We bought the moon");
        var soon = DateTimeOffset.UtcNow.AddSeconds(3);

        _desk.With("posts/soon.md", Samples.Post("Mars is next", $"date: {soon:yyyy-MM-dd'T'HH:mm:ss'Z'}", "slug: mars"));

        await _desk.ReadUntilAsync("/", page => page.Contains("Mars is next", StringComparison.Ordinal));
        await _desk.ReadUntilAsync("/feed.xml", page => page.Contains("Mars is next", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/wire")]
    [InlineData("/search?q=moon")]
    public async Task Sources_that_come_and_are_renamed(string address)
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.DoesNotContain("name=\"source\"", await _desk.ReadAsync(address), StringComparison.Ordinal);
        await using var tool = await ArchiveDatabase.OpenAsync(Path.Combine(_desk.Data, "newsdesk.db"), TimeProvider.System, cancel);
        var (sources, lantern) = (new Sources(tool), new Source { Kind = "feed", Url = "https://lantern.example/feed", Title = "Lantern" });

        await sources.SaveAsync(lantern, cancel);
        await sources.SaveAsync(new Source { Kind = "feed", Url = "https://herald.example/feed", Title = "Herald" }, cancel);
        await _desk.ReadUntilAsync(address, page => page.Contains(">Herald</option>", StringComparison.Ordinal) && page.Contains(">Lantern</option>", StringComparison.Ordinal));

        await sources.SaveAsync(lantern with { Title = "Lighthouse" }, cancel);
        await _desk.ReadUntilAsync(address, page => page.Contains(">Lighthouse</option>", StringComparison.Ordinal) && !page.Contains(">Lantern</option>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_node_or_a_tool_changes()
    {
        await SeeAsync("/", "We bought the moon");
        await SeeAsync("/sources", "Sources");
        await using var tool = await ArchiveDatabase.OpenAsync(Path.Combine(_desk.Data, "newsdesk.db"), TimeProvider.System, TestContext.Current.CancellationToken);

        await new Sources(tool).SaveAsync(new Source { Kind = "feed", Url = "https://lantern.example/feed", Title = "The Lantern's feed" }, TestContext.Current.CancellationToken);
        await _desk.ReadUntilAsync("/sources", page => page.Contains("The Lantern&#x27;s feed", StringComparison.Ordinal) || page.Contains("The Lantern's feed", StringComparison.Ordinal));

        await new Posts(tool).RemoveAsync("posts/moon.md", TestContext.Current.CancellationToken);
        await _desk.ReadUntilAsync("/", page => !page.Contains("We bought the moon", StringComparison.Ordinal));
    }

    /// <summary>Twice, so that the second time it is the kept one.</summary>
    private async Task SeeAsync(string address, string text)
    {
        for (var time = 0; time < 2; time++)
            Assert.Contains(text, (await _desk.ReadAsync(address)).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
