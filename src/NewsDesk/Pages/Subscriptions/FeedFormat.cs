using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>A format in which a feed is answered, and what its file is called.</summary>
public sealed record FeedFormat(string Name, string FileName, string ContentType, Func<Publication, byte[]> Write)
{
    /// <summary>As it is sent.</summary>
    public string HeaderType => $"{ContentType}; charset=utf-8";

    public static FeedFormat Rss { get; } = new("RSS", "feed.xml", "application/rss+xml", RssFeed.Write);

    public static FeedFormat Atom { get; } = new("Atom", "atom.xml", "application/atom+xml", AtomFeed.Write);

    public static FeedFormat Json { get; } = new("JSON Feed", "feed.json", "application/feed+json", JsonFeed.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];

    public static FeedFormat Of(PathString path) =>
        path.Value!.EndsWith(".json", StringComparison.Ordinal) ? Json
        : path.Value.EndsWith("/" + Atom.FileName, StringComparison.Ordinal) ? Atom
        : Rss;
}
