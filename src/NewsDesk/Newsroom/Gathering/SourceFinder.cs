using System.Text;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Discovery;
using NewsDesk.Wire.Sources.Known;
using NewsDesk.Wire.Sources.Lists;
using NewsDesk.Wire.Sources.Sitemaps;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>A source that was tried and works.</summary>
/// <param name="Count">Of items or links that it shows now.</param>
public sealed record Found(Candidate Candidate, string Title, string? SiteUrl, string? Language, int Count, DateTimeOffset? Newest);

/// <summary>What became of looking for sources behind an address.</summary>
/// <param name="Trouble">Why nothing was found; a clause for a person.</param>
/// <param name="Note">What a person should know of what was found; a clause.</param>
public sealed record FindOutcome(IReadOnlyList<Found> Found, string? Trouble, string? Note = null);

/// <summary>Finds what can be gathered behind an address that a person pasted: tries the likely places, the best first.</summary>
public sealed class SourceFinder(Fetch fetch, TimeProvider clock)
{
    /// <summary>Candidates that are tried: each costs its host a request.</summary>
    private const int MostTried = 6;

    /// <summary>A page with fewer links in its list than this is not one that lists.</summary>
    private const int FewestLinks = 3;

    public async Task<FindOutcome> FindAsync(string pasted, CancellationToken cancel)
    {
        var addresses = PastedAddress.Read(pasted);
        if (addresses.Count == 0) return new([], "this is no web address; write it as https://example.org/");
        FindOutcome? last = null;
        foreach (var address in addresses)
        {
            last = await FindAsync(address, cancel);
            if (last.Found.Count > 0) return last;
        }

        return last!;
    }

    private async Task<FindOutcome> FindAsync(Uri address, CancellationToken cancel)
    {
        var known = await TryAllAsync(KnownFeeds.Of(address), cancel);
        if (known.Count > 0) return new(known, null);
        var fetched = await fetch(new FetchRequest(address), cancel);
        return fetched switch
        {
            Fetched.Received { Kind: ContentKind.Opml } => new([], "this is a list of feeds; take it over with newsdesk sources import FILE"),
            Fetched.Received { Kind: ContentKind.Page } page => await OfPageAsync(address, page, cancel),
            Fetched.Received other => Of(new Candidate(other.Kind == ContentKind.Sitemap ? SourceKind.Sitemap : SourceKind.Feed, Permanent(other).AbsoluteUri, null, Finding.Itself), other) is { } itself
                ? new([itself], null)
                : new([], "nothing can be read of what it answers"),
            Fetched.Failed failed => new([], failed.Reason),
            Fetched.Gone gone => new([], gone.Reason),
            _ => new([], "it answers nothing new to somebody who asks for the first time"),
        };
    }

    private async Task<FindOutcome> OfPageAsync(Uri pasted, Fetched.Received page, CancellationToken cancel)
    {
        var url = page.Attempt.Address;
        if (DoorAt(page) is { } door) return await OfDoorAsync(pasted, page, door, cancel);
        var named = KnownFeeds.InPage(url, Encoding.UTF8.GetString(page.Body.Span)).Concat(PageFeeds.In(page.Body, url, page.ContentType)).ToList();
        var found = await TryAllAsync(named, cancel);
        if (found.Count == 0 && await TryFirstAsync(PageFeeds.UsualPlaces(url), cancel) is { } usual) found = [usual];
        // A site's feed brings more than the section that was pasted: so that stays on offer.
        if (found.Count > 0) return new(url.AbsolutePath != "/" && OfList(page) is { } section ? [.. WithSite(found, url), section] : WithSite(found, url), null);
        // A person may look at the page; whether a program may come again and again is for the site to say.
        if (OfList(page) is { } list)
            return await fetch(new FetchRequest(url) { Wanted = Wanted.Page }, cancel) is Fetched.Failed { Kind: FailureKind.Robots } refused ? new([], refused.Reason) : new([list], null);
        if (await TryFirstAsync(PageFeeds.UsualSitemapPlaces(url), cancel) is { } sitemap) return new(WithSite([sitemap], url), null);
        return new([], "no feed is found there, and no list of links to articles is seen in the page; name the list with --item and a CSS selector");
    }

    /// <summary>What a page does that stands before the one that was meant; null when it is a page like others, perhaps with a login in a corner.</summary>
    private string? DoorAt(Fetched.Received page) => Door.At(page.Attempt.Address) ?? (Door.AsksForPassword(page.Body.Span, page.ContentType) && OfList(page) is null ? Door.Login : null);

