using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>Takes accents off letters, one letter at a time: asking Unicode's tables for each word anew costs more than all other reading.</summary>
internal static class Letters
{
    /// <summary>One letter may become as many: ß becomes ss.</summary>
    public const int MostForOne = 2;

    /// <summary>Up to here stand Latin letters, Greek, Cyrillic, Hebrew and Arabic.</summary>
    private const int TableEnd = 0x700;

    private static readonly ImmutableArray<string> Table = [.. Enumerable.Range(0, TableEnd).Select(code => Bare((char)code))];

    public static bool IsMark(char c) => c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Writes the letter without its accents; how many letters that are.</summary>
    public static int WriteBare(char letter, Span<char> to)
    {
        if (letter >= TableEnd && letter is < '\u1e00' or > '\u1fff')
        {
            if (IsMark(letter)) return 0;
            to[0] = letter;
            return 1;
        }

        var bare = letter < TableEnd ? Table[letter] : Bare(letter);
        bare.CopyTo(to);
        return bare.Length;
    }

    private static string Bare(char letter)
    {
        var bare = new StringBuilder(MostForOne);
        foreach (var c in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(c)) bare.Append(c);
        }

        return bare.Replace("ß", "ss").ToString().Normalize(NormalizationForm.FormC);
    }
}
