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
    public async Task What_a_form_was_sent_without_does_not_stand_in_the_address()
    {
        await using var desk = new Desk(("gather", "false"));
        foreach (var (asked, there) in new[]
        {
            ("/search?q=moon&of=&by=&source=&in=&from=&to=", "Found /search?q=moon"),
            ("/search?q=&of=&by=", "Found /search"),
            ("/search?q=a%26b%3D&in=de", "OK "),
            ("/search?q=a%26b%3D&in=&of=wire", "Found /search?q=a%26b%3D&of=wire"),
            ("/search?q=a=&in=", "Found /search?q=a="),
            ("/search?q=moon", "OK "),
            ("/search", "OK "),
            ("/Wire/?source=&in=de&category=", "Found /wire?in=de"),
            ("/wire?source=&category=&in=", "Found /wire"),
            ("/stories?at=", "OK "),
        })
        {
            var answer = await desk.GetAsync(asked);

            Assert.Equal($"{asked} {there}", $"{asked} {answer.StatusCode} {answer.Headers.Location}");
        }
    }

    [Fact]
    public async Task Who_shortens_an_address_finds_the_year_or_the_month()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon"));
        foreach (var (asked, there) in new[]
        {
            ("/2026", "Found /archive#year-2026"),
            ("/2026/", "MovedPermanently /2026"),
            ("/2026/06", "Found /archive#year-2026"),
            ("/2026/6", "MovedPermanently /2026/06"),
            ("/2026/11", "OK "),
            ("/2025", "NotFound "),
            ("/2025/11", "NotFound "),
            ("/2026/13", "NotFound "),
        })
        {
            var answer = await desk.GetAsync(asked);

            Assert.Equal($"{asked} {there}", $"{asked} {answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.Contains("id=\"year-2026\"", await desk.ReadAsync("/archive"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_that_ask_nobody_for_the_icon_find_it()
    {
        await using var desk = new Desk();

        var icon = await desk.GetAsync("/favicon.ico");

        Assert.Equal((HttpStatusCode.OK, "image/x-icon"), (icon.StatusCode, icon.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("..", "/tag/~..")]
    [InlineData(".", "/tag/~.")]
    [InlineData("~..", "/tag/~~..")]
    [InlineData("...", "/tag/...")]
    [InlineData("a/b c", "/tag/a%2Fb%20c")]
    public async Task Whatever_a_tag_is_called_it_has_a_page_and_a_feed(string tag, string address)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", $"tags: [\"{tag}\"]", $"kind: \"{tag}\""));

        Assert.Contains($"href=\"{address}\"", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
        Assert.Contains("/2026/11/moon", await desk.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains("/2026/11/moon", await desk.ReadAsync($"{address}/feed.xml"), StringComparison.Ordinal);
        Assert.Contains("/2026/11/moon", await desk.ReadAsync($"{address}/clean/atom.xml"), StringComparison.Ordinal);
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

    [Theory]
    [InlineData("/tag")]
    [InlineData("/kind")]
    [InlineData("/media")]
    [InlineData("/cover")]
    [InlineData("/persona")]
    [InlineData("/article")]
    [InlineData("/story")]
    [InlineData("/source")]
    [InlineData("/index")]
    public async Task The_beginning_of_an_address_alone_is_no_page(string address)
    {
        await using var desk = new Desk();

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_is_sent_on_finds_the_text_that_the_address_asked_for()
    {
        await using var desk = new Desk(("gather", "false"))
            .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("personas/ada.md", "---\nname: Ada\n---\nA voice.")
            .With("posts/moon.md", Samples.Post("Moon", "date: 2026-11-05", "slug: moon", "tags: [Space]", "kind: take", "aliases: [luna, /blog/moon.html]"));
        foreach (var (asked, there) in new[]
        {
            ("/2026/11/luna", "MovedPermanently /2026/11/moon?language=clean"),
            ("/luna", "MovedPermanently /2026/11/moon?language=clean"),
            ("/blog/moon.html", "MovedPermanently /2026/11/moon?language=clean"),
            ("/2025/01/moon", "MovedPermanently /2026/11/moon?language=clean"),
            ("/tag/space", "MovedPermanently /tag/Space?language=clean"),
            ("/kind/Take", "MovedPermanently /kind/take?language=clean"),
            ("/persona/Ada", "MovedPermanently /persona/ada?language=clean"),
            ("/article/1", "MovedPermanently /article/1/moon-sold?language=clean"),
            ("/story/1", "MovedPermanently /story/1/moon-sold?language=clean"),
            ("/2026", "Found /archive?language=clean#year-2026"),
            ("/2026/06", "Found /archive?language=clean#year-2026"),
            ("/2026/6", "MovedPermanently /2026/06?language=clean"),
        })
        {
            var answer = await desk.GetAsync(asked + "?language=clean");

            Assert.Equal($"{asked} {there}", $"{asked} {answer.StatusCode} {answer.Headers.Location}");
        }
    }

    [Fact]
    public async Task Only_a_place_in_a_list_makes_a_page_of_its_own()
    {
        await using var desk = new Desk();

        Assert.Contains("/wire\">", Canonical(await desk.ReadAsync("/wire?at=x")), StringComparison.Ordinal);
        Assert.Contains("/wire?at=o1.1\">", Canonical(await desk.ReadAsync("/wire?at=o1.1")), StringComparison.Ordinal);

        static string Canonical(string page) => page.Split('\n').Single(line => line.Contains("rel=\"canonical\"", StringComparison.Ordinal)).Trim();
    }
}
