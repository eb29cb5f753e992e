using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>
/// Recognises HTML that was escaped once too often. Only a text that has no tag and is wrapped in an escaped one whole is
/// taken for that: a sentence about the &lt;b&gt; tag is meant as it stands.
/// </summary>
internal static class EscapedTwice
{
    public static string Undo(string html) => IsEscaped(html) ? CharacterReferences.Decode(html) : html;

    private static bool IsEscaped(string html)
    {
        if (!html.StartsWith("&lt;", StringComparison.Ordinal) || html.Contains('<', StringComparison.Ordinal)) return false;
        if (!html.EndsWith("&gt;", StringComparison.Ordinal) && !html.EndsWith('>')) return false;
        var name = html.AsSpan("&lt;".Length);
        var end = name.IndexOfAny(" /&>");
        return end > 0 && HtmlNames.IsKnown(name[..end]);
    }
}
