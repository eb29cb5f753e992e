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

    [Theory]
    [InlineData("No.", false)]
    [InlineData("The council sold the moon on Tuesday, after a short debate about whether it had ever owned it, and has asked residents to stop looking at it for free, which the residents have agreed to do at night, when they sleep.", true)]
    public async Task A_large_initial_opens_only_what_is_long_enough_for_one(string opening, bool hasInitial)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon").Replace("The moon is ours now", opening + "\n\nThe moon is ours now", StringComparison.Ordinal));

        Assert.Equal(hasInitial, (await desk.ReadAsync("/2026/11/moon")).Contains("class=\"prose opening\"", StringComparison.Ordinal));
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

    [Fact]
    public async Task The_cards_stand_under_the_name_of_who_reported_it_and_quote_little()
    {
        await using var desk = new Desk()
            .With("inbox/moon.html", Samples.Page("Moon sold", Moon).Replace("<meta property=\"og:site_name\"", $"<meta name=\"description\" content=\"{string.Join(' ', Enumerable.Repeat("moonlit", 90))}\"><meta property=\"og:site_name\"", StringComparison.Ordinal))
            .With("posts/one.md", Samples.Post("One", "date: 2026-11-05", $"originals: [{Moon}]"))
            .With("posts/two.md", Samples.Post("Two", "date: 2026-11-05", $"originals: [{Moon}, https://elsewhere.example/sky]"))
            .With("posts/none.md", Samples.Post("None", "date: 2026-11-05", "originals: [https://elsewhere.example/sky]"));

        var page = await desk.ReadAsync("/2026/11/one");
        Assert.Contains(">Read the original Lantern piece here</h2>", page, StringComparison.Ordinal);
        Assert.InRange(page.Split("moonlit").Length - 1, 10, 300 / "moonlit ".Length);
        Assert.Contains(">Read the original pieces here</h2>", await desk.ReadAsync("/2026/11/two"), StringComparison.Ordinal);
        Assert.Contains(">Read the original piece here</h2>", await desk.ReadAsync("/2026/11/none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clean_text_files_the_words_off_the_cards_beside_it_too()
    {
        await using var desk = new Desk()
            .With("language.yml", "strong:\n  - fuck*\n")
            .With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "originals:", $"  - url: {Moon}", "    title: Some fucking moon", "    publisher: Fuckers Weekly", "    author: Fuck Penn", "    quote: It was fucked",
                "tags: [fucking space]", "kind: fuckup"));

        Assert.Contains("Some fucking moon", await desk.ReadAsync("/2026/11/moon?language=strong"), StringComparison.Ordinal);
        var clean = await desk.ReadAsync("/2026/11/moon?language=clean");
        Assert.Contains("Some f— moon", clean, StringComparison.Ordinal);
        Assert.Contains(">Read the original F— Weekly piece here</h2>", clean, StringComparison.Ordinal);
        Assert.Contains(">f— space</a>", clean, StringComparison.Ordinal);
        foreach (var page in new[] { "/2026/11/moon", "/", "/tag/fucking%20space", "/kind/fuckup", "/feeds", "/clean/feed.xml", "/tag/fucking%20space/clean/feed.xml" })
        {
            // Addresses are no words.
            var words = WebUtility.UrlDecode(await desk.ReadAsync(page + "?language=clean")).Replace("/tag/fucking space", "", StringComparison.Ordinal).Replace("/kind/fuckup", "", StringComparison.Ordinal);
            Assert.DoesNotContain("fuck", words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_post_in_nobodys_name_ends_with_the_publishers_and_a_personas_with_its_picture()
    {
        await using var desk = new Desk()
            .With("site.yml", "title: The Lantern\npublisher: Wick & Sons\n")
            .With("personas/night.md", "---\nname: Night Desk\nimage: /media/night.png\n---\nAwake.\n")
            .With("posts/nobody.md", Samples.Post("Nobody", "date: 2026-11-05"))
            .With("posts/somebody.md", Samples.Post("Somebody", "date: 2026-11-05", "persona: night"));

        Assert.Contains("<p class=\"last-byline\">By Wick &amp; Sons, <time", await desk.ReadAsync("/2026/11/nobody"), StringComparison.Ordinal);
        var page = await desk.ReadAsync("/2026/11/somebody");
        Assert.DoesNotContain("last-byline", page, StringComparison.Ordinal);
        Assert.Contains("<img class=\"initials\" src=\"/media/night.png\"", page, StringComparison.Ordinal);
        Assert.Contains("<img class=\"initials\" src=\"/media/night.png\"", await desk.ReadAsync("/persona/night"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/blog/2019/moon.html")]
    [InlineData("/2019/05/the-moon")]
    [InlineData("/the-moon")]
    [InlineData("/1205")]
    public async Task A_former_path_leads_to_the_post_too(string address)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "aliases: [/blog/2019/moon.html, 2019/05/the-moon/, /the-moon, 1205]"));

        await AssertLeadsAsync(desk, address, "/2026/11/we-bought-the-moon");
    }

    [Theory]
    [InlineData("/2026/10/we-bought-the-moon")]
    [InlineData("/2025/11/we-bought-the-moon")]
    [InlineData("/2026/11/we-rented-the-moon")]
    public async Task Other_addresses_of_a_post_lead_to_the_one_that_lasts(string address)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "aliases: [we-rented-the-moon]"));

        await AssertLeadsAsync(desk, address, "/2026/11/we-bought-the-moon");
    }

    [Theory]
    [InlineData("slug: we-rented-the-moon")]
    [InlineData("title: We rented the moon")]
    public async Task The_slug_that_a_post_had_leads_to_the_one_it_has(string change)
    {
        await using var desk = new Desk().With("posts/moon.md", "---\ntitle: We bought the moon\ndate: 2026-11-05\n---\nCheap.\n");
        await desk.ReadAsync("/2026/11/we-bought-the-moon");

        desk.With("posts/moon.md", change.StartsWith("title", StringComparison.Ordinal)
            ? $"---\n{change}\ndate: 2026-11-05\n---\nCheap.\n"
            : $"---\ntitle: We bought the moon\n{change}\ndate: 2026-11-05\n---\nCheap.\n");
        await desk.ReadUntilAsync("/", page => page.Contains("/2026/11/we-rented-the-moon", StringComparison.Ordinal));

        await AssertLeadsAsync(desk, "/2026/11/we-bought-the-moon", "/2026/11/we-rented-the-moon");
    }

    private static async Task AssertLeadsAsync(Desk desk, string from, string to)
    {
        using var answer = await desk.GetAsync(from);

        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.ToString()));
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

    [Fact]
    public async Task What_a_post_may_play_the_browser_may_load()
    {
        await using var desk = new Desk().With("posts/moon.md", """
            ---
            title: Moon
            date: 2026-11-05
            ---
            <video src="https://lantern.example/moon.mp4"></video>
            """);

        using var answer = await desk.GetAsync("/2026/11/moon");

        Assert.Contains("<video src=\"https://lantern.example/moon.mp4\" controls", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("; media-src 'self' https:;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
