using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsDesk.Tests.Pages;

/// <summary>The feeds as feed readers and people get them.</summary>
public sealed class SubscriptionTests(SubscriptionTests.OnePaper one) : IClassFixture<SubscriptionTests.OnePaper>
{
    /// <summary>One desk for all who only read.</summary>
    public sealed class OnePaper : IAsyncDisposable
    {
        internal Desk Desk { get; } = Paper();

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    private static readonly string StrongPost = """
        ---
        title: The fucking moon
        slug: moon
        tags: [space, a/b]
        kind: take
        originals: [https://lantern.example/moon]
        ---
        They sold the fucking moon.
        """;

    private static Desk Paper() => new Desk()
        .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
        .With("language.yml", "strong:\n  - fuck*\n")
        .With("posts/2026-11-05-moon.md", StrongPost);

    [Theory]
    [InlineData("/feed.xml", "application/rss+xml")]
    [InlineData("/clean/feed.xml", "application/rss+xml")]
    [InlineData("/tag/space/feed.xml", "application/rss+xml")]
    [InlineData("/tag/a%2Fb/atom.xml", "application/atom+xml")]
    [InlineData("/kind/take/clean/feed.json", "application/feed+json")]
    [InlineData("/search.xml?q=moon", "application/rss+xml")]
    [InlineData("/search/atom.xml?q=moon", "application/atom+xml")]
    [InlineData("/wire/feed.xml", "application/rss+xml")]
    [InlineData("/wire/feed.json", "application/feed+json")]
    [InlineData("/api/posts.json", "application/feed+json")]
    [InlineData("/feeds.opml", "text/x-opml")]
    [InlineData("/sources.opml", "text/x-opml")]
    public async Task Each_feed_is_answered_in_its_own_type(string address, string type)
    {
        var desk = one.Desk;

        using var answer = await desk.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/tag/nothing/feed.xml")]
    [InlineData("/kind/nothing/feed.xml")]
    [InlineData("/persona/nobody/feed.xml")]
    [InlineData("/source/9999/feed.xml")]
    [InlineData("/feed.xml?month=1969-07")]
    public async Task What_is_not_there_has_no_feed(string address)
    {
        var desk = one.Desk;

        using var answer = await desk.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/tag/clean")]
    [InlineData("/kind/clean")]
    [InlineData("/persona/clean")]
    public async Task What_is_called_clean_has_a_feed_as_written_and_a_clean_one(string page)
    {
        await using var desk = new Desk().With("language.yml", "strong:\n  - fuck*\n").With("personas/clean.md", "---\nname: Mister Clean\n---\nA bio.")
            .With("posts/2026-11-05-moon.md", "---\ntitle: The fucking moon\nslug: moon\ntags: [clean]\nkind: clean\npersona: clean\n---\nSold.");

        Assert.Contains("The fucking moon", await desk.ReadAsync($"{page}/feed.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("fucking", await desk.ReadAsync($"{page}/clean/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_leads_on_to_all_that_is_found()
    {
        await using var desk = new Desk();
        for (var i = 0; i < 60; i++) desk.With($"posts/moon{i}.md", Samples.Post($"We bought moon {i}", "date: 2026-11-05", $"slug: moon-{i}"));
        var (seen, address) = (new List<string>(), "/search/atom.xml?q=moon");

        while (address is not null)
        {
            var feed = XDocument.Parse(await desk.ReadAsync(address)).Root!;
            seen.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            address = feed.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href")!.Value is { } next ? new Uri(next).PathAndQuery : null;
        }

        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_clean_feed_swears_nowhere_and_the_strong_one_says_so()
    {
        await using var desk = Paper();

        var strong = XDocument.Parse(await desk.ReadAsync("/atom.xml")).Root!.Element(Atom + "entry")!;
        var clean = await desk.ReadAsync("/clean/atom.xml");

        Assert.Equal("adult", strong.Element(Media + "rating")!.Value);
        Assert.DoesNotContain("fuck", clean, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("nonadult", XDocument.Parse(clean).Root!.Element(Atom + "entry")!.Element(Media + "rating")!.Value);
        Assert.Equal(strong.Element(Atom + "id")!.Value, XDocument.Parse(clean).Root!.Element(Atom + "entry")!.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task A_post_is_whole_names_its_originals_and_says_that_it_is_satire()
    {
        await using var desk = Paper();

        using var feed = JsonDocument.Parse(await desk.ReadAsync("/feed.json"));

        var item = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray());
        Assert.Contains("They sold the fucking moon.", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Contains("Satire from", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.True(item.GetProperty("_newsdesk").GetProperty("satire").GetBoolean());
        Assert.Equal("strong", item.GetProperty("_newsdesk").GetProperty("language_level").GetString());
        Assert.Equal("https://lantern.example/moon", Assert.Single(item.GetProperty("_newsdesk").GetProperty("originals").EnumerateArray()).GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_wire_gives_no_more_than_an_excerpt_and_leads_to_the_original()
    {
        await using var desk = Paper();

        var item = XDocument.Parse(await desk.ReadAsync("/wire/feed.xml")).Root!.Element("channel")!.Element("item")!;

        Assert.Equal("https://lantern.example/moon", item.Element("link")!.Value);
        Assert.Null(item.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/")));
    }

    [Theory]
    [InlineData("feed.xml", "application/rss+xml")]
    [InlineData("atom.xml", "application/atom+xml")]
    [InlineData("feed.json", "application/feed+json")]
    public async Task A_story_is_a_feed_of_who_tells_it(string file, string type)
    {
        var desk = one.Desk;
        await desk.ReadAsync("/");
        var story = (await desk.Part<NewsDesk.Archive.Stories>().ListLatestAsync(null, 1, TestContext.Current.CancellationToken)).Items[0];

        var page = await desk.ReadAsync(NewsDesk.Pages.Address.OfStory(story.Id, story.Title));
        using var answer = await desk.GetAsync($"/story/{story.Id}/{file}");
        var feed = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"href=\"/story/{story.Id}/{file}\"", page, StringComparison.Ordinal);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Moon sold", feed, StringComparison.Ordinal);
        Assert.Contains("https://lantern.example/moon", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("full at the time", feed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/story/9999/{file}")).StatusCode);
    }

    [Fact]
    public async Task The_archive_leads_from_the_newest_posts_to_all_others()
    {
        await using var desk = new Desk();
        for (var day = 1; day <= 28; day++)
        {
            desk.With($"posts/2026-08-{day:00}-a.md", Samples.Post($"August {day}"));
            desk.With($"posts/2026-09-{day:00}-b.md", Samples.Post($"September {day}"));
        }

        var titles = new HashSet<string>(StringComparer.Ordinal);
        var address = "/feed.xml";
        while (address is not null)
        {
            var channel = XDocument.Parse(await desk.ReadAsync(address)).Root!.Element("channel")!;
            titles.UnionWith(channel.Elements("item").Select(item => item.Element("title")!.Value));
            var older = channel.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == "prev-archive");
            address = older is null ? null : new Uri(older.Attribute("href")!.Value).PathAndQuery;
        }

        Assert.Equal(56, titles.Count);
    }

    [Fact]
    public async Task A_person_who_opens_a_feed_gets_a_page_and_a_reader_the_feed()
    {
        await using var desk = Paper();
        await desk.ReadAsync("/tag/space/feed.xml");

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/tag/space/feed.xml");
        asked.Headers.Add("Sec-Fetch-Dest", "document");
        using var page = await desk.Reader.SendAsync(asked, TestContext.Current.CancellationToken);
        using var feed = await desk.GetAsync("/tag/space/feed.xml");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("/tag/space/feed.xml", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("application/rss+xml", feed.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Sec-Fetch-Dest", feed.Headers.Vary);
    }

    [Fact]
    public async Task Printed_again_is_not_changed_and_other_words_are()
    {
        await using var desk = Paper();
        Assert.DoesNotContain("date_modified", await desk.ReadAsync("/feed.json"), StringComparison.Ordinal);

        desk.With("personas/mona.md", "---\nname: Mona\n---\nA bio.");
        await desk.ReadUntilAsync("/feeds", page => page.Contains("Mona", StringComparison.Ordinal));
        Assert.DoesNotContain("date_modified", await desk.ReadAsync("/feed.json"), StringComparison.Ordinal);

        desk.With("posts/2026-11-05-moon.md", StrongPost + "\nAnd the sun.\n");
        var changed = await desk.ReadUntilAsync("/feed.json", feed => feed.Contains("And the sun", StringComparison.Ordinal));
        Assert.Contains("date_modified", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_can_be_shown_by_other_sites()
    {
        await using var desk = Paper();
        var post = $"/oembed?url={Uri.EscapeDataString("http://localhost:5080/2026/11/moon")}";

        using var card = JsonDocument.Parse(await desk.ReadAsync(post + "&maxwidth=300"));
        var xml = XDocument.Parse(await desk.ReadAsync(post + "&format=xml")).Root!;

        Assert.Contains("Satire from", card.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(300, card.RootElement.GetProperty("width").GetInt32());
        // A picture that is wider than asked for is none.
        Assert.False(card.RootElement.TryGetProperty("thumbnail_url", out _));
        Assert.Equal(("oembed", "rich", "1200"), (xml.Name.LocalName, xml.Element("type")!.Value, xml.Element("thumbnail_width")!.Value));
        Assert.Equal(card.RootElement.GetProperty("title").GetString(), xml.Element("title")!.Value);
    }

    [Fact]
    public async Task A_card_that_cannot_be_had_is_refused_in_a_sentence()
    {
        await using var desk = Paper();
        foreach (var (query, status) in new[]
        {
            ("?url=http://localhost:5080/2026/11/moon&format=yaml", HttpStatusCode.NotImplemented),
            ("?url=http://localhost:5080/2026/11/moon&maxwidth=-3", HttpStatusCode.BadRequest),
            ("?url=http://localhost:5080/2026/11/moon&maxheight=wide", HttpStatusCode.BadRequest),
            ("", HttpStatusCode.BadRequest),
            ("?url=moon", HttpStatusCode.NotFound),
            ("?url=http://localhost:5080/2026/11/nothing", HttpStatusCode.NotFound),
            ("?url=http://other.example/2026/11/moon", HttpStatusCode.NotFound),
        })
        {
            using var answer = await desk.GetAsync("/oembed" + query);

            Assert.Equal((query, status), (query, answer.StatusCode));
            Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_headline_is_set_on_pages_and_in_feeds_and_its_address_is_what_it_was()
    {
        await using var desk = new Desk()
            .With("posts/2026-11-05-a.md", "---\ntitle: \"The moon's \\\"sale\\\" -- again...\"\nsummary: It isn't ours\n---\nIt's over.")
            .With("site.yml", "title: The Paper's Paper\ntagline: \"News that isn't\"\n");

        var page = System.Net.WebUtility.HtmlDecode(await desk.ReadAsync("/2026/11/the-moons-sale-again"));
        Assert.Contains("The moon’s “sale” – again…</h1>", page, StringComparison.Ordinal);
        Assert.Contains("It isn’t ours</p>", page, StringComparison.Ordinal);
        Assert.Contains("News that isn’t", page, StringComparison.Ordinal);
        foreach (var feed in new[] { "/feed.xml", "/atom.xml", "/feed.json" })
            Assert.Contains("The moon’s “sale” – again…", await desk.ReadAsync(feed), StringComparison.Ordinal);

        var ours = XDocument.Parse(await desk.ReadAsync("/feeds.opml"));
        Assert.Equal("The Paper’s Paper: all feeds", ours.Root!.Element("head")!.Element("title")!.Value);
    }
}
