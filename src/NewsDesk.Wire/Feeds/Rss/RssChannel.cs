using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>What a channel says of itself, gathered element by element.</summary>
internal sealed class RssChannel
{
    private readonly AuthorList _authors = new();
    private readonly FirstBest<string> _title = new();
    private readonly FirstBest<string> _description = new();
    private readonly FirstBest<string> _link = new();
    private readonly FirstBest<string> _language = new();
    private readonly FirstBest<DateTimeOffset?> _updated = new();

    public string? RootLanguage { get; set; }

    public List<FeedItem> Items { get; } = [];

    public void Take(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "title":
                _title.Offer(0, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "dc:title" or "atom:title":
                _title.Offer(1, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "description":
                _description.Offer(0, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "dc:description" or "tagline" or "atom:subtitle":
                _description.Offer(1, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "itunes:summary":
                _description.Offer(2, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "itunes:subtitle":
                _description.Offer(3, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "link":
                var address = xml.Base;
                var reference = xml.Attribute("href");
                _link.Offer(0, Links.Resolve(address, xml.ReadText() ?? reference));
                break;
            case "atom:link" when (xml.Attribute("rel") ?? "alternate") == "alternate":
                _link.Offer(1, Links.Resolve(xml.Base, xml.Attribute("href")));
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
                _authors.Add(AuthorLine.Parse(PlainText.OfEither(xml.ReadText())));
                break;
            case "itunes:author" when _authors.IsEmpty:
                _authors.Add(AuthorLine.Parse(PlainText.OfEither(xml.ReadText())));
                break;
            case "atom:author":
                _authors.Add(AuthorElement.Read(xml));
                break;
        }
    }

    public Feed ToFeed(string format) => new()
    {
        Format = format,
        Title = _title.Value,
        Description = _description.Value,
        Link = _link.Value,
        Language = _language.Value ?? RootLanguage,
        Updated = _updated.Value,
        Authors = _authors.Authors,
        Items = Items,
    };
}
