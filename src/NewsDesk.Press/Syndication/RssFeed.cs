using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsDesk.Press.Syndication;

/// <summary>Writes a publication as RSS 2.0 with the full text of its posts.</summary>
public static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Publication publication)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            WriteChannel(xml, publication);
            foreach (var post in publication.Posts) WriteItem(xml, post);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteChannel(XmlWriter xml, Publication publication)
    {
        WriteText(xml, "title", publication.Title);
        WriteText(xml, "link", publication.Link.AbsoluteUri);
        WriteText(xml, "description", publication.Description);
        WriteText(xml, "language", publication.Language);
        if (publication.Copyright is { } copyright) WriteText(xml, "copyright", copyright);
        if (publication.Updated is { } updated) WriteText(xml, "lastBuildDate", Rfc822(updated));
        WriteText(xml, "generator", "NewsDesk");
        WriteText(xml, "docs", "https://www.rssboard.org/rss-specification");
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", publication.Self.AbsoluteUri);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, PublishedPost post)
    {
        xml.WriteStartElement("item");
        WriteText(xml, "title", post.Title);
        WriteText(xml, "link", post.Link.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(Legal(post.Id));
        xml.WriteEndElement();
        WriteText(xml, "pubDate", Rfc822(post.Published));
        if (post.Author is { } author) xml.WriteElementString("dc", "creator", DublinCore, Legal(author));
        foreach (var category in post.Categories) WriteText(xml, "category", category);
        if (post.Summary is { } summary) WriteText(xml, "description", summary);
        xml.WriteElementString("content", "encoded", Content, Legal(post.Html));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Legal(text));

    private static string Rfc822(DateTimeOffset time) =>
        time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write control characters or half a surrogate pair, not even escaped.
    private static string Legal(string text)
    {
        if (IsLegal(text)) return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsLegal(rune)) legal.Append(rune);
        }

        return legal.ToString();
    }

    private static bool IsLegal(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsLegal(rune)) return false;
        }

        return true;
    }

    // EnumerateRunes gives U+FFFD for half a pair: it may as well go.
    private static bool IsLegal(Rune rune) =>
        rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xFFFC) or (>= 0x10000 and <= 0x10FFFF);
}
