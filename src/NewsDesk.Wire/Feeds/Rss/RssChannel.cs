using NewsDesk.Wire.Feeds.Atom;
using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>What a channel says of itself, gathered element by element.</summary>
internal sealed class RssChannel
{
    private readonly AuthorList _authors = new();
    private readonly AtomLinks _links = new();
    private readonly RssRhythm _rhythm = new();
    private readonly FirstBest<string> _title = new();
    private readonly FirstBest<string> _description = new();
    private readonly FirstBest<string> _language = new();
    private readonly FirstBest<DateTimeOffset?> _updated = new();
    private string? _link;

    public string? RootLanguage { get; set; }

    public List<FeedItem> Items { get; } = [];

    public void Take(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "item":
                Items.Add(RssItem.Read(xml));
                break;
            case "title":
                _title.Offer(0, RssText.Plain(xml));
                break;
            case "dc:title" or "atom:title" or "itunes:title":
                _title.Offer(1, RssText.Plain(xml));
                break;
            case "description":
                _description.Offer(0, RssText.Plain(xml));
                break;
            case "dc:description" or "tagline" or "atom:subtitle":
                _description.Offer(1, RssText.Plain(xml));
                break;
            case "itunes:summary":
                _description.Offer(2, RssText.Plain(xml));
                break;
            case "itunes:subtitle":
                _description.Offer(3, RssText.Plain(xml));
                break;
            case "link":
                TakeLink(xml);
                break;
            case "atom:link":
                _links.Take(xml);
                if (_links.Page is { } page) xml.FallBackTo(page);
                break;
            case "language":
                _language.Offer(0, xml.ReadText()?.Trim());
                break;
            case "dc:language":
                _language.Offer(1, xml.ReadText()?.Trim());
                break;
            case "lastbuilddate":
                _updated.Offer(0, FeedDate.Parse(xml.ReadText()));
                break;
            case "atom:updated" or "dc:date" or "dcterms:modified":
                _updated.Offer(1, FeedDate.Parse(xml.ReadText()));
                break;
            case "pubdate":
                _updated.Offer(2, FeedDate.Parse(xml.ReadText()));
                break;
            case "managingeditor" or "author" or "dc:creator" or "dc:author":
                _authors.Add(AuthorLine.Parse(RssText.Plain(xml)));
                break;
            case "itunes:author":
                _authors.AddFallback(AuthorLine.Parse(RssText.Plain(xml)));
                break;
            case "atom:author":
                _authors.Add(AuthorElement.Read(xml));
                break;
            default:
                _rhythm.Take(xml);
                break;
        }
    }

    public Feed ToFeed(string format) => new()
    {
        Format = format,
        Title = _title.Value,
        Description = _description.Value,
        Link = _link ?? _links.Page,
        Language = _language.Value ?? RootLanguage,
        Updated = _updated.Value,
        Authors = _authors.Authors,
        Items = Items,
        Hints = _rhythm.AddTo(_links.Hints),
    };

    private void TakeLink(XmlWalk xml)
    {
        var (address, reference) = (xml.Base, xml.Attribute("href"));
        _link ??= Links.Resolve(address, reference ?? xml.ReadText());
        if (_link is not null) xml.FallBackTo(_link);
    }
}
