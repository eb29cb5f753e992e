using System.Text;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>Writes text so that HTML shows it as it is.</summary>
internal static class HtmlEscape
{
    public static string Text(string text)
    {
        if (text.AsSpan().IndexOfAny('&', '<', '>') < 0) return text;
        var html = new StringBuilder(text.Length + 16);
        AppendText(html, text);
        return html.ToString();
    }

    public static void AppendText(StringBuilder html, ReadOnlySpan<char> text) => Append(html, text, "&<>");

    public static void AppendAttribute(StringBuilder html, ReadOnlySpan<char> value) => Append(html, value, "&<>\"");

    private static void Append(StringBuilder html, ReadOnlySpan<char> text, string special)
    {
        int at;
        while ((at = text.IndexOfAny(special)) >= 0)
        {
            html.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
            text = text[(at + 1)..];
        }

        html.Append(text);
    }
}
