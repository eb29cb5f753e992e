using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>Sorts the links of a feed or an entry by what they say they are.</summary>
internal sealed class AtomLinks
{
    private readonly FirstBest<string> _page = new();
    private readonly EnclosureList _enclosures = new();

    /// <summary>The page that this is about.</summary>
    public string? Page => _page.Value;

    public IReadOnlyList<FeedEnclosure> Enclosures => _enclosures.Enclosures;

    public void Take(XmlWalk xml)
    {
        var (reference, type) = (xml.Attribute("href"), xml.Attribute("type"));
        switch (xml.Attribute("rel")?.ToLowerInvariant() ?? "alternate")
        {
            case "alternate":
                var isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
                _page.Offer(isPage ? 0 : 1, Links.Resolve(xml.Base, reference));
                break;
            case "enclosure":
                _enclosures.Add(xml.Base, reference, type, xml.Attribute("length"));
                break;
        }
    }
}