    /// <summary>
    /// Behind a login nobody may read; feeds beside it are often open, and then they are what was looked for. A sitemap would only lead to page after page that asks for the login,
    /// so it is named and not taken.
    /// </summary>
    private async Task<FindOutcome> OfDoorAsync(Uri pasted, Fetched.Received page, string door, CancellationToken cancel)
    {
        var url = page.Attempt.Address;
        var said = url == pasted ? $"the page {door}" : $"it leads to {url}, which {door}";
        var found = await TryAllAsync(PageFeeds.In(page.Body, url, page.ContentType), cancel);
        if (found.Count == 0 && await TryFirstAsync(PageFeeds.UsualPlaces(new Uri(pasted, "/")), cancel) is { } usual) found = [usual];
        if (found.Count > 0) return new(WithSite(found, pasted), null, said);
        var map = await TryFirstAsync(PageFeeds.UsualSitemapPlaces(pasted), cancel);
        return new([], $"{said}, and no feed is found beside it. Give the address of a page that everybody may read, or of the feed itself"
            + (map is null ? "" : $"; there is a sitemap, {map.Candidate.Url}, which --kind sitemap adds if the pages in it are open"));
    }

    private async Task<List<Found>> TryAllAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel)
    {
        var found = new List<Found>();
        foreach (var candidate in candidates.Take(MostTried))
        {
            if (await TryAsync(candidate, cancel) is { } works && !found.Exists(one => one.Candidate.Url == works.Candidate.Url)) found.Add(works);
        }

        return found;
    }

    private async Task<Found?> TryFirstAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel)
    {
        foreach (var candidate in candidates)
        {
            if (await TryAsync(candidate, cancel) is { } works) return works;
        }

        return null;
    }

    private async Task<Found?> TryAsync(Candidate candidate, CancellationToken cancel) =>
        await fetch(new FetchRequest(new Uri(candidate.Url)) { Wanted = candidate.Kind == SourceKind.Sitemap ? Wanted.Sitemap : Wanted.Feed }, cancel)
            is Fetched.Received received ? Of(candidate, received) : null;

    private static Found? Of(Candidate candidate, Fetched.Received received)
    {
        if (candidate.Kind == SourceKind.Sitemap && received.Kind != ContentKind.Feed)
        {
            var links = SitemapReader.Read(received.Body, received.Attempt.Address, received.ContentType) switch
            {
                SitemapRead.Pages pages => pages.Links,
                SitemapRead.Index index => index.Sitemaps,
                _ => [],
            };
            return links.Count == 0 ? null : new Found(candidate, candidate.Title ?? SourceName.Of(candidate.Url), null, null, links.Count, links.Max(link => link.Published));
        }

        if (FeedReader.Read(received.Body, received.Attempt.Address, received.ContentType) is not FeedRead.Read { Feed: var feed }) return null;
        var site = Uri.TryCreate(feed.Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link.AbsoluteUri : null;
        return new Found(candidate with { Kind = SourceKind.Feed, Url = Permanent(received, candidate.Url).AbsoluteUri }, feed.Title ?? candidate.Title ?? SourceName.Of(candidate.Url),
            site, feed.Language, feed.Items.Count, feed.Items.Max(item => item.Published ?? item.Updated));
    }

    private Found? OfList(Fetched.Received page)
    {
        var url = page.Attempt.Address;
        var read = ListPage.Read(page.Body, url, ListSelectors.None, page.ContentType);
        if (read.Links.Count < FewestLinks) return null;
        var now = clock.GetUtcNow();
        var title = PageFeeds.TitleOf(page.Body, page.ContentType) ?? SourceName.Of(url.AbsoluteUri);
        return new Found(new Candidate(SourceKind.Page, url.AbsoluteUri, title, Finding.List), title, null, null, read.Links.Count,
            read.Links.Max(link => link.Published <= now ? link.Published : null));
    }

    /// <summary>A redirect that is not meant to last is not followed into the list.</summary>
    private static Uri Permanent(Fetched.Received received, string? asked = null) =>
        received.Attempt.MovedTo ?? (asked is not null ? new Uri(asked) : received.Attempt.Hops.Count > 0 ? received.Attempt.Hops[0].From : received.Attempt.Address);

    private static IReadOnlyList<Found> WithSite(IReadOnlyList<Found> found, Uri page) =>
        [.. found.Select(one => one with { SiteUrl = one.SiteUrl ?? page.AbsoluteUri })];
}
