using System.Xml;

namespace NewsDesk.Press.Syndication;

/// <summary>Writes a publication as RSS 2.0.</summary>
public static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string History = "http://purl.org/syndication/history/1.0";
    private const string Media = FeedText.Media;
    private const string Rhythm = "http://purl.org/rss/1.0/modules/syndication/";

    public static byte[] Write(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return FeedText.WriteXml(publication, xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteAttributeString("xmlns", "media", null, Media);
            xml.WriteAttributeString("xmlns", "sy", null, Rhythm);
            xml.WriteStartElement("channel");
            WriteChannel(xml, publication);
            foreach (var entry in publication.Entries) WriteItem(xml, entry);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    private static void WriteChannel(XmlWriter xml, Publication publication)
    {
        xml.WriteText("title", publication.Title);
        xml.WriteText("link", publication.Link.AbsoluteUri);
        xml.WriteText("description", publication.Description);
        xml.WriteText("language", publication.Language);
        if (publication.Copyright is { } copyright) xml.WriteText("copyright", copyright);
        xml.WriteText("lastBuildDate", FeedText.Rfc822(publication.Updated));
        xml.WriteText("generator", FeedText.Generator);
        xml.WriteText("docs", "https://www.rssboard.org/rss-specification");
        if (!publication.Pages.IsArchive)
        {
            xml.WriteText("ttl", "30");
            xml.WriteText("sy", "updatePeriod", Rhythm, "hourly");
            xml.WriteText("sy", "updateFrequency", Rhythm, "2");
        }

        if (publication.Icon is { } icon)
        {
            xml.WriteStartElement("image");
            xml.WriteText("url", icon.AbsoluteUri);
            xml.WriteText("title", publication.Title);
            xml.WriteText("link", publication.Link.AbsoluteUri);
            xml.WriteEndElement();
        }

        foreach (var (relation, address) in FeedLinks.Of(publication))
            xml.WriteElement("atom", "link", Atom, ("rel", relation), ("href", address.AbsoluteUri), ("type", relation == FeedLinks.Hub ? null : "application/rss+xml"));
        if (publication.Pages.IsArchive) xml.WriteElement("fh", "archive", History);
    }

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteText("title", entry.Title);
        xml.WriteText("link", entry.Link.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedText.Legal(entry.Id));
        xml.WriteEndElement();
        xml.WriteText("pubDate", FeedText.Rfc822(entry.Published));
        if (entry.Changed != entry.Published) xml.WriteText("atom", "updated", Atom, Moment.Iso(entry.Changed));
        if (entry.Author is { } author) xml.WriteText("dc", "creator", DublinCore, author.Name);
        if (entry.Language is { } language) xml.WriteText("dc", "language", DublinCore, language);
        foreach (var category in entry.Categories) xml.WriteText("category", category);
        if (entry.From is { } from)
        {
            xml.WriteStartElement("source");
            xml.WriteAttributeString("url", from.Url.AbsoluteUri);
            xml.WriteString(FeedText.Legal(from.Title ?? from.Url.Host));
            xml.WriteEndElement();
        }

        foreach (var original in entry.Originals)
            xml.WriteElement("atom", "link", Atom, ("rel", "via"), ("href", original.Url.AbsoluteUri), ("title", original.Title));
        if (entry.Level is { } level)
        {
            xml.WriteStartElement("media", "rating", Media);
            xml.WriteAttributeString("scheme", "urn:simple");
            xml.WriteString(level == "strong" ? "adult" : "nonadult");
            xml.WriteEndElement();
        }

        if (entry.Image is { } image) xml.WriteImage(image);
        if (entry.Summary is { } summary) xml.WriteText("description", summary);
        if (entry.Html is { } html) xml.WriteText("content", "encoded", Content, html);
        xml.WriteEndElement();
    }
}
