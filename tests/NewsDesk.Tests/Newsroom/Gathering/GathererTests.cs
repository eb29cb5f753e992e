using NewsDesk.Archive;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;
using static NewsDesk.Tests.Newsroom.Gathering.AWeb;
using static NewsDesk.Tests.Newsroom.Gathering.GatherRoom;

namespace NewsDesk.Tests.Newsroom.Gathering;

public sealed class GathererTests
{
    private const string Url = "https://e.org/feed";

    [Fact]
    public async Task A_feed_s_items_come_on_the_wire_cleaned_and_once()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(
            Item("1", "https://e.org/moon?utm_source=rss", "Moon sold", Whole("moon") + "<script>alert(1)</script>", Noon.AddHours(-2)),
            Item("2", "https://e.org/sun", "Sun sold", Whole("sun"), Noon.AddHours(-1))));
        await room.WatchFeedAsync(Url);

        var first = await room.VisitAsync();
        var again = await room.VisitAsync();

        Assert.Equal((2, 0, null), (first.Visit.Added, first.Visit.Changed, first.Visit.Error));
        Assert.Equal((0, 0, 304), (again.Visit.Added, again.Visit.Changed, again.Visit.Status));
        Assert.Equal(["Sun sold", "Moon sold"], (await room.WireAsync()).Select(line => line.Title));
        var moon = (await room.Articles.FindByUrlAsync("https://e.org/moon", Cancel))!;
        Assert.Equal(("The feed", "en", Noon.AddHours(-2)), (moon.Publisher, moon.Language, moon.Published));
        Assert.DoesNotContain("script", moon.Html, StringComparison.Ordinal);
        var source = Assert.Single(await room.Sources.ListAsync(Cancel));
        Assert.Equal((Noon, Noon, Noon.AddHours(-1), 0), (source.Succeeded, source.LastNew, source.LastPublished, source.Failures));
        Assert.Equal(room.Web.Asked.Last().ETag, source.Etag);
    }

    [Fact]
    public async Task One_article_in_two_feeds_is_one_with_two_mentions()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Item("1", "https://m.e.org/moon?utm_source=rss", "Moon sold", Whole("moon"))));
        room.Web.With("https://other.example/feed", Rss(Item("x", "https://www.google.com/url?q=https%3A%2F%2Fwww.e.org%2Fmoon", "Moon, they say", Whole("moon again"))));
        await room.WatchAsync(new WatchedSource { Kind = SourceKind.Feed, Url = Url, Title = "A" }, new WatchedSource { Kind = SourceKind.Feed, Url = "https://other.example/feed", Title = "B" });

        await room.GatherAsync();

        var article = Assert.Single(await room.WireAsync());
        Assert.Equal("https://www.e.org/moon", article.Url);
        Assert.Equal(2, (await room.Articles.ListMentionsOfAsync(article.Id, Cancel)).Count);
    }

    [Fact]
    public async Task An_edited_item_is_updated_and_its_old_text_kept_and_the_others_are_left_alone()
    {
        await using var room = await OpenAsync();
        string Second(string word) => Rss(Item("1", "https://e.org/moon", "Moon sold", Whole(word)), Item("2", "https://e.org/sun", "Sun sold", Whole("sun")));
        room.Web.With(Url, Second("moon"));
        await room.WatchFeedAsync(Url);
        await room.VisitAsync();
        room.Web.With(Url, Second("satellite"));

        var visit = (await room.VisitAsync()).Visit;

        Assert.Equal((0, 1), (visit.Added, visit.Changed));
        var article = (await room.Articles.FindByUrlAsync("https://e.org/moon", Cancel))!;
        Assert.Contains("satellite", article.Text, StringComparison.Ordinal);
        Assert.Contains("moon", Assert.Single(await room.Articles.ListVersionsAsync(article.Id, Cancel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_say_nothing_are_told_and_left_out_and_unseen_titles_are_none()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss("<item></item>", "<item><guid isPermaLink='false'>2</guid><title> </title></item>", "<item><guid isPermaLink='false'>3</guid><title>\u200b\u200b</title><description>The moon was sold.</description></item>"));
        await room.WatchFeedAsync(Url);

        var visit = (await room.VisitAsync()).Visit;

        Assert.Equal("2 of its items say nothing and are left out.", visit.Note);
        Assert.Equal("The moon was sold.", Assert.Single(await room.WireAsync()).Title);
    }

    [Fact]
    public async Task An_item_without_guid_and_link_is_known_again()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss("<item><title>No address</title><description>Just this.</description></item>"));
        await room.WatchFeedAsync(Url);
        await room.VisitAsync();
        room.Web.With(Url, Rss("<item><title>Another</title></item>", "<item><title>No address</title><description>Just this.</description></item>"));

        Assert.Equal(1, (await room.VisitAsync()).Visit.Added);
        Assert.Equal(2, (await room.WireAsync()).Count);
    }

    [Fact]
    public async Task A_summary_is_completed_from_the_page_under_the_page_s_own_address()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Item("1", "https://e.org/go/1", "Moon sold", "The moon …"), Item("2", "https://e.org/gone", "Sun sold", "The sun …")));
        room.Web.With("https://e.org/go/1", Page("Moon sold to town", "https://e.org/2026/moon", "moon"));
        await room.WatchFeedAsync(Url);

        var visit = (await room.VisitAsync()).Visit;

        Assert.Equal((2, null), (visit.Added, visit.Error));
        var moon = (await room.Articles.FindByUrlAsync("https://e.org/2026/moon", Cancel))!;
        Assert.Equal("Moon sold", moon.Title);
        Assert.Contains("could not be helped", moon.Text, StringComparison.Ordinal);
        Assert.Equal("The sun …", (await room.Articles.FindByUrlAsync("https://e.org/gone", Cancel))!.Text);
        await room.VisitAsync();
        Assert.Equal(1, room.Web.CountAsked("https://e.org/gone"));
    }

    [Fact]
    public async Task A_link_for_small_screens_leads_where_its_page_says_and_nowhere_that_nobody_named()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Item("1", "https://m.e.org/both", "Both", Whole("moon")), Item("2", "https://m.e.org/only", "Only", Whole("sun")), Item("3", "https://m.e.org/closed", "Closed", Whole("star")),
            Item("4", "https://m.e.org/missing", "Missing", Whole("comet"))))
            .With("https://m.e.org/both", Page("Both", "https://www.e.org/both", "moon"))
            .With("https://m.e.org/only", Page("Only", "https://m.e.org/only", "sun"))
            .With("https://m.e.org/closed", request => room.Web.Failed(request, FailureKind.Robots, "robots.txt asks us to stay away"));
        await room.WatchFeedAsync(Url);

        await room.VisitAsync();

        Assert.Equal(["https://m.e.org/closed", "https://m.e.org/only", "https://www.e.org/both", "https://www.e.org/missing"], (await room.WireAsync()).Select(line => line.Url).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_in_AMP_that_names_no_other_is_the_plain_one_when_that_shows_the_same_article()
    {
        await using var room = await OpenAsync();
        static string Form(string title, string word) => Page(title, "", word).Replace("<link rel=\"canonical\" href=\"\">", "", StringComparison.Ordinal);
        room.Web.With(Url, Rss(Item("1", "https://e.org/moon/amp", "Moon sold to town", Whole("moon")), Item("2", "https://e.org/guitar/amp", "The loudest amplifier", Whole("guitar")),
            Item("3", "https://e.org/alone?amp=1", "A page alone", Whole("star")), Item("4", "https://e.org/known.amp.html", "The known comet", "The comet …"), Item("5", "https://e.org/known.html", "The known comet", Whole("comet"))))
            .With("https://e.org/moon/amp", Form("Moon sold to town", "moon")).With("https://e.org/moon", Form("Moon sold to town - The Courier", "moon"))
            .With("https://e.org/guitar/amp", Form("The loudest amplifier", "amplifier")).With("https://e.org/guitar", Form("Guitars and their parts", "guitar"))
            .With("https://e.org/alone?amp=1", Form("A page alone", "star")).With("https://e.org/known.amp.html", Form("The known comet", "comet"));
        await room.WatchFeedAsync(Url);

        Assert.Null((await room.VisitAsync()).Visit.Error);

        Assert.Equal(["https://e.org/alone?amp=1", "https://e.org/guitar/amp", "https://e.org/known.html", "https://e.org/moon"], (await room.WireAsync()).Select(line => line.Url).Order(StringComparer.Ordinal));
        var asked = room.Web.Asked.Count;
        var again = (await room.VisitAsync()).Visit;
        Assert.Equal((0, 0, asked + 1), (again.Added, again.Changed, room.Web.Asked.Count));

        room.Web.With("https://other.example/feed", Rss(Item("x", "https://e.org/moon/amp?utm_source=other", "Moon, they say", Whole("moon again"))));
        await room.WatchFeedAsync("https://other.example/feed");
        await room.GatherAsync();
        Assert.Equal(4, (await room.WireAsync()).Count);
        Assert.Equal(2, (await room.Articles.ListMentionsOfAsync((await room.Articles.FindByUrlAsync("https://e.org/moon", Cancel))!.Id, Cancel)).Count);
    }

    [Fact]
    public async Task Items_of_one_title_without_guid_and_link_are_each_an_article_and_stay_so()
    {
        await using var room = await OpenAsync();
        static string Note(string text) => $"<item><title>Correction</title><description>{text}</description></item>";
        room.Web.With(Url, Rss(Note("The moon was not sold."), Note("The sun was not sold.")));
        await room.WatchFeedAsync(Url);

        Assert.Equal(2, (await room.VisitAsync()).Visit.Added);
        room.Web.With(Url, Rss(Note("A third."), Note("The moon was not sold."), Note("The sun was not sold.")));
        var third = (await room.VisitAsync()).Visit;
        Assert.Equal((1, 0), (third.Added, third.Changed));
        room.Web.With(Url, Rss(Note("A third."), Note("The moon was not sold."), Note("The sun was not sold, we hear.")));
        var edited = (await room.VisitAsync()).Visit;
        Assert.Equal((0, 1), (edited.Added, edited.Changed));
        room.Web.With(Url, Rss(Note("A third."), Note("The moon was not sold.")));
        var gone = (await room.VisitAsync()).Visit;

        Assert.Equal((0, 0), (gone.Added, gone.Changed));
        Assert.Equal(["A third.", "The moon was not sold.", "The sun was not sold, we hear."], (await room.WireAsync()).Select(line => line.Excerpt).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_are_not_fetched_when_the_source_says_never_and_always_when_it_says_so()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Item("1", "https://e.org/moon", "Moon sold", "The moon …"))).With("https://e.org/moon", Page("Moon", "https://e.org/moon", "moon"));
        await room.WatchFeedAsync(Url, FullText.Never);
        await room.VisitAsync();
        Assert.Equal("The moon …", (await room.Articles.FindByUrlAsync("https://e.org/moon", Cancel))!.Text);

        room.Web.With(Url, Rss(Item("1", "https://e.org/moon", "Moon sold", "<p>Whole.</p>")));
        await room.WatchFeedAsync(Url, FullText.Always);
        await room.VisitAsync();
        Assert.Contains("could not be helped", (await room.Articles.FindByUrlAsync("https://e.org/moon", Cancel))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pages_are_fetched_over_several_visits_and_a_page_that_fails_three_times_is_let_be()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Enumerable.Range(0, 20).Select(i => Item($"{i}", $"https://e.org/{i}", $"Moon {i}", "Short …"))));
        for (var i = 0; i < 19; i++) room.Web.With($"https://e.org/{i}", Page($"Moon {i}", $"https://e.org/{i}", "moon"));
        room.Web.With("https://e.org/19", request => room.Web.Failed(request, FailureKind.Timeout, "it took too long"));
        await room.WatchFeedAsync(Url);

        var first = await room.VisitAsync();
        Assert.Equal((20, 5), (first.Visit.Added, first.Source.PagesWaiting));
        Assert.InRange(first.Source.NextDue, Noon, Noon.AddMinutes(2));
        for (var i = 0; i < 6; i++) await room.VisitAsync();

        Assert.Equal(0, Assert.Single(await room.Sources.ListAsync(Cancel)).PagesWaiting);
        Assert.Equal(3, room.Web.CountAsked("https://e.org/19"));
        Assert.Equal(1, room.Web.CountAsked("https://e.org/18"));
        Assert.Equal("Short …", (await room.Articles.FindByUrlAsync("https://e.org/19", Cancel))!.Text);
        Assert.Equal(20, (await room.WireAsync()).Count);
    }

    [Fact]
    public async Task A_page_with_a_list_and_a_sitemap_bring_their_articles()
    {
        await using var room = await OpenAsync();
        room.Web.With("https://e.org/news", $"<html><body><main>{string.Concat(Enumerable.Range(1, 4).Select(i => $"<h2><a href='/moon-{i}-is-sold'>The moon number {i} is sold to a town</a></h2>"))}</main></body></html>");
        room.Web.With("https://e.org/sitemap.xml", "<sitemapindex><sitemap><loc>https://e.org/s1.xml</loc></sitemap></sitemapindex>");
        room.Web.With("https://e.org/s1.xml", $"<urlset><url><loc>https://e.org/moon-9-is-sold</loc><lastmod>{Noon.AddDays(-1):yyyy-MM-dd}</lastmod></url><url><loc>https://e.org/old</loc><lastmod>2020-01-01</lastmod></url></urlset>");
        foreach (var i in new[] { 1, 2, 3, 4, 9 }) room.Web.With($"https://e.org/moon-{i}-is-sold", Page($"The moon number {i} is sold to a town", $"https://e.org/moon-{i}-is-sold", "moon"));
        await room.WatchAsync(new WatchedSource { Kind = SourceKind.Page, Url = "https://e.org/news", Title = "List" }, new WatchedSource { Kind = SourceKind.Sitemap, Url = "https://e.org/sitemap.xml", Title = "Map" });

        var entered = await room.GatherAsync();

        Assert.All(entered, one => Assert.Null(one.Visit.Error));
        Assert.Equal(5, (await room.WireAsync()).Count);
        Assert.All(await room.WireAsync(), line => Assert.True(line.WordCount > 100));
        Assert.Equal(0, room.Web.CountAsked("https://e.org/old"));
    }

    [Fact]
    public async Task A_feed_of_fifty_thousand_items_is_bounded_to_the_newest_and_says_so()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss(Enumerable.Range(0, 50_000).Select(i => $"<item><guid>{i}</guid><link>https://e.org/{i}</link><title>Moon {i}</title><description>Sold.</description><pubDate>{Noon.AddMinutes(i - 60_000):R}</pubDate></item>")));
        await room.WatchFeedAsync(Url, FullText.Never);

        var visit = (await room.VisitAsync()).Visit;

        Assert.Equal((1_000, "It has 50,000 items; the newest 1,000 are taken."), (visit.Added, visit.Note));
        Assert.Equal("Moon 49999", (await room.WireAsync())[0].Title);
    }

    [Theory]
    [InlineData("big")]
    [InlineData("bomb")]
    [InlineData("deep")]
    public async Task Monstrous_feeds_are_read_within_bounds(string monster)
    {
        await using var room = await OpenAsync();
        var body = monster switch
        {
            "big" => Rss(Item("1", "https://e.org/1", "Big", string.Concat(Enumerable.Repeat("<p>A paragraph of moon.</p>", 200_000)))),
            "bomb" => "<!DOCTYPE rss [<!ENTITY a 'moon'>" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY a{i} '{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}'>"))
                + "]><rss version='2.0'><channel><item><guid>1</guid><link>https://e.org/1</link><title>&a19;</title><description>&xxe; Sold.</description></item></channel></rss>",
            _ => Rss(Item("1", "https://e.org/1", "Deep", string.Concat(Enumerable.Repeat("<div><b>", 10_000)) + "moon")),
        };
        room.Web.With(Url, body);
        await room.WatchFeedAsync(Url, FullText.Never);

        Assert.Equal((1, null), ((await room.VisitAsync()).Visit.Added, (await room.Visits.ListAsync(1, 1, Cancel))[0].Error));
        Assert.InRange((await room.Articles.FindByUrlAsync("https://e.org/1", Cancel))!.Html.Length, 0, 1_100_000);
    }

    [Fact]
    public async Task Failures_rest_longer_and_longer_and_are_told_and_forgotten_when_it_goes_well_again()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, request => room.Web.Failed(request, FailureKind.Tls, "the certificate expired on 3 May 2026"));
        await room.WatchFeedAsync(Url);

        var first = (await room.VisitAsync()).Source;
        room.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await room.VisitAsync()).Source;

        Assert.Equal(("The certificate expired on 3 May 2026.", 2), (second.LastError, second.Failures));
        Assert.True(second.NextDue - second.Visited > first.NextDue - first.Visited);
        Assert.Equal(2, (await room.Visits.ListAsync(second.Id, 9, Cancel)).Count(visit => visit.Error == "The certificate expired on 3 May 2026."));

        room.Web.With(Url, request => room.Web.Failed(request, FailureKind.Status, "the server asks to wait (429)", 429, TimeSpan.FromHours(7)));
        Assert.Equal(room.Clock.GetUtcNow().AddHours(7), (await room.VisitAsync()).Source.NextDue);

        room.Web.With(Url, Rss(Item("1", "https://e.org/1", "Moon", Whole("moon"))));
        var well = (await room.VisitAsync()).Source;
        Assert.Equal((0, null), (well.Failures, well.LastError));
    }

    [Fact]
    public async Task A_source_that_is_gone_for_good_retires_and_can_be_woken()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, room.Web.Gone);
        await room.WatchFeedAsync(Url);

        await room.VisitAsync();
        room.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, await room.Gatherer.GatherDueAsync(null, Cancel));

        room.Web.With(Url, Rss(Item("1", "https://e.org/1", "Moon", Whole("moon"))));
        Assert.True(await room.Sources.WakeAsync(1, Cancel));
        Assert.Equal(1, await room.Gatherer.GatherDueAsync(null, Cancel));
        Assert.Null((await room.Sources.FindAsync(1, Cancel))!.Retired);
    }

    [Fact]
    public async Task A_lasting_redirect_is_believed_the_third_time_and_the_operator_may_follow()
    {
        await using var room = await OpenAsync();
        const string Moved = "https://new.example/feed";
        var body = System.Text.Encoding.UTF8.GetBytes(Rss(Item("1", "https://e.org/1", "Moon", Whole("moon"))));
        room.Web.With(Url, request => room.Web.Answer(request, body, null, null, new Hop(new Uri(Url), new Uri(Moved), 301)));
        room.Web.With(Moved, request => room.Web.Answer(request, body));
        await room.WatchFeedAsync(Url);

        for (var i = 0; i < 3; i++) await room.VisitAsync();
        Assert.Equal(0, room.Web.CountAsked(Moved));
        await room.VisitAsync();
        Assert.Equal(1, room.Web.CountAsked(Moved));
        Assert.Equal(3, room.Web.CountAsked(Url));

        await room.WatchFeedAsync(Moved);
        var source = Assert.Single(await room.Sources.ListAsync(Cancel));
        Assert.Equal((1L, Moved, null, true), (source.Id, source.Url, source.MovedTo, source.Active));
    }

    [Fact]
    public async Task A_redirect_that_changes_its_mind_is_not_believed()
    {
        await using var room = await OpenAsync();
        var turn = 0;
        room.Web.With(Url, request => room.Web.Answer(request, System.Text.Encoding.UTF8.GetBytes(Rss($"<item><title>{turn}</title></item>")), null, null,
            new Hop(new Uri(Url), new Uri($"https://new.example/{turn++ % 2}"), 301)));
        await room.WatchFeedAsync(Url);

        for (var i = 0; i < 5; i++) await room.VisitAsync();

        Assert.Equal(1, Assert.Single(await room.Sources.ListAsync(Cancel)).Moves);
        Assert.Equal(5, room.Web.CountAsked(Url));
    }

    [Fact]
    public async Task One_that_misbehaves_never_stops_the_others()
    {
        await using var room = await OpenAsync();
        string[] bad = ["throws", "no-feed", "empty", "waits", "refused"];
        room.Web.With("https://throws.example/feed", _ => throw new InvalidOperationException("A mistake of our own."));
        room.Web.With("https://no-feed.example/feed", "<html><body>Please log in</body></html>");
        room.Web.With("https://empty.example/feed", "");
        room.Web.With("https://waits.example/feed", request => room.Web.Failed(request, FailureKind.Waiting, "the host asked for a pause"));
        room.Web.With("https://refused.example/feed", request => room.Web.Failed(request, FailureKind.Address, "it leads to a private network"));
        foreach (var i in Enumerable.Range(0, 40)) room.Web.With($"https://good{i}.example/feed", Rss(Item("1", $"https://good{i}.example/1", "Moon", Whole("moon"))));
        await room.WatchAsync(bad.Concat(Enumerable.Range(0, 40).Select(i => $"good{i}")).Select(name => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://{name}.example/feed", Title = name }));

        var entered = await room.GatherAsync();

        Assert.Equal(45, entered.Count);
        Assert.Equal(bad.Order(), entered.Where(one => one.Visit.Error is not null).Select(one => one.Source.Title).Order());
        Assert.Equal(40, (await room.WireAsync()).Count);
        Assert.All(await room.Sources.ListAsync(Cancel), source => Assert.Null(source.ClaimedBy));
        Assert.Equal(0, (await room.Sources.FindByUrlAsync("https://waits.example/feed", Cancel))!.Failures);
    }

    [Fact]
    public async Task When_a_host_asks_to_be_left_alone_its_neighbours_wait_as_long_and_say_so()
    {
        await using var room = await OpenAsync();
        foreach (var i in Enumerable.Range(0, 3))
            room.Web.With($"https://busy.example/{i}", request => room.Web.Failed(request, FailureKind.Waiting, "the host asked to be left alone until 15:00 UTC", null, TimeSpan.FromHours(3)));
        await room.WatchAsync(Enumerable.Range(0, 3).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://busy.example/{i}", Title = $"{i}" }));

        var entered = await room.GatherAsync();

        Assert.Single(room.Web.Asked);
        Assert.All(entered, one => Assert.Equal(("The host asked to be left alone until 15:00 UTC.", Noon.AddHours(3)), (one.Visit.Error, one.Source.NextDue)));
    }

    [Fact]
    public async Task A_source_that_is_sent_on_to_a_dead_host_says_nothing_of_its_neighbours()
    {
        await using var room = await OpenAsync();
        room.Web.With("https://e.org/dead", request => new Fetched.Failed(new Attempt(new Uri("https://dead.example/"), [new Hop(request.Address, new Uri("https://dead.example/"), 302)],
            null, 0, TimeSpan.Zero, Noon), FailureKind.Dns, "the name dead.example does not exist"));
        foreach (var i in Enumerable.Range(0, 3)) room.Web.With($"https://e.org/{i}", Rss(Item($"{i}", $"https://e.org/a{i}", "Moon", Whole("moon"))));
        await room.WatchAsync(Enumerable.Range(0, 3).Select(i => $"{i}").Prepend("dead").Select(name => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://e.org/{name}", Title = name }));

        var entered = await room.GatherAsync();

        Assert.Equal("dead", Assert.Single(entered, one => one.Visit.Error is not null).Source.Title);
    }

    [Fact]
    public async Task Days_that_programs_write_that_know_none_and_days_far_ahead_are_not_believed()
    {
        await using var room = await OpenAsync();
        DateTimeOffset[] dates = [DateTimeOffset.UnixEpoch, new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), Noon.AddYears(10), Noon.AddDays(2), Noon.AddYears(-40)];
        room.Web.With(Url, Rss([.. dates.Select((date, i) => Item($"{i}", $"https://e.org/{i}", $"Moon {i}", Whole($"moon{i}"), date))]));
        await room.WatchFeedAsync(Url);

        await room.VisitAsync();

        var published = (await room.WireAsync()).ToDictionary(line => line.Title, line => line.Published, StringComparer.Ordinal);
        Assert.Equal([null, null, null, dates[3], dates[4]], Enumerable.Range(0, 5).Select(i => published[$"Moon {i}"]));
    }

    [Fact]
    public async Task When_a_host_cannot_be_reached_its_neighbours_are_not_asked_in_vain()
    {
        await using var room = await OpenAsync();
        foreach (var i in Enumerable.Range(0, 30)) room.Web.With($"https://down.example/{i}", request => room.Web.Failed(request, FailureKind.Timeout, "it took too long"));
        await room.WatchAsync(Enumerable.Range(0, 30).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://down.example/{i}", Title = $"{i}" }));

        await room.GatherAsync();

        Assert.Single(room.Web.Asked);
        Assert.Equal(1, (await room.Sources.ListAsync(Cancel)).Sum(source => source.Failures));
        Assert.All(await room.Sources.ListAsync(Cancel), source => Assert.True(source.NextDue > Noon));
    }

    [Fact]
    public async Task Sources_of_one_host_are_visited_one_after_the_other_and_hosts_side_by_side()
    {
        var (now, most, perHost) = (0, 0, new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal));
        var clock = new HandClock(Noon);
        var web = new AWeb(clock);
        await using var room = await OpenAsync(async (request, cancel) =>
        {
            Assert.Equal(1, perHost.AddOrUpdate(request.Address.Host, 1, (_, count) => count + 1));
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Delay(20, cancel);
            Interlocked.Decrement(ref now);
            perHost.AddOrUpdate(request.Address.Host, 0, (_, count) => count - 1);
            return web.Answer(request, System.Text.Encoding.UTF8.GetBytes(Rss()));
        });
        await room.WatchAsync(Enumerable.Range(0, 40).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://h{i % 10}.example/{i}", Title = $"{i}" }));

        var entered = await room.GatherAsync();

        Assert.All(entered, one => Assert.Null(one.Visit.Error));
        Assert.InRange(most, 2, room.Pace.MostAtOnce);
    }

    [Fact]
    public async Task Several_nodes_share_what_is_due_and_none_is_visited_twice()
    {
        await using var room = await OpenAsync();
        foreach (var i in Enumerable.Range(0, 60)) room.Web.With($"https://h{i}.example/feed", Rss(Item("1", $"https://h{i}.example/1", "Moon", Whole("moon"))));
        await room.WatchAsync(Enumerable.Range(0, 60).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://h{i}.example/feed", Title = $"{i}" }));
        var nodes = Enumerable.Range(0, 3).Select(_ => new NewsDesk.Newsroom.Gathering.Gatherer(room.Fetch, room.Sources, room.Articles, room.Visits, room.Clock, room.Pace,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<NewsDesk.Newsroom.Gathering.Gatherer>.Instance)).ToList();

        var counts = await Task.WhenAll(nodes.Select(node => node.GatherDueAsync(null, Cancel)));

        Assert.Equal(60, counts.Sum());
        Assert.Equal(60, room.Web.Asked.Count);
        Assert.Equal(3, nodes.Select(node => node.Node).Distinct().Count());
    }

    [Fact]
    public async Task The_history_is_bounded()
    {
        await using var room = await OpenAsync();
        room.Web.With(Url, Rss());
        await room.WatchFeedAsync(Url);
        for (var i = 0; i < 12; i++)
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            await room.VisitAsync();
        }

        Assert.Equal(2, await room.Visits.TrimAsync(10, Cancel));
        Assert.Equal(room.Clock.GetUtcNow(), (await room.Visits.ListAsync(1, 99, Cancel))[0].Began);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen; (seen = Volatile.Read(ref most)) < value;) Interlocked.CompareExchange(ref most, value, seen);
    }
}
