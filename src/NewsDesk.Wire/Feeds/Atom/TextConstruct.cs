using System.Text;
using NewsDesk.Wire.Feeds.Encodings;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Atom;

/// <summary>
/// Reads what Atom calls a text construct. Version 1.0 says <c>text</c>, <c>html</c> or <c>xhtml</c>; 0.3 a media type
/// and a mode: <c>escaped</c>, <c>xml</c> or <c>base64</c>.
/// </summary>
internal static class TextConstruct
{
    public static string? Html(XmlWalk xml)
    {
        var address = xml.Base;
        return Read(xml) switch
        {
            (null, _) => null,
            ({ } text, true) => AbsoluteLinks.In(text.Trim(), address),
            ({ } text, false) => HtmlEscape.Text(text.Trim()),
        };
    }

    public static string? Plain(XmlWalk xml) => Read(xml) switch
    {
        (null, _) => null,
        ({ } text, true) => PlainText.OfHtml(text),
        ({ } text, false) => PlainText.OfText(text),
    };

    private static (string? Text, bool IsHtml) Read(XmlWalk xml)
    {
        var type = xml.Attribute("type")?.ToLowerInvariant() ?? "text";
        var mode = xml.Attribute("mode")?.ToLowerInvariant();
        var isMarkup = type is "html" or "text/html" && mode is not "xml";
        var inner = xml.ReadInner(isMarkup);
        if (mode == "base64" && inner.Text is { } coded) return (FromBase64(coded), isMarkup);
        return (inner.Text, isMarkup || inner.HasElements);
    }

    private static string? FromBase64(string coded)
    {
        var bytes = new byte[coded.Length];
        return Convert.TryFromBase64String(coded, bytes, out var length) ? FeedEncoding.Decode(bytes.AsSpan(0, length), null) : null;
    }
}
