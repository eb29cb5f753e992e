using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Takes out attributes that stand in the text because a tag was broken before them.</summary>
internal static partial class LeakedAttributes
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "alt", "class", "decoding", "fetchpriority", "height", "href", "id", "loading", "referrerpolicy", "rel", "sizes", "src", "srcset", "style", "target", "title", "width",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Two or more in a row are taken, or one with the tag's end behind it. Fewer might be what the text speaks of.</summary>
    public static string Remove(string text)
    {
        if (!text.Contains("=\"", StringComparison.Ordinal) && !text.Contains("='", StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        int copied = 0, runStart = 0, runEnd = -1, inRow = 0;
        foreach (var match in Attribute().EnumerateMatches(text))
        {
            if (!IsKnown(text.AsSpan(match.Index, match.Length))) continue;
            if (match.Index != runEnd)
            {
                CloseRun();
                (runStart, inRow) = (match.Index, 0);
            }

            runEnd = match.Index + match.Length;
            inRow++;
        }

        CloseRun();
        if (copied == 0) return text;
        return BlankLines().Replace(kept.Append(text, copied, text.Length - copied).ToString(), "\n").Trim();

        void CloseRun()
        {
            if (inRow == 0) return;
            var end = runEnd;
            if (end < text.Length && text[end] == '/') end++;
            var closed = end < text.Length && text[end] == '>';
            if (closed) end++;
            else end = runEnd;
            if (inRow < 2 && !closed) return;
            kept.Append(text, copied, runStart - copied);
            copied = end;
        }
    }

    private static bool IsKnown(ReadOnlySpan<char> attribute)
    {
        var name = attribute[..attribute.IndexOf('=')];
        return Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) || name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) ||
               name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase) || name.Length > 4 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("""[A-Za-z][A-Za-z-]*=(?:"[^"<>]*"|'[^'<>]*')\s*""", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
