using System.Text;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Language;

/// <summary>
/// Masks the listed words in HTML that the press or the cleaner wrote: in what is read, never in addresses or code. Such HTML has no
/// sharp bracket but those of its tags, so that one pass without a parser is enough.
/// </summary>
internal static class MaskedHtml
{
    public static string Mask(string html, WordList words)
    {
        if (words.Words.Count == 0) return html;
        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var end = TagEnd(html, at);
                var tag = html.AsSpan(at, end - at);
                MaskTitles(tag, at);
                at = IsLeftAlone(tag) ? EndOf(html, end, Name(tag)) : end;
            }
            else
            {
                var end = html.IndexOf('<', at);
                if (end < 0) end = html.Length;
                MaskText(at, end);
                at = end;
            }
        }

        return masked is null ? html : masked.Append(html, copied, html.Length - copied).ToString();

        void MaskText(int start, int end)
        {
            foreach (var found in words.FindIn(html.AsSpan(start, end - start)))
            {
                var from = start + found.Start;
                if (IsEntity(html, from, found.Length)) continue;
                masked ??= new StringBuilder(html.Length);
                masked.Append(html, copied, from - copied).Append(Escape.Html(found.Word.InPlaceOf(html.AsSpan(from, found.Length))));
                copied = from + found.Length;
            }
        }

        void MaskTitles(ReadOnlySpan<char> tag, int start)
        {
            foreach (var name in (ReadOnlySpan<string>)[" alt=\"", " title=\"", " aria-label=\""])
            {
                var at = tag.IndexOf(name, StringComparison.Ordinal);
                if (at < 0) continue;
                var from = at + name.Length;
                MaskText(start + from, start + from + tag[from..].IndexOf('"'));
            }
        }
    }

    /// <summary>Code, what is typed or printed by machines, and the names of sites.</summary>
    private static bool IsLeftAlone(ReadOnlySpan<char> tag) =>
        Name(tag) is "code" or "pre" or "kbd" or "samp"
        || tag.Contains(" class=\"domain\"", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag[1..].IndexOfAny(' ', '>', '\n');
        return end < 0 ? tag[1..] : tag.Slice(1, end);
    }

    private static int EndOf(string html, int start, ReadOnlySpan<char> name)
    {
        var end = html.AsSpan(start).IndexOf($"</{name}>", StringComparison.Ordinal);
        return end < 0 ? html.Length : start + end;
    }

    /// <summary>A sharp bracket in an attribute's quotes ends no tag.</summary>
    private static int TagEnd(string html, int start)
    {
        var quoted = false;
        for (var at = start; at < html.Length; at++)
        {
            if (html[at] == '"') quoted = !quoted;
            else if (html[at] == '>' && !quoted) return at + 1;
        }

        return html.Length;
    }

    private static bool IsEntity(string html, int start, int length) =>
        start > 0 && html[start - 1] == '&' && start + length < html.Length && html[start + length] == ';';
}
