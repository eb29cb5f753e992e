using System.Net;

namespace NewsDesk.Tests.Newsroom;

/// <summary>Pictures in <c>content/media</c> are shown at their size, and followed like everything else.</summary>
public sealed class PictureDeskTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='240'><rect width='9' height='9'/></svg>";

    [Fact]
    public async Task A_picture_has_its_size_on_the_page_also_when_it_comes_later_or_changes()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon") + "\n\n![The moon](/media/the%20moon.svg)\n");
        Assert.DoesNotContain("width=\"320\"", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);

        desk.With("media/the moon.svg", Svg.Replace("{0}", "320", StringComparison.Ordinal));
        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("src=\"/media/the%20moon.svg\" alt=\"The moon\" width=\"320\" height=\"240\"", StringComparison.Ordinal));

        desk.With("media/the moon.svg", Svg.Replace("{0}", "640", StringComparison.Ordinal));
        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("width=\"640\" height=\"240\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task So_it_has_on_a_page_of_the_desks_own_and_in_a_bio()
    {
        await using var desk = new Desk().With("pages/help.md", "---\ntitle: Help\n---\n![The moon](/media/moon.svg)\n")
            .With("personas/night.md", "---\nname: Night\n---\n![The moon](/media/moon.svg)\n");
        Assert.DoesNotContain("width=\"320\"", await desk.ReadAsync("/help"), StringComparison.Ordinal);

        desk.With("media/moon.svg", Svg.Replace("{0}", "320", StringComparison.Ordinal));
        await desk.ReadUntilAsync("/help", page => page.Contains("alt=\"The moon\" width=\"320\" height=\"240\"", StringComparison.Ordinal));
        await desk.ReadUntilAsync("/persona/night", page => page.Contains("alt=\"The moon\" width=\"320\" height=\"240\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_posts_own_picture_stands_at_its_head_and_is_shared()
    {
        await using var desk = new Desk().With("media/moon.gif", "GIF89a\u0040\u0001\u0001\u0001xx")
            .With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", "language: strong", "image:", "  url: /media/moon.gif", "  alt: The damn moon", "  caption: Seen by *us*"))
            .With("language.yml", "mild: [damn: darn]");

        var page = await desk.ReadAsync("/2026/11/moon");

        Assert.Contains("<img src=\"/media/moon.gif\" width=\"320\" height=\"257\" alt=\"The damn moon\" fetchpriority=\"high\">", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"cover-caption\">Seen by *us*</p>", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:image\" content=\"http://localhost:5080/media/moon.gif\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:image:width\" content=\"320\">", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"The darn moon\"", await desk.ReadAsync("/2026/11/moon?language=clean"), StringComparison.Ordinal);
        Assert.Contains("src=\"/media/moon.gif\" width=\"320\"", await desk.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_picture_leaves_the_drawn_one()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", "image: /media/none.png"));

        Assert.Contains("<img src=\"/cover/moon.svg", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_served_as_what_it_is_and_nothing_else_is_served()
    {
        await using var desk = new Desk().With("media/deep/moon.svg", Svg).With("media/notes.txt", "secret").With("media/.hidden.png", "secret").With("site.yml", "title: Paper");
        File.CreateSymbolicLink(Path.Combine(desk.Content, "media/out.png"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(desk.Content, "media/linked"), desk.Content);
        desk.With("secret.png", "secret");

        var picture = await desk.GetAsync("/media/deep/moon.svg");

        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", string.Concat(picture.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.NotNull(picture.Headers.ETag);
        foreach (var address in (string[])["/media/notes.txt", "/media/.hidden.png", "/media/out.png", "/media/linked/secret.png", "/media/%2e%2e/secret.png", "/media/..%2fsecret.png", "/media/none.png"])
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(address)).StatusCode);
    }
}
