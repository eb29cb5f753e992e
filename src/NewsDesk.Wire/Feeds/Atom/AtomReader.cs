using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>Atom 0.3 and 1.0.</summary>
internal static class AtomReader
{
    public static Feed Read(XmlWalk xml, string format)
    {
        var items = new List<FeedItem>();
        if (xml.Name == "entry")
        {
            items.Add(AtomEntry.Read(xml));
            return new() { Format = format, Items = items };
        }

        string? title = null, subtitle = null;
        DateTimeOffset? updated = null;
        var (links, authors) = (new AtomLinks(), new AuthorList());
        var language = xml.Language;
        var feed = xml.Depth;
        while (xml.NextChild(feed))
        {
            switch (xml.Name)
            {
                case "entry":
                    items.Add(AtomEntry.Read(xml));
                    break;
                case "title":
                    title ??= TextConstruct.Plain(xml);
                    break;
                case "subtitle" or "tagline":
                    subtitle ??= TextConstruct.Plain(xml);
                    break;
                case "link":
                    links.Take(xml);
                    break;
                case "updated" or "modified":
                    updated ??= FeedDate.Parse(xml.ReadText());
                    break;
                case "author":
                    authors.Add(AuthorElement.Read(xml));
                    break;
                case "dc:language":
                    language ??= xml.ReadText()?.Trim();
                    break;
            }
        }

        return new()
        {
            Format = format,
            Title = title,
            Description = subtitle,
            Link = links.Page,
            Language = language,
            Updated = updated,
            Authors = authors.Authors,
            Items = items,
        };
    }
}
