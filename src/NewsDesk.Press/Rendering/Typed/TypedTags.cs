using System.Text.RegularExpressions;

namespace NewsDesk.Press.Rendering.Typed;

/// <summary>Links and pictures that were typed as HTML: they are noted, and checked, as those of Markdown are.</summary>
internal static partial class TypedTags
{
    /// <param name="html">One tag, or a block of them.</param>
    /// <param name="line">Where it begins, counted from zero in the Markdown.</param>
    public static void Note(string html, int line, Printing printing)
    {
        foreach (Match tag in Addresses().Matches(html))
        {
            var address = (tag.Groups["double"].Value + tag.Groups["single"].Value + tag.Groups["bare"].Value).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
            if (address.Length == 0) continue;
            var at = line + html.AsSpan(0, tag.Index).Count('\n');
            if (tag.Groups["img"].Success) printing.NoteImage(address, at);
            else printing.NoteLink(address, at);
        }
    }

    [GeneratedRegex("""<(?:a\s(?:[^>]*?\s)?href|(?<img>img)\s(?:[^>]*?\s)?src)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
