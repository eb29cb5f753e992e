using System.Xml;

namespace NewsDesk.Press.Syndication;

/// <summary>Writes a publication as Atom 1.0.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string History = "http://purl.org/syndication/history/1.0";
    private const string Media = FeedText.Media;

    public static byte[] Write(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return FeedText.WriteXml(publication, xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "media", null, Media);
            xml.WriteAttributeString("xml", "lang", null, publication.Language);
            xml.WriteText("id", publication.Id);
            xml.WriteText("title", publication.Title);
            xml.WriteText("subtitle", publication.Description);
            xml.WriteText("updated", Moment.Iso(publication.Updated));
            WriteLink(xml, "alternate", publication.Link, "text/html");
            foreach (var (relation, address) in FeedLinks.Of(publication))
                WriteLink(xml, relation, address, relation == FeedLinks.Hub ? null : "application/atom+xml");
            if (publication.Copyright is { } copyright) xml.WriteText("rights", copyright);
            if (publication.Icon is { } icon) xml.WriteText("icon", icon.AbsoluteUri);
            xml.WriteText("generator", FeedText.Generator);
            WriteAuthor(xml, new(publication.Title, publication.Link));
            if (publication.Pages.IsArchive) xml.WriteElement("fh", "archive", History);
            foreach (var entry in publication.Entries) WriteEntry(xml, entry);
            xml.WriteEndElement();
        });
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        if (entry.Language is { } language) xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteText("id", entry.Id);
        xml.WriteText("title", entry.Title);
        xml.WriteText("published", Moment.Iso(entry.Published));
        xml.WriteText("updated", Moment.Iso(entry.Changed));
        WriteLink(xml, "alternate", entry.Link, "text/html");
        foreach (var original in entry.Originals) WriteLink(xml, "via", original.Url, null, original.Title);
        if (entry.Image is { } image) xml.WriteImage(image);
        if (entry.Author is { } author) WriteAuthor(xml, author);
        foreach (var category in entry.Categories) xml.WriteElement("", "category", Atom, ("term", category));
        if (entry.Level is { } level)
        {
            xml.WriteStartElement("media", "rating", Media);
            xml.WriteAttributeString("scheme", "urn:simple");
            xml.WriteString(level == "strong" ? "adult" : "nonadult");
            xml.WriteEndElement();
        }

        if (entry.Summary is { } summary) xml.WriteText("summary", summary);
        if (entry.Html is { } html)
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteString(FeedText.Legal(html));
            xml.WriteEndElement();
        }

        if (entry.From is { } from)
        {
            xml.WriteStartElement("source");
            xml.WriteText("id", from.Url.AbsoluteUri);
            xml.WriteText("title", from.Title ?? from.Url.Host);
            xml.WriteText("updated", Moment.Iso(entry.Changed));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, FeedAuthor author)
    {
        xml.WriteStartElement("author");
        xml.WriteText("name", author.Name);
        if (author.Link is { } link) xml.WriteText("uri", link.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, Uri address, string? type, string? title = null) =>
        xml.WriteElement("", "link", Atom, ("rel", relation), ("type", type), ("href", address.AbsoluteUri), ("title", title));
}
