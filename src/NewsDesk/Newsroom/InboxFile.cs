using System.Text;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Newsroom;

/// <summary>What a file of the inbox holds: one article if it is a page, several if it is a feed.</summary>
public abstract record InboxFile
{
    /// <summary>By mention key: the file's path, and for a feed's item its id after <see cref="ItemMark"/>.</summary>
    public sealed record Holds(IReadOnlyDictionary<string, Article> Articles) : InboxFile;

    /// <summary>Nothing can be read from it; the reason is a sentence for a person.</summary>
    public sealed record Unreadable(string Reason) : InboxFile;

    /// <summary>Parts a feed file's path from an item's id: no path has it.</summary>
    public const string ItemMark = "//";

    /// <summary>A comment that says where a page was saved from stands near its beginning.</summary>
    private const int HeadBytes = 16_384;

    public static bool IsWanted(string name) => Path.GetExtension(name).ToLowerInvariant()
        is ".html" or ".htm" or ".xhtml" or ".xml" or ".rss" or ".atom" or ".rdf" or ".json";

    private static bool IsPage(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";

    // Every other byte of plain letters is zero there, with a mark in front or without.
    private static bool IsUtf16(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, 0, ..] or [not 0, 0, not 0, 0, ..];

    public static InboxFile Read(string path, byte[] bytes, long sourceId)
    {
        if (FeedReader.LooksLikeFeed(bytes))
        {
            return FeedReader.Read(bytes) switch
            {
                FeedRead.Read { Feed: var feed } => new Holds(feed.Items.Select((item, index) => OfItem(path, feed, item, index, sourceId))
                    .DistinctBy(one => one.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)),
                FeedRead.NotAFeed { Reason: var reason } => new Unreadable(reason),
                var unknown => throw new InvalidOperationException($"Not a way to read a feed: {unknown}"),
            };
        }

        if (!IsPage(path)) return new Unreadable("this is no feed, although its name says so");
        if (bytes.AsSpan().Contains((byte)0) && !IsUtf16(bytes)) return new Unreadable("this is no text; save the page from the browser as HTML");
        var savedFrom = SavedPage.FindUrl(Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes))));
        var read = ArticleReader.Read(bytes, savedFrom);
        return read.Text.Length == 0
            ? new Unreadable("no article is found in this page: save it from the browser again, when it has fully loaded")
            : new Holds(new Dictionary<string, Article>(StringComparer.Ordinal) { [path] = OfPage(path, read, savedFrom, sourceId) });
    }

    private static Article OfPage(string path, ReadArticle read, Uri? savedFrom, long sourceId)
    {
        var from = read.Canonical ?? savedFrom;
        return ItemArticle.Of(read, Path.GetFileNameWithoutExtension(path), from is not null ? CanonicalUrl.Of(from) : UrlOfFile(path), from, sourceId);
    }

    private static KeyValuePair<string, Article> OfItem(string path, Feed feed, FeedItem item, int index, long sourceId)
    {
        var key = $"{path}{ItemMark}{item.Id ?? item.Link ?? $"{index}"}";
        return new(key, ItemArticle.Of(item, feed, sourceId, UrlOfFile(key)));
    }

    // A page that was saved without its address still needs one that no other has.
    private static string UrlOfFile(string path) => $"inbox:{Uri.EscapeDataString(path)}";
}
