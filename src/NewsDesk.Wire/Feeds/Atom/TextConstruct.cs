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
        var (text, isHtml) = Read(xml);
        return text is null ? null
            : isHtml ? AbsoluteLinks.In(text.Trim(), address)
            : HtmlEscape.Text(text.Trim());
    }

    public static string? Plain(XmlWalk xml)
    {
        var (text, isHtml) = Read(xml);
        return isHtml ? PlainText.OfHtml(text) : PlainText.OfText(text);
    }

    private static (string? Text, bool IsHtml) Read(XmlWalk xml)
    {
        var type = xml.Attribute("type")?.ToLowerInvariant() ?? "text";
        var mode = xml.Attribute("mode")?.ToLowerInvariant();
        var isText = type is "text" || type.StartsWith("text/plain", StringComparison.Ordinal);
        var isHtml = mode != "xml" && (type is "html" || type.StartsWith("text/html", StringComparison.Ordinal));
        var (text, hasElements) = xml.ReadInner(isMarkup: isHtml);
        if (!hasElements && text is not null && (mode == "base64" || (mode is null && IsBinary(type))) && FromBase64(text) is { } bytes)
            return (IsText(bytes) ? FeedEncoding.Decode(bytes, null) : null, !isText);
        return (text, isHtml || hasElements);
    }

    /// <summary>What is neither text nor XML stands there in base64 (RFC 4287, 4.1.3.3).</summary>
    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) &&
        !type.EndsWith("/xml", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>Null when it is not base64.</summary>
    private static byte[]? FromBase64(string coded)
    {
        var bytes = new byte[coded.Length];
        return Convert.TryFromBase64String(coded, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>And not a picture or the like.</summary>
    private static bool IsText(ReadOnlySpan<byte> body) => System.Text.Unicode.Utf8.IsValid(body) && !body.Contains((byte)0);
}
