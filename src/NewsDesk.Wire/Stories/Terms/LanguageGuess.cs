using System.Numerics;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>Tells a language by its script or its small words; says nothing when in doubt, as a headline often leaves it.</summary>
public static class LanguageGuess
{
    private const int WordsLookedAt = 150;
    private const int FewestHits = 3;

    /// <summary>The two-letter tag, or null.</summary>
    public static string? Of(string text) => ByScript(text) ?? ByWords(Words.Of(text, WordsLookedAt));

    /// <summary>
    /// What an article is written in: as it is declared, unless its own words say clearly that it is another language than this one we know. Templates and
    /// feeds often declare wrongly.
    /// </summary>
    internal static string? Of(string? declared, string text, List<Word>? words = null)
    {
        var tag = declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() : null;
        if (tag is not null && !CommonWords.Languages.Contains(tag, StringComparer.Ordinal)) return tag;
        return ByScript(text) ?? ByWords(words is { Count: > 0 } ? words : Words.Of(text, WordsLookedAt)) ?? tag;
    }

    private static string? ByWords(List<Word> words)
    {
        Span<int> hits = stackalloc int[CommonWords.Languages.Length];
        for (var i = 0; i < words.Count && i < WordsLookedAt; i++)
        {
            for (var languages = words[i].Common?.SmallIn ?? 0; languages != 0; languages &= languages - 1) hits[BitOperations.TrailingZeroCount(languages)]++;
        }

        var (best, first, second) = (0, 0, 0);
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i] > first) (best, first, second) = (i, hits[i], first);
            else second = Math.Max(second, hits[i]);
        }

        // Neighbouring languages share small words: the best must be clearly ahead.
        return first >= FewestHits && first * 2 >= second * 3 ? CommonWords.Languages[best] : null;
    }

    private static string? ByScript(string text)
    {
        int kana = 0, han = 0, hangul = 0, cyrillic = 0, greek = 0, arabic = 0, hebrew = 0, letters = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 600)))
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c < 0x370) continue;
            switch (c)
            {
                case <= '\u03ff': greek++; break;
                case <= '\u052f': cyrillic++; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case >= '\u0600' and <= '\u06ff': arabic++; break;
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u3400' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7af': hangul++; break;
            }
        }

        var half = letters / 2;
        if (kana > 0 && kana + han > half) return "ja";
        if (han > half) return "zh";
        if (hangul > half) return "ko";
        // Several languages share the Cyrillic letters; the words below know none of them, so the script stands for all.
        if (cyrillic > half) return "ru";
        if (greek > half) return "el";
        if (arabic > half) return "ar";
        return hebrew > half ? "he" : null;
    }
}
