using System.Collections.Frozen;

namespace NewsDesk.Markup.Bounds;

/// <summary>What a parser does at an element's tags, as far as its work grows with it.</summary>
internal enum TagKind
{
    /// <summary>Its end tag closes it when nothing but its like is open in it.</summary>
    Plain,

    /// <summary>Its end tag closes whatever is open in it, up to a wall.</summary>
    Block,

    /// <summary>A wall: end tags in it do not reach what is open outside.</summary>
    Wall,

    /// <summary>Opened again in each block after it until its own end tag comes.</summary>
    Formatting,

    /// <summary>Holds text in which tags are none.</summary>
    Raw,

    /// <summary>Closed by the next of its own family, but not by one of the other: an item of a list in a term's description and so on.</summary>
    Item,

    /// <summary>Never open, or closed by its neighbour: it adds no more than a level or two to what is counted.</summary>
    Light,
}

internal static class TagNames
{
    private static readonly FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new[]
    {
        (TagKind.Light, "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr " +
            "p tbody thead tfoot tr td th colgroup html head body"),
        (TagKind.Item, "li dd dt"),
        (TagKind.Raw, "iframe noembed noframes script style textarea title xmp"),
        (TagKind.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        (TagKind.Wall, "applet caption marquee math object select svg table template"),
        (TagKind.Block, "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form " +
            "h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav ol pre search section summary ul"),
    }.SelectMany(group => group.Item2.Split(' ').Select(name => KeyValuePair.Create(name, group.Item1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static TagKind KindOf(ReadOnlySpan<char> name) => Kinds.TryGetValue(name, out var kind) ? kind : TagKind.Plain;

    /// <summary>Where the end tag of this name begins, read as in an element whose content is no markup; less than 0 when there is none.</summary>
    public static int IndexOfEnd(string html, int from, ReadOnlySpan<char> name)
    {
        for (var at = from; at < html.Length;)
        {
            var found = html.AsSpan(at).IndexOf("</");
            if (found < 0) break;
            at += found + 2;
            var end = html.AsSpan(at);
            if (!end.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (end.Length == name.Length || end[name.Length] is ' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>') return at - 2;
        }

        return -1;
    }
}
