using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class PostFileTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "Moon", " ", "  ", ": ", ":", "#", " #", "\"", "'", "\\", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "-", "- ", "?", "? ", "~", "null", "true",
        "2026-11-05", "0x1F", "1e3", "é", "月", "👍", "\u2028", "\uFEFFx", "---", "...", "=", "<", "$", "\u00A0",
    ];

    [Fact]
    public void Whatever_a_title_says_is_read_again_as_it_was_written()
    {
        var random = new Random(5);
        for (var round = 0; round < 3000; round++)
        {
            var post = new Post
            {
                Title = "x" + Words(random) + "x",
                Slug = "moon",
                Date = new DateTimeOffset(2026, 11, 5, 9, 30, 0, TimeSpan.Zero),
                Path = "",
                Persona = "p" + Words(random) + "p",
                Tags = [.. Enumerable.Range(0, random.Next(4)).Select(at => $"t{at}{Words(random)}t").Distinct(StringComparer.OrdinalIgnoreCase)],
                Originals = [new() { Url = "https://herald.example/moon", Title = $"{Words(random).Trim()}o", Published = new DateTimeOffset(2026, 11, 4, 9, 30, 1, TimeSpan.Zero) }],
                Markdown = "\nText.\n",
            };

            var text = PostFileText.Write(post, withSlug: true);
            var read = PostFile.Parse(text, "moon.md", default);

            Assert.True(read.Warnings.Count == 0 && read.Post is not null, $"{string.Join('\n', read.Warnings)}\n{text}");
            Assert.Equal((post.Title, post.Persona, post.Slug, post.Date, post.Markdown), (read.Post.Title, read.Post.Persona, read.Post.Slug, read.Post.Date, read.Post.Markdown));
            Assert.Equal(post.Tags, read.Post.Tags, StringComparer.Ordinal);
            Assert.Equal(post.Originals, read.Post.Originals);
        }
    }

    [Theory]
    [InlineData("2026/11/moon.md")]
    [InlineData("2026/11/moon.md", "2026/10/a.md", "2026/10/b.md", "c.md")]
    [InlineData("2026/11/2026-11-05-moon.md", "2026/10/2026-10-01-a.md")]
    [InlineData("2026-11-05-moon.md", "2026-10-01-a.md", "2026-10-02-b.md", "2025/c.md")]
    [InlineData("2026/moon.md", "2026/a.md", "2025/c.md")]
    [InlineData("moon.md", "a.md", "drafts/b.md", "c.md")]
    public void A_new_file_is_called_as_the_others_are(string name, params string[] files) =>
        Assert.Equal(name, PostFileName.Of("moon", new DateTimeOffset(2026, 11, 5, 9, 30, 0, TimeSpan.Zero), files));

    private static string Words(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
