namespace NewsDesk.Tests.Newsroom;

/// <summary>While somebody types, a file is broken now and then: what was last read well of it stays, and nothing else is touched.</summary>
public sealed class HalfWrittenFilesTests
{
    [Theory]
    [InlineData("---\ntitle: \"We bought\n---\nHalf.")]
    [InlineData("---\ntitle: [We\n")]
    [InlineData("")]
    [InlineData("---\n: : :\n---\nHalf.")]
    public async Task A_post_stays_as_it_was(string broken)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"));
        await desk.ReadAsync("/2026/11/moon");

        desk.With("posts/moon.md", broken).With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-06"));

        await desk.ReadUntilAsync("/", page => page.Contains("The sun next", StringComparison.Ordinal));
        Assert.Contains("We bought the moon", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_was_never_read_well_shows_as_well_as_it_can()
    {
        await using var desk = new Desk().With("posts/moon.md", "---\ntitle: We bought: the \"moon\ndate: 2026-11-05\nslug: moon\n---\nThe rent is due.");

        Assert.Contains("The rent is due.", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_its_personas_pages_and_words_stay_as_they_were()
    {
        await using var desk = new Desk().With("site.yml", "title: The Morning Doubt").With("language.yml", "strong: [damn*]")
            .With("personas/night.md", "---\nname: The Night Editor\ntagline: Awake\n---\nA damned bio.").With("pages/about.md", "---\ntitle: About us\n---\nWe are.")
            .With("posts/moon.md", Samples.Post("Damned moon", "date: 2026-11-05", "slug: moon", "persona: night", "language: strong"));
        await desk.ReadAsync("/");

        desk.With("site.yml", "title: [The Morning").With("language.yml", "strong: [damn*").With("personas/night.md", "---\nname: \"The Night\n---\nHalf.").With("pages/about.md", "")
            .With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-06"));

        var front = await desk.ReadUntilAsync("/", page => page.Contains("The sun next", StringComparison.Ordinal));
        Assert.Contains("The Morning Doubt", front, StringComparison.Ordinal);
        Assert.Contains("About us", front, StringComparison.Ordinal);
        Assert.Contains("The Night Editor", await desk.ReadAsync("/persona/night"), StringComparison.Ordinal);
        Assert.Contains("We are.", await desk.ReadAsync("/about"), StringComparison.Ordinal);
        Assert.Contains("d— moon", await desk.ReadAsync("/2026/11/moon?language=clean"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_emptied_holds_until_it_is_written_or_gone()
    {
        await using var desk = new Desk().With("site.yml", "title: The Morning Doubt").With("language.yml", "strong: [damn*]")
            .With("posts/moon.md", Samples.Post("Damned moon", "date: 2026-11-05", "slug: moon", "language: strong"));
        await desk.ReadAsync("/");

        desk.With("site.yml", "").With("language.yml", "").With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-06"));

        Assert.Contains("The Morning Doubt", await desk.ReadUntilAsync("/", page => page.Contains("The sun next", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("D— moon", await desk.ReadAsync("/2026/11/moon?language=clean"), StringComparison.OrdinalIgnoreCase);

        desk.Delete("language.yml");

        await desk.ReadUntilAsync("/2026/11/moon?language=clean", page => page.Contains("Damned moon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bios_pages_and_taglines_have_a_clean_text_too()
    {
        await using var desk = new Desk().With("language.yml", "strong: ['damn*': darn*]")
            .With("personas/night.md", "---\nname: The Night Editor\ntagline: Damned tired\n---\nA damned bio.").With("pages/about.md", "---\ntitle: Our damned paper\n---\nWe damn well are.")
            .With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", "persona: night"));

        foreach (var address in (string[])["/persona/night", "/about", "/2026/11/moon"])
        {
            Assert.Contains("amn", await desk.ReadAsync(address), StringComparison.Ordinal);
            Assert.DoesNotContain("amn", await desk.ReadAsync(address + "?language=clean"), StringComparison.Ordinal);
        }
    }
}
