using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>One entry.</summary>
internal static class AtomEntry
{
    public static FeedItem Read(XmlWalk xml)
    {
        string? id = null, title = null, summary = null, content = null;
        DateTimeOffset? published = null, updated = null;
        var (links, authors, categories) = (new AtomLinks(), new AuthorList(), new List<string>());
        var entry = xml.Depth;
        while (xml.NextChild(entry))
        {
            switch (xml.Name)
            {
                case "id":
                    id ??= xml.ReadText()?.Trim();
                    break;
                case "title":
                    title ??= TextConstruct.Plain(xml);
                    break;
                case "summary":
                    summary ??= TextConstruct.Html(xml);
                    break;
                case "content":
                    content ??= TextConstruct.Html(xml);
                    break;
                case "link":
                    links.Take(xml);
                    break;
                case "published" or "issued" or "created":
                    published ??= FeedDate.Parse(xml.ReadText());
                    break;
                case "updated" or "modified":
                    updated ??= FeedDate.Parse(xml.ReadText());
                    break;
                case "author":
                    authors.Add(AuthorElement.Read(xml));
                    break;
                case "category" when (xml.Attribute("label") ?? xml.Attribute("term")) is { } category:
                    categories.Add(category);
                    break;
            }
        }

        return new()
        {
            Id = id,
            Title = title,
            Link = links.Page,
            Summary = summary,
            Content = content,
            Published = published,
            Updated = updated,
            Authors = authors.Authors,
            Categories = categories,
            Enclosures = links.Enclosures,
        };
    }
}
