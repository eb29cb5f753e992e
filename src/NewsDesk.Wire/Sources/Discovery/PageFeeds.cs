using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Sources.Discovery;

/// <summary>Finds the feeds that a page names or links to, the best first.</summary>
public static class PageFeeds
{
    /// <summary>A page that names more feeds than this is a directory.</summary>
    private const int Most = 40;

    private static readonly HashSet<string> FeedTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml", "application/x-atom+xml", "application/x-rss+xml",
        "text/rss+xml", "text/atom+xml", "text/rss",
    };

    /// <summary>Types that say little: only with an address or a title that says more.</summary>
    private static readonly HashSet<string> VagueTypes = new(StringComparer.OrdinalIgnoreCase) { "text/xml", "application/xml", "application/json", "" };

    private static readonly string[] CommentWords = ["comment", "kommentar", "commentaire", "comentario", "reactie", "/trackback"];

    private static readonly string[] UsualPaths =
        ["/feed", "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default", "/feed.json", "/blog/feed", "/blog/rss.xml", "/news/rss.xml", "/?feed=rss2"];

    private static readonly string[] UsualSitemaps = ["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml"];

    /// <summary>What the page itself tells of feeds.</summary>
    public static IReadOnlyList<Candidate> In(ReadOnlyMemory<byte> html, Uri url, string? contentType = null)
    {
        var page = Page.Parse(PageEncoding.Decode(html, contentType), url, keepAllAttributes: true);
        var found = page.Document.QuerySelectorAll("link[href], a[href]").Select((element, place) => (Candidate: Of(page, element), place))
            .Where(one => one.Candidate is not null)
            .OrderBy(one => one.Candidate!.Finding).ThenBy(one => Demerits(one.Candidate!, url)).ThenBy(one => one.place)
            .Select(one => one.Candidate!)
            .DistinctBy(candidate => candidate.Url, StringComparer.Ordinal);
        return [.. found.Take(Most)];
    }

    /// <summary>Where feeds usually lie on a site; beneath the page's own path first, where it has one.</summary>
    public static IReadOnlyList<Candidate> UsualPlaces(Uri url)
    {
        var folder = url.AbsolutePath.TrimEnd('/');
        string[] own = folder.Length > 0 && !System.IO.Path.HasExtension(folder) ? [$"{folder}/feed", $"{folder}/rss.xml", $"{folder}/index.xml"] : [];
        return [.. own.Concat(UsualPaths).Select(path => new Candidate(SourceKind.Feed, new Uri(url, path).AbsoluteUri, null, Finding.UsualPlace))];
    }

    /// <summary>Where sitemaps usually lie.</summary>
    public static IReadOnlyList<Candidate> UsualSitemapPlaces(Uri url) =>
        [.. UsualSitemaps.Select(path => new Candidate(SourceKind.Sitemap, new Uri(url, path).AbsoluteUri, null, Finding.UsualPlace))];

    /// <summary>The page's own name, for a source that has none.</summary>
    public static string? TitleOf(ReadOnlyMemory<byte> html, string? contentType = null)
    {
        var page = Page.Parse(PageEncoding.Decode(html, contentType), null, keepAllAttributes: true);
        var name = page.Document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") ?? page.Document.Title;
        return Squeeze(name) is { Length: > 0 } title ? title[..Math.Min(title.Length, 200)] : null;
    }

    private static Candidate? Of(Page page, IElement element)
    {
        var href = element.GetAttribute("href");
        // Of somebody's habit; feed://host/… is asked for in the way in which the page came.
        if (href?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) == true) href = href[5..];
        if (page.Resolve(href) is not { } target) return null;
        var title = Squeeze(element.GetAttribute("title") ?? (element.LocalName == "a" ? element.TextContent : null));
        if (element.LocalName == "link") return IsNamedFeed(element, target) ? new(SourceKind.Feed, target.AbsoluteUri, title, Finding.Named) : null;
        return LooksLikeFeed(target) || SaysFeed(title) && MayBeFeed(target) ? new(SourceKind.Feed, target.AbsoluteUri, IsOnlyAWord(title) ? null : title, Finding.Linked) : null;
    }

    private static bool IsNamedFeed(IElement link, Uri target)
    {
        var relations = (link.GetAttribute("rel") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase)) return true;
        if (!relations.Contains("alternate", StringComparer.OrdinalIgnoreCase)) return false;
        var type = (link.GetAttribute("type") ?? "").Split(';')[0].Trim();
        return FeedTypes.Contains(type) || (VagueTypes.Contains(type) && !IsOfSomethingElse(target) && LooksLikeFeed(target));
    }

    // Blogs' programs name their own data and embedding in the same way.
    private static bool IsOfSomethingElse(Uri target) =>
        target.AbsolutePath.Contains("oembed", StringComparison.OrdinalIgnoreCase) || target.AbsolutePath.Contains("/wp-json", StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeFeed(Uri target)
    {
        var path = target.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return last is "feed" or "feeds" or "rss" or "atom" or "rss2" or "rdf" or "feed.json" or "index.rdf" or "feed.xml" or "rss.xml" or "atom.xml" or "index.xml"
            || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal) || last.EndsWith(".rdf", StringComparison.Ordinal)
            || (last.EndsWith(".xml", StringComparison.Ordinal) && (path.Contains("rss", StringComparison.OrdinalIgnoreCase) || path.Contains("feed", StringComparison.OrdinalIgnoreCase)))
            || target.Query.Contains("feed=", StringComparison.OrdinalIgnoreCase) || target.Query.Contains("format=rss", StringComparison.OrdinalIgnoreCase);
    }

    private static bool SaysFeed(string? title) =>
        title is { Length: < 60 } && title.Split(' ', ',', '-', '(', ')', '/').Any(word => word.ToLowerInvariant() is "rss" or "atom" or "feed" or "webfeed" or "rss-feed");

    private static bool IsOnlyAWord(string? title) => title is null || title.Length < 3 || title.ToLowerInvariant() is "rss" or "atom" or "feed" or "rss feed" or "subscribe";

    private static bool MayBeFeed(Uri target) =>
        target.AbsolutePath.Contains("rss", StringComparison.OrdinalIgnoreCase) || target.AbsolutePath.Contains("feed", StringComparison.OrdinalIgnoreCase)
        || target.AbsolutePath.Contains("atom", StringComparison.OrdinalIgnoreCase) || target.AbsolutePath.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Comments are not news, and another host's feed is seldom the page's own.</summary>
    private static int Demerits(Candidate candidate, Uri page)
    {
        var said = $"{candidate.Url} {candidate.Title}";
        return (Array.Exists(CommentWords, word => said.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 4 : 0)
            + (new Uri(candidate.Url).Host == page.Host ? 0 : 1);
    }

    private static string? Squeeze(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } squeezed ? squeezed : null;
}
