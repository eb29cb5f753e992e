using System.Text;

namespace NewsDesk.Press.Rendering;

/// <summary>Makes plain text fit to stand in HTML, between tags and in an attribute's quotes.</summary>
internal static class Escape
{
    public static string Html(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0) return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(letter),
            };
        }

        return html.ToString();
    }
}
