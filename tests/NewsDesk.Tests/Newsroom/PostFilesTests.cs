using System.Net;
using System.Text;

namespace NewsDesk.Tests.Newsroom;

/// <summary>What people and their programs do to files: rename, move, save in other encodings, use a name twice.</summary>
public sealed class PostFilesTests
{
    [Theory]
    [InlineData("posts/Moon.md")]
    [InlineData("posts/2026/11/moon.md")]
    [InlineData("posts/moon.MD")]
    public async Task A_post_that_is_moved_stays_the_same_to_subscribers(string to)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"));
        var before = GuidIn(await desk.ReadAsync("/feed.xml"));

        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(desk.Content, to))!);
        File.Move(Path.Combine(desk.Content, "posts/moon.md"), Path.Combine(desk.Content, to));
        desk.With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-04"));

        var after = await desk.ReadUntilAsync("/feed.xml", feed => feed.Contains("The sun next", StringComparison.Ordinal));
        Assert.Equal(before, GuidIn(after));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/2026/11/moon")).StatusCode);
    }

    [Fact]
    public async Task Of_two_posts_with_one_slug_the_older_is_shown_until_it_goes()
    {
        await using var desk = new Desk().With("posts/younger.md", Samples.Post("Younger moon", "date: 2026-11-06", "slug: moon"))
            .With("posts/older.md", Samples.Post("Older moon", "date: 2026-11-05", "slug: moon"));
        Assert.Contains("Older moon", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);

        desk.Delete("posts/older.md");

        await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("Younger moon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_are_named_in_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("newsdesk-slugs-");
        try
        {
            var content = folder.CreateSubdirectory("content");
            content.CreateSubdirectory("posts");
            await File.WriteAllTextAsync(Path.Combine(content.FullName, "posts/a.md"), Samples.Post("Older", "date: 2026-11-05", "slug: moon"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(content.FullName, "posts/b.md"), Samples.Post("Younger", "date: 2026-11-06", "slug: moon"), TestContext.Current.CancellationToken);
            await using var desk = await RunningDesk.OpenAsync(content.FullName, Path.Combine(folder.FullName, "data"), TestContext.Current.CancellationToken);

            Assert.Contains("posts/b.md is not shown: its slug moon belongs to posts/a.md. Give one of them another slug", desk.Output.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task However_a_program_saves_a_file_it_is_read()
    {
        const string Text = "---\r\ntitle: Käse\r\ndate: 2026-11-05\r\nslug: SLUG\r\n---\r\nFirst\r\nline.\r\n\r\nSecond “line”.\r\n";
        await using var desk = new Desk();
        Directory.CreateDirectory(Path.Combine(desk.Content, "posts"));
        foreach (var (name, encoding) in new (string, Encoding)[] { ("plain", new UTF8Encoding(false)), ("marked", new UTF8Encoding(true)), ("utf16", Encoding.Unicode), ("big", Encoding.BigEndianUnicode) })
            await File.WriteAllTextAsync(Path.Combine(desk.Content, $"posts/{name}.md"), Text.Replace("SLUG", name, StringComparison.Ordinal), encoding, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(desk.Content, "posts/latin.md"), Encoding.Latin1.GetBytes("---\ntitle: K\u00E4se\ndate: 2026-11-05\nslug: latin\n---\nFirst\nline.\n"), TestContext.Current.CancellationToken);

        foreach (var name in (string[])["plain", "marked", "utf16", "big"])
        {
            var page = await desk.ReadAsync($"/2026/11/{name}");
            Assert.Contains("Käse", page, StringComparison.Ordinal);
            Assert.Contains("<p>First\nline.</p>\n<p>Second “line”.</p>", page, StringComparison.Ordinal);
        }

        Assert.Contains("K\uFFFDse", await desk.ReadAsync("/2026/11/latin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_inbox_files_with_one_address_the_one_that_is_left_counts()
    {
        await using var desk = new Desk().With("inbox/a.html", Samples.Page("Moon sold", "https://lantern.example/moon"));
        await desk.ReadAsync("/wire");
        desk.With("inbox/b.html", Samples.Page("Moon returned", "https://lantern.example/moon"));
        await desk.ReadUntilAsync("/wire", page => page.Contains("Moon returned", StringComparison.Ordinal));

        desk.Delete("inbox/b.html");

        await desk.ReadUntilAsync("/wire", page => page.Contains("Moon sold", StringComparison.Ordinal));
    }

    private static string GuidIn(string feed) => feed.Split("<guid isPermaLink=\"false\">")[1].Split('<')[0];
}
