using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class FrontMatterWarningsTests
{
    private static readonly DateTimeOffset FileTime = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Front matter, the line of the warning, and what it says.</summary>
    public static TheoryData<string, int, string> Wrong => new()
    {
        { "title: A\ntag: x", 3, "did you mean tags?" },
        { "title: A\nsumary: x", 3, "did you mean summary?" },
        { "title: A\nPersonna: x", 3, "did you mean persona?" },
        { "title: A\nweather: rain", 3, "known are title, date" },
        { "title: A\ntitle: B", 3, "written twice" },
        { "title: A\ndate: yesterday", 3, "write 2026-11-05" },
        { "title: A\ndate: 2026-13-01", 3, "is not a date" },
        { "title: A\ndate: 2026-02-30", 3, "is not a date" },
        { "title: A\nupdated: 05.11.2026", 3, "updated \"05.11.2026\" is not a date" },
        { "title: A\ndraft: maybe", 3, "write draft: true or draft: false" },
        { "title: A\ncomments: 1", 3, "write comments: true or comments: false" },
        { "title: A\nlanguage: en", 3, "write clean, mild or strong" },
        { "title: A\nslug: Not A Slug!", 3, "write slug: not-a-slug" },
        { "title: A\nslug: search", 3, "write slug: search-post" },
        { "title: A\npersona: [a, b]", 3, "persona is one text" },
        { "title: A\nsummary:\n  a: b", 4, "summary is one text" },
        { "title: A\ntags:\n  - a: b", 4, "tags takes texts" },
        { "title: A\ntags:\n  a: b", 4, "tags is a list" },
        { "title: A\noriginals: nowhere", 3, "\"nowhere\" is not an address on the web" },
        { "title: A\noriginals:\n  - javascript:alert(1)", 4, "is not an address on the web" },
        { "title: A\noriginals:\n  - file:///etc/passwd", 4, "is not an address on the web" },
        { "title: A\noriginals:\n  - title: no address", 4, "has no url" },
        { "title: A\noriginals:\n  - url: ftp://x.example/a", 4, "is not an address on the web" },
        { "title: A\noriginals:\n  - url: https://x.example/a\n    publsher: X", 5, "originals: publsher is not a key that is known here: did you mean publisher?" },
        { "title: A\noriginals:\n  - url: https://x.example/a\n    published: soon", 5, "originals: published \"soon\" is not a date" },
        { "title: A: B", 2, "put a value that holds a colon" },
        { "title: \"A\ndate: 2026-11-05", 2, "not valid YAML" },
        { "date: 2026-11-05", 1, "the post has no title" },
        { "- a\n- b", 2, "not valid YAML (there are no \"key: value\" lines)" },
        { "title: " + "[[[[[[[[[[[[[[[[[[[[", 2, "not valid YAML (it nests too deeply)" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_its_line_and_the_post_still_shows(string frontMatter, int line, string says)
    {
        var read = PostFile.Parse($"---\n{frontMatter}\n---\nThe text.\n", "posts/some-post.md", FileTime);

        Assert.Contains(read.Warnings, warning => warning.Line == line && warning.Message.Contains(says, StringComparison.Ordinal));
        Assert.All(read.Warnings, warning => Assert.Equal("posts/some-post.md", warning.File));
        Assert.Equal("The text.\n", read.Post!.Markdown);
        Assert.NotEmpty(read.Post.Title);
        Assert.NotEmpty(read.Post.Slug);
    }

    [Fact]
    public void Broken_yaml_keeps_what_can_be_read_line_by_line()
    {
        var read = PostFile.Parse("""
            ---
            title: Moon: sold
            date: 2026-11-05
            tags: [space, money]
            originals:
              - https://herald.example/moon
            draft: true
            ---
            Text
            """, "a.md", FileTime);

        Assert.Equal("Moon: sold", read.Post!.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), read.Post.Date);
        Assert.Equal(["space", "money"], read.Post.Tags, StringComparer.Ordinal);
        Assert.Equal("https://herald.example/moon", Assert.Single(read.Post.Originals).Url);
        Assert.True(read.Post.Draft);
        Assert.Single(read.Warnings);
    }

    [Fact]
    public void A_missing_closing_line_ends_the_front_matter_where_the_text_begins()
    {
        var read = PostFile.Parse("---\ntitle: Moon\ntags:\n  - a\n\nThe text: it begins.\n", "a.md", FileTime);

        Assert.Equal("Moon", read.Post!.Title);
        Assert.Equal("The text: it begins.", read.Post.Markdown.Trim());
        Assert.Contains("never closed", Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFF---\ntitle: Moon\n---\nText\n")]
    [InlineData("---\r\ntitle: Moon\r\n---\r\nText\r\n")]
    [InlineData("\uFEFF---\r\ntitle: Moon\r\n---  \r\nText\r\n")]
    [InlineData("---\rtitle: Moon\r---\rText\r")]
    [InlineData("---\ntitle: Moon\n...\nText\n")]
    public void Byte_order_marks_and_line_ends_of_other_systems_make_no_difference(string file)
    {
        var read = PostFile.Parse(file, "a.md", FileTime);

        Assert.Empty(read.Warnings);
        Assert.Equal("Moon", read.Post!.Title);
        Assert.Equal("Text\n", read.Post.Markdown);
        Assert.Equal(4, read.Post.MarkdownLine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("---\n---\n")]
    public void An_empty_file_is_no_post_and_says_what_to_write(string file)
    {
        var read = PostFile.Parse(file, "a.md", FileTime);

        Assert.Null(read.Post);
        Assert.Contains("title: Your headline", Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_front_matter_the_heading_is_the_title()
    {
        var read = PostFile.Parse("\n# The moon is sold\n\nText\n", "a.md", FileTime);

        Assert.Equal("The moon is sold", read.Post!.Title);
        Assert.Equal("Text", read.Post.Markdown.Trim());
        Assert.Equal(3, read.Post.MarkdownLine);
    }

    [Fact]
    public void Without_any_title_the_file_name_is_one()
    {
        var read = PostFile.Parse("Text\n", "posts/2026-11-05-the-moon.md", FileTime);

        Assert.Equal("The moon", read.Post!.Title);
        Assert.Equal("the-moon", read.Post.Slug);
    }

    [Theory]
    [InlineData("2026-11-05", "2026-11-05T00:00:00Z")]
    [InlineData("2026-11-05 09:30", "2026-11-05T09:30:00Z")]
    [InlineData("2026-11-05T09:30:15", "2026-11-05T09:30:15Z")]
    [InlineData("2026-11-05T09:30:15Z", "2026-11-05T09:30:15Z")]
    [InlineData("2026-11-05T09:30:15.123Z", "2026-11-05T09:30:15.123Z")]
    [InlineData("2026-11-05T09:30+01:00", "2026-11-05T08:30:00Z")]
    [InlineData("2026-11-05 09:30 -05:00", "2026-11-05T14:30:00Z")]
    [InlineData("2026-6-4", "2026-06-04T00:00:00Z")]
    public void Dates_are_read_as_universal_time(string written, string read)
    {
        var post = PostFile.Parse($"---\ntitle: A\ndate: {written}\n---\n", "a.md", FileTime);

        Assert.Empty(post.Warnings);
        Assert.Equal(DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture), post.Post!.Date);
        Assert.Equal(TimeSpan.Zero, post.Post.Date.Offset);
    }

    [Fact]
    public void Anchors_of_yaml_are_read_and_those_that_nest_cost_nothing()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i =>
            $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(", ", Enumerable.Repeat("*" + (char)('a' + i - 1), 9))}]\n"));
        var read = PostFile.Parse($"---\ntitle: &t Moon\nsummary: *t\n{bomb}---\n", "a.md", FileTime);

        Assert.Equal("Moon", read.Post!.Title);
        Assert.Equal("Moon", read.Post.Summary);
    }
}
