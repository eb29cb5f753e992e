using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsDesk.Press.Syndication;

/// <summary>How feeds write text, times and XML.</summary>
internal static class FeedText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    public const string Generator = "NewsDesk";

    private const int BytesAround = 2000;

    public const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] WriteXml(Publication publication, Action<XmlWriter> write)
    {
        // Room for all of it at once: a feed of fifty whole posts would else be copied each time that it has doubled.
        using var bytes = new MemoryStream(BytesAround + publication.Entries.Sum(entry => BytesAround + ((entry.Html?.Length ?? 0) * 5 / 4)));
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" })) write(xml);
        return bytes.ToArray();
    }

    public static void WriteText(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, Legal(text));

    public static void WriteText(this XmlWriter xml, string prefix, string name, string space, string text) =>
        xml.WriteElementString(prefix, name, space, Legal(text));

    /// <summary>An empty element whose attributes say it all; those without a value are left out.</summary>
    public static void WriteElement(this XmlWriter xml, string prefix, string name, string space, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(prefix, name, space);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null) xml.WriteAttributeString(attribute, Legal(value));
        }

        xml.WriteEndElement();
    }

    /// <summary>No enclosure, which readers offer as a file to save, and which must say its bytes: nobody has counted those of a picture that is drawn when it is asked for.</summary>
    public static void WriteImage(this XmlWriter xml, FeedImage image) => xml.WriteElement("media", "content", Media,
        ("url", image.Url.AbsoluteUri),
        ("fileSize", image.Bytes?.ToString(CultureInfo.InvariantCulture)),
        ("type", image.Type),
        ("medium", "image"),
        ("width", image.Width.ToString(CultureInfo.InvariantCulture)),
        ("height", image.Height.ToString(CultureInfo.InvariantCulture)));

    public static string Rfc822(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no way to write control characters or half a surrogate pair, not even escaped.</summary>
    public static string Legal(string text)
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
        // Nearly every text has nothing at all that would need a closer look.
        if (text.AsSpan().IndexOfAny(Controls) < 0 && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && text.AsSpan().IndexOfAnyInRange('\uFFFD', '\uFFFF') < 0) return true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsLegal(rune)) return false;
        }

        return true;
    }

    // EnumerateRunes gives U+FFFD for half a pair: it may as well go. U+FFFE and U+FFFF are no characters at all.
    private static bool IsLegal(Rune rune) =>
        rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xFFFC) or (>= 0x10000 and <= 0x10FFFF);
}
