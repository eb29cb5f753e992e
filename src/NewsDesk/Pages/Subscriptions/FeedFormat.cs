using System.Collections.Immutable;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>A format in which a feed is answered, and what its file is called.</summary>
public sealed record FeedFormat(string Name, string FileName, string ContentType, Func<Publication, byte[]> Write)
{
    private readonly string _end = "/" + FileName;

    /// <summary>As it is sent.</summary>
    public string HeaderType => $"{ContentType}; charset=utf-8";

    public static FeedFormat Rss { get; } = new("RSS", "feed.xml", "application/rss+xml", RssFeed.Write);

    public static FeedFormat Atom { get; } = new("Atom", "atom.xml", "application/atom+xml", AtomFeed.Write);

    public static FeedFormat Json { get; } = new("JSON Feed", "feed.json", "application/feed+json", JsonFeed.Write);

    public static ImmutableArray<FeedFormat> All { get; } = [Rss, Atom, Json];

    /// <summary>By the path of a file; null for what is called like no feed.</summary>
    public static FeedFormat? Of(string path)
    {
        foreach (var format in All)
        {
            if (path.EndsWith(format._end, StringComparison.Ordinal)) return format;
        }

        return null;
    }
}
