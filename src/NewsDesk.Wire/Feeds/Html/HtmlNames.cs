using System.Collections.Frozen;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>What the names of HTML's elements tell.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Void = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "center", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
        "ins", "kbd", "mark", "marquee", "nobr", "q", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup",
        "svg", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Elements at which a reader sees a new line.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => Blocks.Contains(name);

    public static bool IsKnown(ReadOnlySpan<char> name) => Blocks.Contains(name) || Inline.Contains(name);
}
