using System.Text;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>Writes elements that stand in a text as HTML: without prefixes and namespaces, links made absolute.</summary>
internal static class InlineMarkup
{
    /// <summary>Appends the start tag just read and answers the name that its end tag will have.</summary>
    public static string AppendStart(StringBuilder html, XmlTokens tag, NameTable names, Uri? address)
    {
        var name = HtmlName(tag.Name, names);
        html.Append('<').Append(name);
        foreach (var attribute in tag.Attributes)
        {
            var written = tag.NameOf(attribute);
            if (written.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) ||
                written.StartsWith("xml:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var value = tag.ValueOf(attribute);
            html.Append(' ').Append(written).Append("=\"");
            HtmlEscape.AppendAttribute(html, AbsoluteLinks.InAttribute(written, value, address) ?? value);
            html.Append('"');
        }

        html.Append('>');
        return name;
    }

    public static void AppendEnd(StringBuilder html, string name)
    {
        if (!HtmlNames.IsVoid(name)) html.Append("</").Append(name).Append('>');
    }

    private static string HtmlName(ReadOnlySpan<char> written, NameTable names)
    {
        var colon = written.IndexOf(':');
        if (colon >= 0 && names.VocabularyOf(written) is not Vocabularies.Unknown) written = written[(colon + 1)..];
        return written.ToString();
    }
}
