using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>The words that multiply a number: million, bn, Milliarden.</summary>
public static class ScaleWords
{
    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["dozen"] = 12,
        ["dutzend"] = 12,
        ["hundred"] = 1e2,
        ["hundert"] = 1e2,
        ["thousand"] = 1e3,
        ["tsd"] = 1e3,
        ["tausend"] = 1e3,
        ["mille"] = 1e3,
        ["mil"] = 1e3,
        ["mila"] = 1e3,
        ["duizend"] = 1e3,
        ["k"] = 1e3,
        ["million"] = 1e6,
        ["millions"] = 1e6,
        ["m"] = 1e6,
        ["mn"] = 1e6,
        ["mln"] = 1e6,
        ["mio"] = 1e6,
        ["millionen"] = 1e6,
        ["millón"] = 1e6,
        ["millones"] = 1e6,
        ["milione"] = 1e6,
        ["milioni"] = 1e6,
        ["milhão"] = 1e6,
        ["milhões"] = 1e6,
        ["miljoen"] = 1e6,
        ["billion"] = 1e9,
        ["billions"] = 1e9,
        ["b"] = 1e9,
        ["bn"] = 1e9,
        ["bln"] = 1e9,
        ["mrd"] = 1e9,
        ["md"] = 1e9,
        ["milliarde"] = 1e9,
        ["milliarden"] = 1e9,
        ["milliard"] = 1e9,
        ["milliards"] = 1e9,
        ["miliardo"] = 1e9,
        ["miliardi"] = 1e9,
        ["bilhão"] = 1e9,
        ["bilhões"] = 1e9,
        ["miljard"] = 1e9,
        ["trillion"] = 1e12,
        ["trillions"] = 1e12,
        ["tn"] = 1e12,
        ["billionen"] = 1e12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Scales.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestWord = 12;

    /// <summary>Where the text goes on after a scale word that follows a number; the same place, and 1, when there is none.</summary>
    public static int SkipAfter(string text, int at, out double scale)
    {
        scale = 1;
        var start = at;
        if (start < text.Length && text[start] is ' ' or '\u00a0' or '\u202f' or '-') start++;
        var end = start;
        while (end < text.Length && end - start <= LongestWord && char.IsLetter(text[end])) end++;
        var word = text.AsSpan(start, end - start);
        // One letter counts only when it touches the number: 2m, but not "4 B-sides" or "2 m high".
        if (word.Length == 0 || (word.Length == 1 && start != at)) return at;
        if (end < text.Length && char.IsDigit(text[end])) return at;
        if (!Lookup.TryGetValue(word, out scale))
        {
            scale = 1;
            return at;
        }

        // The point of "Mrd." belongs to it, unless it ends the sentence.
        return word.Length <= 3 && end + 1 < text.Length && text[end] == '.' && text[end + 1] == ' ' ? end + 1 : end;
    }
}
