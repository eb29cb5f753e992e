using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Feeds.Encodings;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>What a body is by its own first bytes: headers say "text/html" for feeds and "application/rss+xml" for login pages.</summary>
/// <param name="Kind">Null for what we have no use for.</param>
/// <param name="Is">In words, with its article: "a PDF file".</param>
internal readonly record struct Sniffed(ContentKind? Kind, string Is)
{
    private const int SniffedBytes = 16 * 1024;

    /// <summary>An element that begins a page is near its beginning, behind comments and the like.</summary>
    private const int PageBeginsWithin = 2048;

    private static readonly string[] PageElements =
        ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<section", "<h1", "<p>", "<script", "<table", "<br"];

    public static Sniffed Of(ReadOnlySpan<byte> body, string? contentType)
    {
        if (FileMarks.NameOf(body) is { } file) return new(null, file);
        var start = FeedEncoding.Decode(body[..Math.Min(body.Length, SniffedBytes)], contentType);
        var text = start.AsSpan().TrimStart();
        if (text.IsEmpty) return new(null, "an empty answer");
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return Page;
        if (text[0] is '{' or '[') return OfJson(start);
        return FeedRoot.Find(new XmlWalk(start, null)) switch
        {
            FeedRoot.Rss or FeedRoot.Atom => new(ContentKind.Feed, "a feed"),
            _ when HasRoot(text, "<urlset") || HasRoot(text, "<sitemapindex") => new(ContentKind.Sitemap, "a sitemap"),
            _ when HasRoot(text, "<opml") => new(ContentKind.Opml, "an OPML list of feeds"),
            _ when IsPage(text) => Page,
            FeedRoot.Other => new(null, "some other XML"),
            _ when IsBinary(body) => new(null, "a file of some binary kind"),
            _ => new(null, IsListOfAddresses(text) ? ListOfAddresses : "plain text"),
        };
    }

    /// <summary>The simplest form of a sitemap, which only who asks for one can tell from any other text.</summary>
    public const string ListOfAddresses = "a list of addresses";

    private static Sniffed Page => new(ContentKind.Page, "an HTML page");

    private static Sniffed OfJson(string start) => start.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase)
        ? new(ContentKind.Feed, "a feed")
        : new(null, "some other JSON");

    private static bool HasRoot(ReadOnlySpan<char> text, string element)
    {
        var at = text[..Math.Min(text.Length, PageBeginsWithin)].IndexOf(element, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (element[^1] == '>' || (text.Length > at + element.Length && !char.IsLetterOrDigit(text[at + element.Length])));
    }

    private static bool IsPage(ReadOnlySpan<char> text)
    {
        foreach (var element in PageElements)
        {
            if (HasRoot(text, element)) return true;
        }

        return false;
    }

    private static bool IsBinary(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, PageBeginsWithin)].Contains((byte)0);

    private static bool IsListOfAddresses(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
