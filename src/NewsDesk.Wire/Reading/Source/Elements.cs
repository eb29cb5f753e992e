using System.Collections.Frozen;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>What the kinds of HTML elements are to a reader.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    private static readonly FrozenSet<string> PlainText = Set("title textarea xmp noembed noframes iframe");

    private static readonly FrozenDictionary<string, string> Skipped =
        new[] { "script", "style", "svg" }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Block = Set("""
        address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td
        noscript tfoot th thead tr ul iframe video audio
        """);

    /// <summary>Nothing in these is text that a person reads on the page.</summary>
    private static readonly FrozenSet<string> Mute = Set("""
        script style svg template head link meta title object embed iframe canvas map datalist select option optgroup textarea input
        button audio video noembed noframes param source track progress meter dialog area
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingBySpan = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainBySpan = PlainText.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SkippedBySpan = Skipped.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Pictures and players whose address may wait in another attribute until a script moves it.</summary>
    public static bool MayLoadLate(ReadOnlySpan<char> name) =>
        name.Equals("img", StringComparison.OrdinalIgnoreCase) || name.Equals("source", StringComparison.OrdinalIgnoreCase) || name.Equals("iframe", StringComparison.OrdinalIgnoreCase);

    public static bool IsFormatting(ReadOnlySpan<char> name) => FormattingBySpan.Contains(name);

    public static bool HoldsPlainText(ReadOnlySpan<char> name) => PlainBySpan.Contains(name);

    /// <summary>The name in lower case if the element is left out with all that it holds.</summary>
    public static string? SkippedWhole(ReadOnlySpan<char> name) => SkippedBySpan.TryGetValue(name, out var skipped) ? skipped : null;

    public static bool IsBlock(string localName) => Block.Contains(localName);

    public static bool IsMute(string localName) => Mute.Contains(localName);

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
