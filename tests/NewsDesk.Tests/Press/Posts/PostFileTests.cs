using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class PostFileTests
{
    private static readonly DateTimeOffset FileTime = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reads_every_key()
    {
        var read = PostFile.Parse("""
            ---
            title: "Moon sold: buyers sought"
            date: 2026-11-05 09:00
            updated: 2026-11-06T10:00+01:00
            slug: moon-sold
            persona: night-editor
            kind: take
            tags: [space, money]
            summary: Somebody bought it.
            originals:
              - https://herald.example/moon
              - url: https://courier.example/sale
                title: The sale
                publisher: The Courier
                author: A. Writer
                published: 2026-11-04
                quote: It is a very large rock.
            language: strong
            draft: true
            image: /media/moon.jpg
            aliases: [old-moon]
            license: CC BY 4.0
            comments: false
            ---
            The text.
            """, "content/posts/moon.md", FileTime);

        Assert.Empty(read.Warnings);
        var post = read.Post!;
        Assert.Equal("Moon sold: buyers sought", post.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 9, 0, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero), post.Updated);
        Assert.Equal("moon-sold", post.Slug);
        Assert.Equal("night-editor", post.Persona);
        Assert.Equal("take", post.Kind);
        Assert.Equal(["space", "money"], post.Tags, StringComparer.Ordinal);
        Assert.Equal("Somebody bought it.", post.Summary);
        Assert.Equal(["https://herald.example/moon", "https://courier.example/sale"], post.Originals.Select(original => original.Url), StringComparer.Ordinal);
        Assert.Equal("It is a very large rock.", post.Originals[1].Quote);
        Assert.Equal(new DateTimeOffset(2026, 11, 4, 0, 0, 0, TimeSpan.Zero), post.Originals[1].Published);
        Assert.Equal(LanguageLevel.Strong, post.Language);
        Assert.True(post.Draft);
        Assert.Equal("/media/moon.jpg", post.Image?.Url);
        Assert.Equal(["old-moon"], post.Aliases, StringComparer.Ordinal);
        Assert.Equal("CC BY 4.0", post.License);
        Assert.False(post.Comments);
        Assert.Equal("The text.", post.Markdown);
        Assert.Equal(25, post.MarkdownLine);
    }

    [Fact]
    public void A_title_alone_makes_a_post()
    {
        var read = PostFile.Parse("---\ntitle: Cheese is late\n---\n", "posts/cheese.md", FileTime);

        Assert.Empty(read.Warnings);
        Assert.Equal("cheese-is-late", read.Post!.Slug);
        Assert.Equal(FileTime, read.Post.Date);
        Assert.True(read.Post.Comments);
        Assert.False(read.Post.Draft);
    }

    [Fact]
    public void The_file_name_gives_the_date()
    {
        var read = PostFile.Parse("---\ntitle: Cheese\n---\n", "posts/2026-11-05-cheese.md", FileTime);

        Assert.Equal(new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), read.Post!.Date);
    }

    [Theory]
    [InlineData("# Moon *really* sold", "Moon really sold")]
    [InlineData("# `Moon` [sold](https://herald.example/moon) #", "Moon sold")]
    [InlineData("# 1. April in C# \\*", "1. April in C# *")]
    [InlineData("# Moon & sons_of_it", "Moon & sons_of_it")]
    public void A_heading_that_is_taken_for_the_title_is_taken_as_readers_would_see_it(string heading, string title)
    {
        var read = PostFile.Parse($"{heading}\n\nText.\n", "posts/cheese.md", FileTime);

        Assert.Equal(title, read.Post!.Title);
        Assert.Equal("Text.", read.Post.Markdown.Trim());
    }
}
