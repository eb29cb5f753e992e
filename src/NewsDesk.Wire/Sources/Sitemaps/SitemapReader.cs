using System.IO.Compression;
using System.Text;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Encodings;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Sources.Sitemaps;

/// <summary>The outcome of reading bytes as a sitemap.</summary>
public abstract record SitemapRead
{
    private SitemapRead() { }

    /// <summary>Addresses of pages; of a news sitemap with title and date.</summary>
    public sealed record Pages(IReadOnlyList<ListedLink> Links, bool IsNews) : SitemapRead;

    /// <summary>Addresses of other sitemaps, the most lately changed first.</summary>
    public sealed record Index(IReadOnlyList<ListedLink> Sitemaps) : SitemapRead;

    /// <summary>The reason is a clause for a person.</summary>
    public sealed record NotASitemap(string Reason) : SitemapRead;
}

/// <summary>Reads sitemaps: of pages, of news, of sitemaps; as XML or as lines; packed or not.</summary>
public static class SitemapReader
{
    /// <summary>The protocol's own limit for one file.</summary>
    public const int MaxLinks = 50_000;

    /// <summary>In bytes, unpacked: the protocol's own limit.</summary>
    private const int MaxUnpacked = 50 * 1024 * 1024;

    private const int MaxTitle = 1_000;

    public static SitemapRead Read(ReadOnlyMemory<byte> body, Uri url, string? contentType = null)
    {
        if (Unpacked(body) is not { } bytes) return new SitemapRead.NotASitemap("this is gzip that cannot be unpacked, or that unpacks to more than 50 MB");
        var text = FeedEncoding.Decode(bytes.Span, contentType);
        if (string.IsNullOrWhiteSpace(text)) return new SitemapRead.NotASitemap("this is empty");
        if (!text.AsSpan().TrimStart().StartsWith('<')) return OfLines(text, url);
        var xml = new XmlWalk(text, url);
        while (xml.NextWithin(0))
        {
            switch (xml.WrittenName)
            {
                case "urlset":
                    return OfPages(xml, url);
                case "sitemapindex":
                    return OfSitemaps(xml, url);
                case "html" or "body" or "head":
                    return new SitemapRead.NotASitemap("this is an HTML page, not a sitemap");
                case "rss" or "feed" or "rdf":
                    return new SitemapRead.NotASitemap("this is a feed, not a sitemap");
            }
        }

        return new SitemapRead.NotASitemap("this is XML, but no sitemap");
    }

    /// <summary>The links worth looking at on one visit: the newest by date, or those that stand first where there are no dates.</summary>
    public static IReadOnlyList<ListedLink> Newest(IReadOnlyList<ListedLink> links, int most) => links.Count <= most
        ? links
        : [.. links.Index().OrderByDescending(link => link.Item.Published ?? DateTimeOffset.MinValue).ThenBy(link => link.Index).Take(most).Select(link => link.Item)];

    private static SitemapRead.Pages OfPages(XmlWalk xml, Uri url)
    {
        var links = new List<ListedLink>();
        var isNews = false;
        var depth = xml.Depth;
        while (links.Count < MaxLinks && xml.NextChild(depth))
        {
            if (xml.WrittenName == "url" && Entry(xml, url, ref isNews) is { } link) links.Add(link);
        }

        return new(links, isNews);
    }

    private static SitemapRead.Index OfSitemaps(XmlWalk xml, Uri url)
    {
        var maps = new List<ListedLink>();
        var isNews = false;
        var depth = xml.Depth;
        while (maps.Count < MaxLinks && xml.NextChild(depth))
        {
            if (xml.WrittenName == "sitemap" && Entry(xml, url, ref isNews) is { } map) maps.Add(map);
        }

        // News first: what an index calls news changes by the hour, and the rest may reach back for years.
        return new([.. maps.OrderByDescending(map => map.Url.Contains("news", StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(map => map.Published ?? DateTimeOffset.MinValue)]);
    }

    private static ListedLink? Entry(XmlWalk xml, Uri url, ref bool isNews)
    {
        string? address = null, title = null, language = null;
        DateTimeOffset? changed = null, published = null;
        var depth = xml.Depth;
        while (xml.NextWithin(depth))
        {
            switch (xml.WrittenName)
            {
                case "loc" when address is null && xml.Depth == depth + 1:
                    address = xml.ReadText()?.Trim();
                    break;
                case "lastmod" when xml.Depth == depth + 1:
                    changed = FeedDate.Parse(xml.ReadText());
                    break;
                case "news":
                    isNews = true;
                    break;
                case "publication_date":
                    published = FeedDate.Parse(xml.ReadText());
                    break;
                case "title" when title is null:
                    title = Line(xml.ReadText());
                    break;
                case "language":
                    language = Line(xml.ReadText());
                    break;
            }
        }

        return Absolute(url, address) is { } link ? new ListedLink(link) { Title = title, Published = published ?? changed, Language = language is { Length: <= 20 } ? language : null } : null;
    }

    private static SitemapRead OfLines(string text, Uri url)
    {
        var links = new List<ListedLink>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (links.Count == MaxLinks) break;
            if (!line.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase)) continue;
            if (Absolute(url, line.Trim().ToString()) is { } link) links.Add(new ListedLink(link));
        }

        return links.Count > 0 ? new SitemapRead.Pages(links, IsNews: false) : new SitemapRead.NotASitemap("this is neither XML nor a list of addresses");
    }

    private static string? Absolute(Uri url, string? address) =>
        address is { Length: > 0 and <= 2_048 } && Uri.TryCreate(url, address, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri : null;

    private static string? Line(string? text) =>
        text is null ? null : string.Join(' ', text[..Math.Min(text.Length, MaxTitle)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    private static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> body)
    {
        if (body.Span is not [0x1F, 0x8B, ..]) return body;
        try
        {
            using var packed = new GZipStream(new MemoryStream(body.ToArray(), writable: false), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var buffer = new byte[65_536];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (whole.Length + read > MaxUnpacked) return null;
                whole.Write(buffer, 0, read);
            }

            return whole.GetBuffer().AsMemory(0, (int)whole.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
