using System.Globalization;
using System.Text;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>The names of the months, as far as feeds write them in the languages of their publishers.</summary>
internal static class Months
{
    /// <summary>How each month may begin, without accents and in lower case; a longer beginning stands before a shorter one of another month.</summary>
    private static readonly (string Beginning, int Month)[] Beginnings =
    [
        ("juil", 7), ("juin", 6), ("juni", 6), ("juli", 7), ("jul", 7), ("jun", 6), ("mai", 5), ("maj", 5), ("mag", 5), ("may", 5),
        ("jan", 1), ("jän", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fev", 2), ("fév", 2), ("mar", 3), ("mär", 3), ("mrt", 3), ("maa", 3),
        ("apr", 4), ("abr", 4), ("avr", 4), ("mei", 5), ("giu", 6), ("lug", 7), ("aug", 8), ("ago", 8), ("aou", 8), ("sep", 9), ("set", 9),
        ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("dic", 12),
    ];

    public static int? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return null;
        var plain = Plain(word);
        foreach (var (beginning, month) in Beginnings)
        {
            if (plain.StartsWith(beginning, StringComparison.Ordinal)) return month;
        }

        return null;
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var decomposed = word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(decomposed.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }
}
