using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class ArchivePageTests
{
    [Fact]
    public async Task Counts_the_posts_of_each_month_and_leads_to_them()
    {
        await using var desk = new Desk()
            .With("posts/a.md", Samples.Post("Moon", "date: 2026-10-31T23:59:59Z"))
            .With("posts/b.md", Samples.Post("Sun", "date: 2026-10-01T00:00:00Z"))
            .With("posts/c.md", Samples.Post("Mars", "date: 2026-09-30T23:59:59Z"));

        var archive = await desk.ReadAsync("/archive");
        var october = await desk.ReadAsync("/2026/10");

        Assert.Contains("3 pieces", archive, StringComparison.Ordinal);
        Assert.Contains("href=\"/2026/10\"", archive, StringComparison.Ordinal);
        Assert.Contains("<rect", archive, StringComparison.Ordinal);
        Assert.Contains("/moon\"", october, StringComparison.Ordinal);
        Assert.Contains("/sun\"", october, StringComparison.Ordinal);
        Assert.DoesNotContain("/mars\"", october, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_month_goes_on_and_ends_with_itself()
    {
        await using var desk = new Desk().With("posts/before.md", Samples.Post("Before", "date: 2026-09-30"));
        for (var day = 1; day <= 31; day++) desk.With($"posts/{day}.md", Samples.Post($"Day {day}", $"date: 2026-10-{day:00}"));

        var first = await desk.ReadAsync("/2026/10");
        var next = first[(first.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal) + 17)..];
        var second = await desk.ReadAsync(next[..next.IndexOf('"', StringComparison.Ordinal)]);

        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("/day-1\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("/before\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/13")]
    [InlineData("/2026/00")]
    [InlineData("/2019/01")]
    public async Task A_month_without_posts_is_not_there(string address)
    {
        await using var desk = new Desk().With("posts/a.md", Samples.Post("Moon", "date: 2026-10-31"));

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Before_the_first_post_nothing_is_counted()
    {
        await using var desk = new Desk();

        var page = await desk.ReadAsync("/archive");

        Assert.Contains("Nothing is printed yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0 pieces", page, StringComparison.Ordinal);
    }
}
