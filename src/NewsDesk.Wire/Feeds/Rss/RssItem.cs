using NewsDesk.Wire.Feeds.Atom;
using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Modules;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>One item, gathered element by element.</summary>
internal sealed class RssItem
{
    private readonly AuthorList _authors = new();
    private readonly AtomLinks _links = new();
    private readonly CategoryList _categories = new();
    private readonly MediaFiles _media = new();
    private readonly FirstBest<string> _id = new();
    private readonly FirstBest<string> _title = new();
    private readonly FirstBest<string> _summary = new();
    private readonly FirstBest<string> _content = new();
    private readonly FirstBest<DateTimeOffset?> _published = new();
    private readonly FirstBest<DateTimeOffset?> _updated = new();
    private string? _link;
    private string? _permalink;
    private string? _description;
    private int? _comments;

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
        switch (xml.Name)
        {
            case "title":
                _title.Offer(0, RssText.Plain(xml));
                break;
            case "dc:title" or "atom:title":
                _title.Offer(1, RssText.Plain(xml));
                break;
            case "itunes:title":
                _title.Offer(2, RssText.Plain(xml));
                break;
            case "link":
                var (address, reference) = (xml.Base, xml.Attribute("href"));
                _link ??= Links.Resolve(address, reference ?? xml.ReadText());
                break;
            case "atom:link":
                _links.Take(xml);
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
                _description ??= RssText.Html(xml);
                break;
            case "summary":
                _summary.Offer(0, RssText.Html(xml));
                break;
            case "dc:description" or "dcterms:abstract":
                _summary.Offer(2, RssText.Html(xml));
                break;
            case "atom:summary":
                _summary.Offer(2, TextConstruct.Html(xml));
                break;
            case "itunes:summary":
                _summary.Offer(3, RssText.Html(xml));
                break;
            case "itunes:subtitle":
                _summary.Offer(5, RssText.Html(xml));
                break;
            case "content:encoded":
                _content.Offer(0, RssText.Html(xml));
                break;
            case "xhtml:body" or "xhtml:div" or "body" or "fulltext" or "fullitem":
                _content.Offer(1, RssText.Html(xml));
                break;
            case "atom:content":
                _content.Offer(1, TextConstruct.Html(xml));
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
                _authors.Add(AuthorLine.Parse(RssText.Plain(xml)));
                break;
            case "atom:author":
                _authors.Add(AuthorElement.Read(xml));
                break;
            case "itunes:author" or "media:credit":
                _authors.AddFallback(AuthorLine.Parse(RssText.Plain(xml)));
                break;
            case "category" or "dc:subject" or "atom:category":
                var named = xml.Attribute("label") ?? xml.Attribute("term");
                _categories.Add(RssText.Plain(xml) ?? named);
                break;
            case "enclosure":
                var file = xml.Attribute("url") ?? xml.Attribute("href");
                _links.Enclosures.Add(xml.Base, file, xml.Attribute("type"), xml.Attribute("length"));
                break;
            case "slash:comments" or "thr:total":
                _comments ??= Count.Parse(xml.ReadText());
                break;
            default:
                _media.Take(xml);
                break;
        }
    }

    private void TakeGuid(XmlWalk xml)
    {
        var (address, isPermalink) = (xml.Base, xml.Attribute("isPermaLink")?.ToLowerInvariant());
        var guid = xml.ReadText()?.Trim();
        _id.Offer(0, guid);
        if (guid is null || isPermalink == "false") return;

        // A permalink unless it says otherwise, yet many are a number or a word and say nothing.
        var isAddress = guid.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ||
            guid.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (isAddress || isPermalink == "true") _permalink ??= Links.Resolve(address, guid);
    }

    private FeedItem ToItem()
    {
        // Beside a summary, the description is the whole text.
        if (_summary.Rank == 0) _content.Offer(2, _description);
        else _summary.Offer(1, _description);
        _summary.Offer(4, _media.Description);
        return new()
        {
            Id = _id.Value,
            Title = _title.Value ?? _media.Title,
            Link = _link ?? _links.Page ?? _permalink,
            Summary = _summary.Value,
            Content = _content.Value,
            Authors = _authors.Authors,
            Published = _published.Value,
            Updated = _updated.Value,
            Categories = [.. _categories.Categories.Union(_media.Categories, StringComparer.Ordinal)],
            Enclosures = _links.Enclosures.Followed(_media.Files),
            Image = _media.Image,
            CommentCount = _comments,
        };
    }
}
