using System.Net;

namespace NewsDesk.Tests.Newsroom;

/// <summary>Files that come, change and go while the desk is open show on the site by themselves.</summary>
public sealed class ContentFollowerTests
{
    private const string Moon = "https://lantern.example/moon";

    [Fact]
    public async Task An_inbox_file_comes_changes_and_goes()
    {
        await using var desk = new Desk();
        await desk.ReadAsync("/wire");

        desk.With("inbox/moon.html", Samples.Page("Moon sold", Moon));
        await desk.ReadUntilAsync("/wire", page => page.Contains("Moon sold", StringComparison.Ordinal));

        desk.With("inbox/moon.html", Samples.Page("Moon returned", Moon));
        await desk.ReadUntilAsync("/wire", page => page.Contains("Moon returned", StringComparison.Ordinal) && !page.Contains("Moon sold", StringComparison.Ordinal));

        desk.Delete("inbox/moon.html");
        await desk.ReadUntilAsync("/wire", page => !page.Contains("Moon returned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_comes_changes_and_goes()
    {
        await using var desk = new Desk();
        await desk.ReadAsync("/");

        desk.With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"));
        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("We bought the moon", StringComparison.Ordinal));

        desk.With("posts/moon.md", Samples.Post("We sold the moon", "date: 2026-11-05", "slug: moon"));
        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("We sold the moon", StringComparison.Ordinal));

        desk.Delete("posts/moon.md");
        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("We have no such page", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task An_original_that_comes_later_fills_the_card_of_the_post_that_waits_for_it()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon", $"originals: [{Moon}]"));
        Assert.DoesNotContain("The Lantern", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);

        desk.With("inbox/moon.html", Samples.Page("Moon sold", Moon));

        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("Moon sold", StringComparison.Ordinal) && page.Contains("The Lantern", StringComparison.Ordinal));
        await desk.ReadUntilAsync("/feed.xml", feed => feed.Contains("Moon sold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renamed_file_is_the_same_post_to_subscribers()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"));
        var before = GuidIn(await desk.ReadAsync("/feed.xml"));

        File.Move(Path.Combine(desk.Content, "posts/moon.md"), Path.Combine(desk.Content, "posts/other.md"));
        desk.With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-04"));

        var after = await desk.ReadUntilAsync("/feed.xml", feed => feed.Contains("The sun next", StringComparison.Ordinal));
        Assert.Equal(before, GuidIn(after));
    }

    [Fact]
    public async Task A_new_name_of_the_paper_shows_on_every_page()
    {
        await using var desk = new Desk().With("site.yml", "title: The Morning Doubt");
        Assert.Contains("The Morning Doubt", await desk.ReadAsync("/"), StringComparison.Ordinal);

        desk.With("site.yml", "title: The Evening Doubt");

        await desk.ReadUntilAsync("/wire", page => page.Contains("The Evening Doubt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_understood_takes_nothing_else_down()
    {
        await using var desk = new Desk()
            .With("inbox/empty.html", "").With("inbox/zeros.html", new string('\0', 5000)).With("inbox/broken.xml", "<rss><channel><item><title>Only half")
            .With("posts/a.md", "---\ntitle: [unclosed\n---\ntext").With("posts/b.md", "").With("personas/x.md", "---\n: :\n---").With("site.yml", "title: [\n")
            .With("inbox/moon.html", Samples.Page("Moon sold", Moon)).With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05"));

        var page = await desk.ReadAsync("/");

        Assert.Contains("We bought the moon", page, StringComparison.Ordinal);
        Assert.Contains("Moon sold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_number_sign_in_its_name_stays()
    {
        await using var desk = new Desk().With("inbox/C# moon.html", Samples.Page("Moon sold", Moon));
        await desk.ReadAsync("/wire");

        desk.With("inbox/sun.html", Samples.Page("Sun next", "https://lantern.example/sun"));

        var wire = await desk.ReadUntilAsync("/wire", page => page.Contains("Sun next", StringComparison.Ordinal));
        Assert.Contains("Moon sold", wire, StringComparison.Ordinal);
    }

    private static string GuidIn(string feed) => feed.Split("<guid isPermaLink=\"false\">")[1].Split('<')[0];
}
