using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds;

/// <summary>What the first telling element of a document makes of it.</summary>
internal abstract record FeedRoot
{
    private FeedRoot() { }

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
            first ??= name;
            switch (name)
            {
                case "rss" or "channel":
                case "item" when xml.Depth == 1:
                    xml.MakeHome(Vocabularies.Rss);
                    return new Rss(xml.Attribute("version") is { } version ? $"rss {version}" : "rss");
                case "rdf":
                    xml.MakeHome(Vocabularies.Rss);
                    return new Rss(xml.Declares("netscape.com") ? "rss 0.90" : "rss 1.0");
                case "feed":
                case "entry" when xml.Depth == 1:
                    xml.MakeHome(Vocabularies.Atom);
                    return new Atom(xml.Declares("purl.org/atom") || xml.Attribute("version") == "0.3" ? "atom 0.3" : "atom 1.0");
                case "html" or "body" or "head":
                    return new Other("it is an HTML page");
                case "opml":
                    return new Other("it is an OPML list of feeds");
                case "urlset" or "sitemapindex":
                    return new Other("it is a sitemap");
            }
        }

        return first is null ? null : new Other($"it is XML, but <{first}> is no feed");
    }
}
