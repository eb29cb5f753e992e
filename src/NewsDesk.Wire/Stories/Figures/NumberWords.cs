using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Numbers written in letters: two, thirty-one, dreihundert, half a million, a dozen.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Ones = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
        ["zwei"] = 2,
        ["drei"] = 3,
        ["vier"] = 4,
        ["fünf"] = 5,
        ["sechs"] = 6,
        ["sieben"] = 7,
        ["acht"] = 8,
        ["neun"] = 9,
        ["zehn"] = 10,
        ["elf"] = 11,
        ["zwölf"] = 12,
        ["zwanzig"] = 20,
        ["dreißig"] = 30,
        ["vierzig"] = 40,
        ["fünfzig"] = 50,
        ["hundert"] = 100,
        ["dreihundert"] = 300,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["sept"] = 7,
        ["huit"] = 8,
        ["neuf"] = 9,
        ["dix"] = 10,
        ["douze"] = 12,
        ["vingt"] = 20,
        ["trente"] = 30,
        ["quarante"] = 40,
        ["cinquante"] = 50,
        ["cent"] = 100,
        ["dos"] = 2,
        ["tres"] = 3,
        ["cuatro"] = 4,
        ["cinco"] = 5,
        ["seis"] = 6,
        ["siete"] = 7,
        ["ocho"] = 8,
        ["nueve"] = 9,
        ["diez"] = 10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>French counts hundreds in two words; English "three cents" is money.</summary>
    private static readonly FrozenSet<string> Hundreds =
        new[] { "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number whose letters begin at <paramref name="at"/>, and where it ends, its scale included.</summary>
    public static double? Read(string text, int at, out int end)
    {
        var word = WordAt(text, at, out end);
        if (word.Equals("half", StringComparison.OrdinalIgnoreCase)) return HalfAMillion(text, at, out end);
        if (!Ones.TryGetValue(word, out var value)) return null;
        if (value < 10 && Hundreds.Contains(word) && end < text.Length && text[end] == ' ' && WordAt(text, end + 1, out var hundredEnd) is "cents" or "cent")
            (value, end) = (value * 100, hundredEnd);
        if (value is >= 20 and < 100 && end < text.Length && text[end] is '-' or ' ')
        {
            var second = WordAt(text, end + 1, out var secondEnd);
            if (Ones.TryGetValue(second, out var ones) && ones < 10) (value, end) = (value + ones, secondEnd);
        }

        while (ScaleWords.SkipAfter(text, end, out var scale) is var after && after > end)
        {
            if (text[end] == ' ' && after - end == 2) break;
            (value, end) = (value * scale, after);
        }

        // "One" is a pronoun more often than a number.
        return value == 1 ? null : value;
    }

    private static double? HalfAMillion(string text, int at, out int end)
    {
        end = at;
        const string half = "half a";
        if (string.Compare(text, at, half, 0, half.Length, StringComparison.OrdinalIgnoreCase) != 0) return null;
        var after = ScaleWords.SkipAfter(text, at + half.Length, out var scale);
        if (after == at + half.Length || scale < 1e3) return null;
        end = after;
        return scale / 2;
    }

    private static string WordAt(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 14) end++;
        return text[at..end];
    }
}
