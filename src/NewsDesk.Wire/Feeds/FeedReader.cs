using NewsDesk.Wire.Feeds.Atom;
using NewsDesk.Wire.Feeds.Encodings;
using NewsDesk.Wire.Feeds.Json;
using NewsDesk.Wire.Feeds.Rss;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds;

/// <summary>Reads a feed of any format from the bytes that a server sent.</summary>
public static class FeedReader
{
    /// <summary>Far more than any feed has; behind them reading stops.</summary>
    internal const int MaxItems = 100_000;

    /// <summary>Bytes that are looked at to tell a feed from something else.</summary>
    private const int SniffedBytes = 16 * 1024;

    public static FeedRead Read(ReadOnlyMemory<byte> body, Uri? url = null, string? contentType = null) =>
        ReadText(FeedEncoding.Decode(body.Span, contentType), url);

    /// <summary>Whether it is worth while to read these bytes as a feed.</summary>
    public static bool LooksLikeFeed(ReadOnlySpan<byte> body)
    {
        var start = FeedEncoding.Decode(body[..Math.Min(body.Length, SniffedBytes)], null);
        return (JsonFeedReader.LooksLikeJson(start) && start.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase)) ||
            FeedRoot.Find(new XmlWalk(start, null)) is FeedRoot.Rss or FeedRoot.Atom;
    }

    private static FeedRead ReadText(string text, Uri? url)
    {
        if (string.IsNullOrWhiteSpace(text)) return new FeedRead.NotAFeed("this is empty");
        if (JsonFeedReader.LooksLikeJson(text)) return JsonFeedReader.Read(text, url);
        var xml = new XmlWalk(text, url);
        return FeedRoot.Find(xml) switch
        {
            FeedRoot.Rss(var format) => new FeedRead.Read(RssReader.Read(xml, format)),
            FeedRoot.Atom(var format) => new FeedRead.Read(AtomReader.Read(xml, format)),
            FeedRoot.Other(var reason) => new FeedRead.NotAFeed(reason),
            _ => new FeedRead.NotAFeed("this is neither XML nor JSON"),
        };
    }
}
