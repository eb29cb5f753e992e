using System.Buffers;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds;

/// <summary>What the first telling element of a document makes of it.</summary>
internal abstract record FeedRoot
{
    private FeedRoot() { }

    private const int MaxVersion = 6;
    private const int MaxShown = 40;

    private static readonly SearchValues<char> VersionLetters = SearchValues.Create("0123456789.");

    public sealed record Rss(string Format) : FeedRoot;

    public sealed record Atom(string Format) : FeedRoot;

    public sealed record Other(string Reason) : FeedRoot;

    /// <summary>Goes to the root, over any junk before it; a feed whose head was cut off begins at its channel or its first item.</summary>
    public static FeedRoot? Find(XmlWalk xml)
    {
        string? first = null;
        while (xml.NextWithin(0))
        {
            var name = xml.WrittenName;
            first ??= name.Length <= MaxShown ? name : name[..MaxShown] + "…";
            switch (name)
            {
                case "rss" or "channel":
                case "item" when xml.Depth == 1:
                    xml.MakeHome(Vocabularies.Rss);
                    return new Rss(Version(xml) is { } version ? $"rss {version}" : "rss");
                case "rdf":
                    xml.MakeHome(Vocabularies.Rss);
                    return new Rss(xml.Declares("netscape.com") ? "rss 0.90" : "rss 1.0");
                case "feed":
                case "entry" when xml.Depth == 1:
                    xml.MakeHome(Vocabularies.Atom);
                    return new Atom(xml.Declares("purl.org/atom") || xml.Attribute("version") == "0.3" ? "atom 0.3" : "atom 1.0");
                case "html" or "body" or "head":
                    return new Other("this is an HTML page, not a feed");
                case "opml":
                    return new Other("this is an OPML list of feeds, not a feed");
                case "urlset" or "sitemapindex":
                    return new Other("this is a sitemap, not a feed");
            }
        }

        return first is null ? null : new Other($"this is XML, but no feed begins with <{first}>");
    }

    private static string? Version(XmlWalk xml) =>
        xml.Attribute("version") is { Length: <= MaxVersion } version && !version.AsSpan().ContainsAnyExcept(VersionLetters)
            ? version
            : null;
}
