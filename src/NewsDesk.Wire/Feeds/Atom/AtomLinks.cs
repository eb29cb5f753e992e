using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>Sorts Atom's links, in Atom or in RSS, by what they say they are.</summary>
internal sealed class AtomLinks
{
    /// <summary>A relation may be written as the address of its entry in the registry of relations.</summary>
    private const string Registry = "http://www.iana.org/assignments/relation/";

    private const int MaxHubs = 10;

    private readonly FirstBest<string> _page = new();
    private readonly EnclosureList _enclosures = new();
    private readonly List<string> _hubs = [];
    private string? _self;
    private string? _next;

    /// <summary>The page that this is about.</summary>
    public string? Page => _page.Value;

    public EnclosureList Enclosures => _enclosures;

    public FeedHints Hints => new() { Hubs = _hubs, Self = _self, NextPage = _next };

    public void Take(XmlWalk xml)
    {
        var (reference, type) = (xml.Attribute("href"), xml.Attribute("type"));
        if (reference is null) return;
        var relation = xml.Attribute("rel")?.ToLowerInvariant() ?? "alternate";
        if (relation.StartsWith(Registry, StringComparison.Ordinal)) relation = relation[Registry.Length..];
        switch (relation)
        {
            case "alternate":
                var isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
                _page.Offer(isPage ? 0 : 1, Links.Resolve(xml.Base, reference));
                break;
            case "enclosure":
                _enclosures.Add(xml.Base, reference, type, xml.Attribute("length"));
                break;
            case "self":
                _self ??= Links.Resolve(xml.Base, reference);
                break;
            case "next":
                _next ??= Links.Resolve(xml.Base, reference);
                break;
            case "hub" when _hubs.Count < MaxHubs && Links.Resolve(xml.Base, reference) is { } hub:
                _hubs.Add(hub);
                break;
        }
    }

    /// <summary>Content that lies elsewhere is where a reader would go, for want of a link.</summary>
    public void TakeSource(XmlWalk xml) => _page.Offer(2, Links.Resolve(xml.Base, xml.Attribute("src")));
}
