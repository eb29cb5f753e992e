using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>Reads RSS's texts, which never say whether they are plain or HTML.</summary>
internal static class RssText
{
    public static string? Plain(XmlWalk xml) => PlainText.OfEither(xml.ReadInner(isMarkup: true).Text);

    public static string? Html(XmlWalk xml)
    {
        var address = xml.Base;
        return xml.ReadInner(isMarkup: true).Text is { } html ? AbsoluteLinks.In(EscapedTwice.Undo(html.Trim()), address) : null;
    }
}
