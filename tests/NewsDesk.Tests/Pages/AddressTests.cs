using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class AddressTests
{
    [Fact]
    public async Task Slashes_and_capitals_are_forgiven_by_leading_to_the_address_that_lasts()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", "tags: [Space]"));
        foreach (var (asked, lasting) in new[]
        {
            ("/wire/", "/wire"),
            ("/Wire?at=o1.1", "/wire?at=o1.1"),
            ("/2026/11/moon/", "/2026/11/moon"),
            ("/2026/11/MOON", "/2026/11/moon"),
            ("/TAG/Space", "/tag/Space"),
            ("//evil.example/x/", "/evil.example/x"),
            ("/%D9%85/", "/%D9%85"),
        })
        {
            var answer = await desk.GetAsync($"http://localhost{asked}");

            Assert.Equal($"{asked} MovedPermanently", $"{asked} {answer.StatusCode}");
            Assert.Equal(lasting, answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_title_in_any_script_has_an_address_that_can_be_redirected_to()
    {
        await using var desk = new Desk().With("inbox/lift.html", Samples.Page("مجلس إدارة عالق في المصعد", "https://lantern.example/lift"));

        var moved = await desk.GetAsync("/article/1");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);

        var there = await desk.GetAsync(moved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Contains("مجلس", await there.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_opens_in_an_empty_house()
    {
        await using var desk = new Desk();

        foreach (var address in new[] { "/", "/wire", "/archive", "/sources", "/feeds", "/feed.xml", "/style.css", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml", "/robots.txt", "/wire?source=9&category=none&in=xx" })
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(address)).StatusCode);
    }
}
