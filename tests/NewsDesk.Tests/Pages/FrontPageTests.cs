using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class FrontPageTests
{
    [Fact]
    public async Task An_empty_paper_says_what_to_do()
    {
        await using var desk = new Desk();

        var page = await desk.ReadAsync("/");

        Assert.Contains("content/posts/", page, StringComparison.Ordinal);
        Assert.Contains("content/inbox/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_posts_and_the_wire_on_the_first_request()
    {
        await using var desk = new Desk().With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("posts/2026-11-05-moon.md", Samples.Post("We bought the moon"));

        var page = await desk.ReadAsync("/");

        Assert.Contains("We bought the moon", page, StringComparison.Ordinal);
        Assert.Contains("Moon sold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_posts_of_the_future_are_nowhere()
    {
        await using var desk = new Desk()
            .With("posts/draft.md", Samples.Post("Half a thought", "draft: true", "tags: [moon]"))
            .With("posts/future.md", Samples.Post("Next century", "date: 2126-01-01", "tags: [moon]", "slug: next-century"));

        foreach (var address in new[] { "/", "/feed.xml" })
        {
            var page = await desk.ReadAsync(address);
            Assert.DoesNotContain("Half a thought", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Next century", page, StringComparison.Ordinal);
        }

        foreach (var address in new[] { "/2126/01/next-century", "/tag/moon" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_is_older_than_the_front_page_is_a_link_away()
    {
        await using var desk = new Desk();
        for (var i = 1; i <= 12; i++) desk.With($"posts/{i}.md", Samples.Post($"Moon {i}", $"date: 2026-10-{i:00}"));
        const string Onwards = "<a href=\"/archive\">All our pieces →</a>";
        Assert.DoesNotContain(Onwards, await desk.ReadAsync("/"), StringComparison.Ordinal);

        desk.With("posts/13.md", Samples.Post("Moon 13", "date: 2026-10-13"));

        await desk.ReadUntilAsync("/", page => page.Contains(Onwards, StringComparison.Ordinal) && !page.Contains("/moon-1\"", StringComparison.Ordinal));
    }
}
