using System.Net;
using NewsDesk.Archive;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Lists;
using NewsDesk.Wire.Sources.Sitemaps;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>What a source has to show, of whatever kind it is: the items of a feed, or links of a list in the same form.</summary>
internal abstract record Contents
{
    /// <summary>More in one visit is an archive being emptied over us; the newest count.</summary>
    public const int MaxItems = 1_000;

    private const int MaxLinks = 100;

    /// <summary>A sitemap may name every page since the site began: these are news.</summary>
    private static readonly TimeSpan NewInSitemap = TimeSpan.FromDays(7);

    /// <summary>A date further ahead is a slip.</summary>
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(31);

    public sealed record Shown(Feed Feed, IReadOnlyList<FeedItem> Items, string? Note) : Contents;

    /// <summary>An index of sitemaps: where to go on.</summary>
    public sealed record GoOn(IReadOnlyList<Uri> Sitemaps) : Contents;

    /// <summary>The reason is a clause for a person.</summary>
    public sealed record Unreadable(string Reason) : Contents;

    public static Contents Read(Source source, SourceReading reading, Fetched.Received body, DateTimeOffset now)
    {
        var contents = source.Kind switch
        {
            "page" when body.Kind == ContentKind.Page => OfPage(source, reading, body),
            "page" or "feed" => OfFeed(body),
            "sitemap" => OfSitemap(source, body, now),
            _ => new Unreadable($"a source of the kind {source.Kind} is not fetched"),
        };
        return contents is Shown shown ? shown with { Items = [.. shown.Items.Select(item => Dated(item, now))] } : contents;
    }

    private static FeedItem Dated(FeedItem item, DateTimeOffset now) =>
        IsBelieved(item.Published, now) && IsBelieved(item.Updated, now) ? item : item with
        {
            Published = IsBelieved(item.Published, now) ? item.Published : null,
            Updated = IsBelieved(item.Updated, now) ? item.Updated : null,
        };

    /// <summary>The first days of calendars are what programs write that know none, and nobody has published next year.</summary>
    private static bool IsBelieved(DateTimeOffset? date, DateTimeOffset now) =>
        date is not { UtcDateTime: var day } || (day.Year > 1900 && day.Date != DateTime.UnixEpoch && date < now + LongestAhead);

    private static Contents OfFeed(Fetched.Received body) => FeedReader.Read(body.Body, body.Attempt.Address, body.ContentType) switch
    {
        FeedRead.Read(var feed) => OfItems(feed),
        FeedRead.NotAFeed(var reason) => new Unreadable(reason),
        _ => throw new InvalidOperationException("Bytes are a feed or they are none."),
    };

    /// <summary>Some programs write an item before there is one.</summary>
    private static bool SaysSomething(FeedItem item) => item.Enclosures.Count > 0 || item.Link is not null
        || !string.IsNullOrWhiteSpace(item.Title) || !string.IsNullOrWhiteSpace(item.Summary) || !string.IsNullOrWhiteSpace(item.Content);

    /// <summary>The items that are left out are let go at once: there may be a hundred thousand.</summary>
    private static Shown OfItems(Feed feed)
    {
        var said = feed.Items.All(SaysSomething) ? feed.Items : [.. feed.Items.Where(SaysSomething)];
        var newest = Newest(said);
        List<string> notes = [];
        if (said.Count < feed.Items.Count) notes.Add($"{feed.Items.Count - said.Count:N0} of its items say nothing and are left out.");
        if (newest.Count < said.Count) notes.Add($"It has {said.Count:N0} items; the newest {newest.Count:N0} are taken.");
        return new(feed with { Items = newest }, newest, notes.Count > 0 ? string.Join(' ', notes) : null);
    }

    private static Contents OfPage(Source source, SourceReading reading, Fetched.Received body)
    {
        var read = ListPage.Read(body.Body, body.Attempt.Address, reading.List ?? ListSelectors.None, body.ContentType);
        if (read.Links.Count > 0) return OfLinks(source, read.Links.Take(MaxLinks));
        return new Unreadable(read.Guessed
            ? "no list of links to articles is seen in the page; say where it is with newsdesk:item, a CSS selector"
            : "the selectors find no link in the page; compare them with the page as it is now");
    }

    private static Contents OfSitemap(Source source, Fetched.Received body, DateTimeOffset now)
    {
        // What was added as a sitemap is a feed now and then.
        if (body.Kind == ContentKind.Feed) return OfFeed(body);
        switch (SitemapReader.Read(body.Body, body.Attempt.Address, body.ContentType))
        {
            case SitemapRead.NotASitemap(var reason):
                return new Unreadable(reason);
            case SitemapRead.Index(var sitemaps):
                return new GoOn([.. sitemaps.Select(map => new Uri(map.Url))]);
            case SitemapRead.Pages(var links, _):
                var recent = links.Where(link => link.Published is null || link.Published > now - NewInSitemap).ToList();
                var taken = SitemapReader.Newest(recent.Exists(link => link.Published is not null) ? [.. recent.Where(link => link.Published is not null)] : recent, MaxLinks);
                return OfLinks(source, taken) with { Note = taken.Count < links.Count ? $"It has {links.Count:N0} addresses; the newest {taken.Count:N0} are looked at." : null };
            default:
                throw new InvalidOperationException("Bytes are a sitemap or they are none.");
        }
    }

    private static Shown OfLinks(Source source, IEnumerable<ListedLink> links)
    {
        List<FeedItem> items = [.. links.Select(link => new FeedItem
        {
            Link = link.Url,
            Title = link.Title,
            Summary = link.Summary is { } summary ? $"<p>{WebUtility.HtmlEncode(summary)}</p>" : null,
            Published = link.Published,
        })];
        return new(new Feed { Format = source.Kind, Title = source.Title, Language = source.Language, Items = items }, items, null);
    }

    private static IReadOnlyList<FeedItem> Newest(IReadOnlyList<FeedItem> items) => items.Count <= MaxItems
        ? items
        : [.. items.Index().OrderByDescending(item => item.Item.Published ?? item.Item.Updated ?? DateTimeOffset.MinValue).ThenBy(item => item.Index).Take(MaxItems).Select(item => item.Item)];
}
