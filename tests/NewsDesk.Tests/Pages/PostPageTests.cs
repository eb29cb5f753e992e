using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class PostPageTests
{
    private const string Moon = "https://lantern.example/moon";

    [Fact]
    public async Task Shows_the_post_beside_the_cards_of_its_originals()
    {
        await using var desk = new Desk()
            .With("inbox/moon.html", Samples.Page("Moon sold", Moon))
            .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", $"originals: [{Moon}, https://elsewhere.example/sky]"));

        var page = await desk.ReadAsync("/2026/11/we-bought-the-moon");

        Assert.Contains("the rent is due", page, StringComparison.Ordinal);
        Assert.Contains("Moon sold", page, StringComparison.Ordinal);
        Assert.Contains("The Lantern", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Moon}\"", page, StringComparison.Ordinal);
        Assert.Contains("https://elsewhere.example/sky", page, StringComparison.Ordinal);
        Assert.Contains("Satire", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_post_says_of_an_original_goes_before_what_the_archive_knows()
    {
        await using var desk = new Desk()
            .With("inbox/moon.html", Samples.Page("Moon sold", Moon))
            .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "originals:", $"  - url: {Moon}?utm_source=feed", "    publisher: The Ancient Lantern"));

        var page = await desk.ReadAsync("/2026/11/we-bought-the-moon");

        Assert.Contains("The Ancient Lantern", page, StringComparison.Ordinal);
        Assert.Contains("Moon sold", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/10/we-bought-the-moon")]
    [InlineData("/2025/11/we-bought-the-moon")]
    [InlineData("/2026/11/we-rented-the-moon")]
    public async Task Other_addresses_of_a_post_lead_to_the_one_that_lasts(string address)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "aliases: [we-rented-the-moon]"));

        var answer = await desk.GetAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/2026/11/we-bought-the-moon", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_with_the_way_home()
    {
        await using var desk = new Desk();

        foreach (var address in new[] { "/2026/11/never-written", "/no-such-page", "/persona/nobody", "/tag/nothing", "/article/99999/x", "/css/none.css", "/2026/13/x/y" })
        {
            var answer = await desk.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("We have no such page", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Markup_in_a_title_is_shown_not_run()
    {
        await using var desk = new Desk().With("posts/x.md", Samples.Post("\"<script>alert(1)</script> & co\"", "date: 2026-11-05", "slug: hostile"));

        foreach (var address in new[] { "/", "/2026/11/hostile" })
        {
            var page = await desk.ReadAsync(address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co", page, StringComparison.Ordinal);
        }
    }
}
