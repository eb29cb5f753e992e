using System.Text.Json;

namespace NewsDesk.Tests.Newsroom;

/// <summary>Whatever happens to a post's file, its subscribers get it once.</summary>
public sealed class RenamedPostsTests
{
    private const string Text = """
        They sold the moon on Tuesday, to a man with a very long ladder and a very short memory. Nobody had asked the moon, which was full at
        the time, and nobody had asked the sea, which has been in two minds about it ever since the papers came out on Wednesday.
        """;

    private static string Post(string title, string text, string more = "") => $"---\ntitle: {title}\n{more}---\n{text}\n";

    private static async Task<JsonElement> FindAsync(Desk desk, string said)
    {
        var feed = await desk.ReadUntilAsync("/feed.json", one => one.Contains(said, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(feed);
        return Assert.Single(json.RootElement.GetProperty("items").EnumerateArray()).Clone();
    }

    [Theory]
    [InlineData("posts/2026-11-05-moon.md", "posts/2026-11-05-lunar-sale.md", "Lunar sale")]
    [InlineData("posts/2026-11-05-moon.md", "posts/2026/moon.md", "Moon sold")]
    public async Task A_file_that_gets_another_name_and_other_words_at_once_is_the_same_post(string from, string to, string title)
    {
        await using var desk = new Desk().With(from, Post("Moon sold", Text));
        var before = await FindAsync(desk, "Moon sold");

        desk.With(to + ".new", Post(title, Text + " And the ladder was borrowed.", "date: 2026-11-05\n"));
        desk.Delete(from);
        File.Move(Path.Combine(desk.Content, to + ".new"), Path.Combine(desk.Content, to));

        var after = await FindAsync(desk, "ladder was borrowed");
        Assert.Equal(before.GetProperty("id").GetString(), after.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_file_that_goes_and_comes_back_elsewhere_a_moment_later_is_the_same_post()
    {
        await using var desk = new Desk().With("posts/2026-11-05-moon.md", Post("Moon sold", Text));
        var before = await FindAsync(desk, "Moon sold");

        desk.Delete("posts/2026-11-05-moon.md");
        await desk.ReadUntilAsync("/feed.json", feed => !feed.Contains("Moon sold", StringComparison.Ordinal));
        desk.With("posts/2026-11-06-lunar.md", Post("Lunar sale", Text));

        Assert.Equal(before.GetProperty("id").GetString(), (await FindAsync(desk, "Lunar sale")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Another_post_that_comes_when_one_goes_is_another_post()
    {
        await using var desk = new Desk().With("posts/2026-11-05-moon.md", Post("Moon sold", Text));
        var before = await FindAsync(desk, "Moon sold");

        desk.With("posts/2026-11-06-mars.md", Post("Mars leased", "The red planet was let for a year to a couple from Leeds, who find it quiet and have asked about the bins.", "draft: true\n"));
        desk.Delete("posts/2026-11-05-moon.md");
        desk.With("posts/2026-11-06-mars.md", Post("Mars leased", "The red planet was let for a year to a couple from Leeds, who find it quiet and have asked about the bins."));

        Assert.NotEqual(before.GetProperty("id").GetString(), (await FindAsync(desk, "Mars leased")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_date_in_the_name_is_the_posts_date_and_no_other_word()
    {
        await using var desk = new Desk().With("posts/2026-11-05-moon.md", Post("Moon sold", Text));
        await FindAsync(desk, "Moon sold");

        File.Move(Path.Combine(desk.Content, "posts/2026-11-05-moon.md"), Path.Combine(desk.Content, "posts/2026-11-07-moon.md"));

        var after = await FindAsync(desk, "2026-11-07");
        Assert.Equal("2026-11-05", after.GetProperty("date_modified").GetString()![..10]);
    }
}
