using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsDesk.Archive.Searching;

/// <summary>
/// Reads text as words for search: lower case, without accents, any script. Both databases index these words and split nothing
/// themselves, so both find the same.
/// </summary>
internal static class Words
{
    /// <summary>Raised whenever the same text gives other words or marks: archives then make their search index again.</summary>
    public const int Version = 3;

    /// <summary>In letters; more says nothing more about a word.</summary>
    public const int MaxLetters = 40;

    private const int TableEnd = 0x2500;

    private static readonly string?[] Table = [.. Enumerable.Range(0, TableEnd).Select(code => Rune.IsValid(code) ? Compute(new Rune(code)) : null)];

    /// <summary>A word as it is looked for, and where it stands in the text.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Word(string Folded, int Start, int Length);

    /// <summary>The words of a text, at most so many.</summary>
    public static IReadOnlyList<Word> Of(string text, int most = int.MaxValue)
    {
        var words = new List<Word>();
        var reader = new WordReader(text);
        while (words.Count < most && reader.Next()) words.Add(new Word(reader.Folded.ToString(), reader.Start, reader.Length));
        return words;
    }

    /// <summary>What one letter becomes: "" parts nothing and says nothing (an accent), null parts words.</summary>
    public static string? Fold(Rune rune) => rune.Value < TableEnd ? Table[rune.Value] : Compute(rune);

    private static string? Compute(Rune rune)
    {
        if (Undecomposed(rune.Value) is { } meant) return meant;
        // These have no accents, and taking a syllable of Korean apart would help nobody.
        if (rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3) return Rune.IsLetterOrDigit(rune) ? rune.ToString() : null;
        var folded = new StringBuilder();
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        var any = false;
        foreach (var part in parts.EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(part);
            if (isLetter) folded.Append(Rune.ToLowerInvariant(part));
            any |= isLetter || Rune.GetUnicodeCategory(part)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
        }

        return any ? folded.ToString() : null;
    }

    /// <summary>Letters whose stroke or ligature Unicode does not take apart.</summary>
    private static string? Undecomposed(int code) => code switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => null,
    };

    /// <summary>Scripts that put no spaces between words: each letter is a word, and a word looked for is a phrase of them.</summary>
    public static bool StandsAlone(int code) => code is
        (>= 0x0E00 and <= 0x0EFF) // Thai, Lao
        or (>= 0x1000 and <= 0x109F) // Burmese
        or (>= 0x1780 and <= 0x17FF) // Khmer
        or (>= 0x3040 and <= 0x30FF) // kana
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF); // Han
}
