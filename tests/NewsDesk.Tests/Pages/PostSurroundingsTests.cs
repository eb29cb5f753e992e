namespace NewsDesk.Tests.Pages;

public sealed class PostSurroundingsTests
{
    [Fact]
    public async Task A_post_leads_to_its_neighbours_and_to_what_shares_its_matter()
    {
        await using var desk = new Desk()
            .With("posts/a.md", Samples.Post("First", "date: 2026-11-01", "tags: [moon]"))
            .With("posts/b.md", Samples.Post("Second", "date: 2026-11-02", "tags: [moon]"))
            .With("posts/c.md", Samples.Post("Third", "date: 2026-11-03", "tags: [sun]"));

        var page = await desk.ReadAsync("/2026/11/second");
        var after = page[page.IndexOf("class=\"after\"", StringComparison.Ordinal)..];
        var related = after[..after.IndexOf("<nav", StringComparison.Ordinal)];

        Assert.Contains("rel=\"prev\" href=\"/2026/11/first\"", after, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"/2026/11/third\"", after, StringComparison.Ordinal);
        Assert.Contains("/first\"", related, StringComparison.Ordinal);
        Assert.DoesNotContain("/third\"", related, StringComparison.Ordinal);
        Assert.DoesNotContain("/second\"", related, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shares_a_story_comes_before_what_shares_words_and_the_post_itself_is_not_there()
    {
        await using var desk = new Desk()
            .With("inbox/a.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("inbox/b.html", Samples.Page("Moon sold", "https://courier.example/moon"))
            .With("posts/a.md", Samples.Post("Stranger pays for everything", "date: 2026-11-01", "originals: [https://lantern.example/moon]"))
            .With("posts/b.md", Samples.Post("Another matter", "date: 2026-11-02", "originals: [https://courier.example/moon]").Replace("The moon is ours now, and the rent is due.", "Nothing alike.", StringComparison.Ordinal))
            .With("posts/c.md", Samples.Post("The stranger comes back", "date: 2026-11-03"))
            .With("posts/d.md", Samples.Post("Cheese", "date: 2026-11-04").Replace("The moon is ours now, and the rent is due.", "Quite ripe.", StringComparison.Ordinal));

        var page = await desk.ReadAsync("/2026/11/stranger-pays-for-everything");
        var related = page[page.IndexOf("You might also like", StringComparison.Ordinal)..];
        related = related[..related.IndexOf("<nav", StringComparison.Ordinal)];

        var (story, words) = (related.IndexOf("/another-matter\"", StringComparison.Ordinal), related.IndexOf("/the-stranger-comes-back\"", StringComparison.Ordinal));
        Assert.True(story > 0 && story < words, related);
        Assert.DoesNotContain("/cheese\"", related, StringComparison.Ordinal);
        Assert.DoesNotContain("/stranger-pays-for-everything\"", related, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_headings_make_a_table_of_contents_and_three_do_not()
    {
        await using var desk = new Desk()
            .With("posts/long.md", Samples.Post("Long", "date: 2026-11-01") + "\n## One\n\nx\n\n## Two\n\nx\n\n## Three\n\nx\n\n## Four\n\nx\n")
            .With("posts/short.md", Samples.Post("Short", "date: 2026-11-01") + "\n## One\n\nx\n\n## Two\n\nx\n\n## Three\n\nx\n");

        Assert.Contains("In this piece", await desk.ReadAsync("/2026/11/long"), StringComparison.Ordinal);
        Assert.DoesNotContain("In this piece", await desk.ReadAsync("/2026/11/short"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_off_stands_once()
    {
        await using var desk = new Desk().With("posts/a.md", Samples.Post("First", "date: 2026-11-01") + "\n::: signoff\nGood night.\n:::\n");

        var page = await desk.ReadAsync("/2026/11/first");

        Assert.Equal(2, page.Split("class=\"signoff\"").Length);
        Assert.Equal(2, page.Split("Good night.").Length);
    }
}
