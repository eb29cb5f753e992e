using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>One item, gathered element by element.</summary>
internal sealed class RssItem
{
    private readonly AuthorList _authors = new();
    private readonly EnclosureList _enclosures = new();
    private readonly List<string> _categories = [];
    private readonly FirstBest<string> _id = new();
    private readonly FirstBest<string> _title = new();
    private readonly FirstBest<string> _link = new();
    private readonly FirstBest<string> _summary = new();
    private readonly FirstBest<string> _content = new();
    private readonly FirstBest<DateTimeOffset?> _published = new();
    private readonly FirstBest<DateTimeOffset?> _updated = new();

    public static FeedItem Read(XmlWalk xml)
    {
        var item = new RssItem();
        var depth = xml.Depth;
        item._id.Offer(2, xml.Attribute("about"));
        while (xml.NextChild(depth)) item.Take(xml);
        return item.ToItem();
    }

    private void Take(XmlWalk xml)
    {
        var address = xml.Base;
        switch (xml.Name)
        {
            case "title":
                _title.Offer(0, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "dc:title" or "atom:title":
                _title.Offer(1, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "media:title":
                _title.Offer(2, PlainText.OfEither(xml.ReadInner(isMarkup: true).Text));
                break;
            case "link":
                var reference = xml.Attribute("href");
                _link.Offer(0, Links.Resolve(address, xml.ReadText() ?? reference));
                break;
            case "atom:link":
                TakeAtomLink(xml);
                break;
            case "guid":
                TakeGuid(xml);
                break;
            case "atom:id":
                _id.Offer(1, xml.ReadText()?.Trim());
                break;
            case "dc:identifier":
                _id.Offer(3, xml.ReadText()?.Trim());
                break;
            case "description":
                _summary.Offer(0, Html(xml, address));
                break;
            case "atom:summary" or "dc:description" or "dcterms:abstract":
                _summary.Offer(1, Html(xml, address));
                break;
            case "itunes:summary" or "media:description":
                _summary.Offer(2, Html(xml, address));
                break;
            case "itunes:subtitle":
                _summary.Offer(3, Html(xml, address));
                break;
            case "content:encoded":
                _content.Offer(0, Html(xml, address));
                break;
            case "xhtml:body" or "body" or "xhtml:div" or "atom:content" or "fulltext":
                _content.Offer(1, Html(xml, address));
                break;
            case "pubdate":
                _published.Offer(0, FeedDate.Parse(xml.ReadText()));
                break;
            case "dc:date" or "dcterms:issued" or "atom:published":
                _published.Offer(1, FeedDate.Parse(xml.ReadText()));
                break;
            case "dcterms:created" or "dcterms:available":
                _published.Offer(2, FeedDate.Parse(xml.ReadText()));
                break;
            case "atom:updated" or "dcterms:modified":
                _updated.Offer(0, FeedDate.Parse(xml.ReadText()));
                break;
            case "author" or "dc:creator" or "dc:author":
                _authors.Add(AuthorLine.Parse(PlainText.OfEither(xml.ReadText())));
                break;
            case "atom:author":
                _authors.Add(AuthorElement.Read(xml));
                break;
            case "itunes:author" when _authors.IsEmpty:
                _authors.Add(AuthorLine.Parse(PlainText.OfEither(xml.ReadText())));
                break;
            case "category" or "dc:subject" or "media:category" or "atom:category":
                TakeCategory(xml);
                break;
            case "enclosure":
                _enclosures.Add(address, xml.Attribute("url") ?? xml.Attribute("href"), xml.Attribute("type"), xml.Attribute("length"));
                break;
        }
    }

    private void TakeAtomLink(XmlWalk xml)
    {
        switch (xml.Attribute("rel")?.ToLowerInvariant() ?? "alternate")
        {
            case "alternate":
                _link.Offer(1, Links.Resolve(xml.Base, xml.Attribute("href")));
                break;
            case "enclosure":
                _enclosures.Add(xml.Base, xml.Attribute("href"), xml.Attribute("type"), xml.Attribute("length"));
                break;
        }
    }

    private void TakeGuid(XmlWalk xml)
    {
        var address = xml.Base;
        var isPermalink = xml.Attribute("isPermaLink")?.ToLowerInvariant();
        var guid = xml.ReadText()?.Trim();
        _id.Offer(0, guid);
        if (guid is null || isPermalink == "false") return;

        // A permalink unless it says otherwise, yet many are a number or a word and say nothing.
        if (isPermalink == "true" || guid.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ||
            guid.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            _link.Offer(2, Links.Resolve(address, guid));
        }
    }

    private void TakeCategory(XmlWalk xml)
    {
        var named = xml.Attribute("label") ?? xml.Attribute("term");
        var category = PlainText.OfEither(xml.ReadText()) ?? named;
        if (category is not null && _categories.Count < 200 && !_categories.Contains(category, StringComparer.Ordinal)) _categories.Add(category);
    }

    private static string? Html(XmlWalk xml, Uri? address) =>
        xml.ReadInner(isMarkup: true).Text is { } html ? AbsoluteLinks.In(html.Trim(), address) : null;

    private FeedItem ToItem() => new()
    {
        Id = _id.Value,
        Title = _title.Value,
        Link = _link.Value,
        Summary = _summary.Value,
        Content = _content.Value,
        Authors = _authors.Authors,
        Published = _published.Value,
        Updated = _updated.Value,
        Categories = _categories,
        Enclosures = _enclosures.Enclosures,
    };
}
