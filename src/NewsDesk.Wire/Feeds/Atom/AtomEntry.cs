using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Modules;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>One entry, gathered element by element.</summary>
internal sealed class AtomEntry
{
    private readonly AtomLinks _links = new();
    private readonly AuthorList _authors = new();
    private readonly CategoryList _categories = new();
    private readonly MediaFiles _media = new();
    private readonly FirstBest<DateTimeOffset?> _published = new();
    private readonly FirstBest<DateTimeOffset?> _updated = new();
    private readonly FirstBest<string> _summary = new();
    private string? _id;
    private string? _title;
    private string? _content;
    private int? _comments;

    public static FeedItem Read(XmlWalk xml)
    {
        var entry = new AtomEntry();
        var depth = xml.Depth;
        while (xml.NextChild(depth)) entry.Take(xml);
        return entry.ToItem();
    }

    private void Take(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "id":
                _id ??= xml.ReadText()?.Trim();
                break;
            case "title":
                _title ??= TextConstruct.Plain(xml);
                break;
            case "summary":
                _summary.Offer(0, TextConstruct.Html(xml));
                break;
            case "content":
                _links.TakeSource(xml);
                _content ??= TextConstruct.Html(xml);
                break;
            case "link":
                _links.Take(xml);
                break;
            case "published" or "issued":
                _published.Offer(0, FeedDate.Parse(xml.ReadText()));
                break;
            case "created" or "dc:date" or "dcterms:issued":
                _published.Offer(1, FeedDate.Parse(xml.ReadText()));
                break;
            case "updated" or "modified":
                _updated.Offer(0, FeedDate.Parse(xml.ReadText()));
                break;
            case "dcterms:modified":
                _updated.Offer(1, FeedDate.Parse(xml.ReadText()));
                break;
            case "author":
                _authors.Add(AuthorElement.Read(xml));
                break;
            case "dc:creator":
                _authors.Add(AuthorLine.Parse(PlainText.OfEither(xml.ReadText())));
                break;
            case "source" when _authors.IsEmpty:
                ReadSource(xml);
                break;
            case "category":
                _categories.Add(xml.Attribute("label") ?? xml.Attribute("term") ?? PlainText.OfEither(xml.ReadText()));
                break;
            case "dc:subject":
                _categories.Add(PlainText.OfEither(xml.ReadText()));
                break;
            case "slash:comments" or "thr:total":
                _comments ??= Count.Parse(xml.ReadText());
                break;
            default:
                _media.Take(xml);
                break;
        }
    }

    /// <summary>An entry taken over from another feed has that feed's author, unless it has one itself.</summary>
    private void ReadSource(XmlWalk xml)
    {
        var source = xml.Depth;
        while (xml.NextChild(source))
        {
            if (xml.Name == "author") _authors.AddFallback(AuthorElement.Read(xml));
        }
    }

    private FeedItem ToItem() => new()
    {
        Id = _id,
        Title = _title ?? _media.Title,
        Link = _links.Page,
        Summary = _summary.Value ?? _media.Description,
        Content = _content,
        Published = _published.Value,
        Updated = _updated.Value,
        Authors = _authors.Authors,
        Categories = [.. _categories.Categories.Union(_media.Categories, StringComparer.Ordinal)],
        Enclosures = _links.Enclosures.Followed(_media.Files),
        Image = _media.Image,
        CommentCount = _comments,
    };
}
