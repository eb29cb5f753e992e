using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>Atom 0.3 and 1.0.</summary>
internal sealed class AtomReader
{
    private readonly List<FeedItem> _items = [];
    private readonly AtomLinks _links = new();
    private readonly AuthorList _authors = new();
    private string? _title;
    private string? _subtitle;
    private string? _language;
    private DateTimeOffset? _updated;

    public static Feed Read(XmlWalk xml, string format)
    {
        var reader = new AtomReader();
        do
        {
            if (xml.Name == "entry") reader._items.Add(AtomEntry.Read(xml));
            else reader.ReadFeed(xml);
        }
        while (reader._items.Count < FeedReader.MaxItems && xml.NextChild(0)); // Where a feed was cut or pasted, entries follow the root.
        return reader.ToFeed(format);
    }

    private void ReadFeed(XmlWalk xml)
    {
        _language ??= xml.Language;
        var feed = xml.Depth;
        while (_items.Count < FeedReader.MaxItems && xml.NextChild(feed)) Take(xml);
    }

    private void Take(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "entry":
                _items.Add(AtomEntry.Read(xml));
                break;
            case "title":
                _title ??= TextConstruct.Plain(xml);
                break;
            case "subtitle" or "tagline":
                _subtitle ??= TextConstruct.Plain(xml);
                break;
            case "link":
                _links.Take(xml);
                if (_links.Page is { } page) xml.FallBackTo(page);
                break;
            case "updated" or "modified":
                _updated ??= FeedDate.Parse(xml.ReadText());
                break;
            case "author":
                _authors.Add(AuthorElement.Read(xml));
                break;
            case "dc:language":
                _language ??= xml.ReadText()?.Trim();
                break;
        }
    }

    /// <summary>Who wrote the feed wrote its entries, unless they say otherwise (RFC 4287, 4.2.1).</summary>
    private FeedItem WithAuthor(FeedItem item) => item.Authors.Count > 0 ? item : item with { Authors = _authors.Authors };

    private Feed ToFeed(string format) => new()
    {
        Format = format,
        Title = _title,
        Description = _subtitle,
        Link = _links.Page,
        Language = _language,
        Updated = _updated,
        Authors = _authors.Authors,
        Items = _authors.IsEmpty ? _items : _items.ConvertAll(WithAuthor),
        Hints = _links.Hints,
    };
}
