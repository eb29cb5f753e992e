namespace NewsDesk.Wire.Stories.Terms;

/// <summary>Tells a language by its script or its small words; says nothing when in doubt, as a headline often leaves it.</summary>
public static class LanguageGuess
{
    private const int WordsLookedAt = 150;
    private const int FewestHits = 3;

    /// <summary>The two-letter tag, or null.</summary>
    public static string? Of(string text)
    {
        if (ByScript(text) is { } script) return script;
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Words.Of(text, WordsLookedAt))
        {
            foreach (var (language, words) in CommonWords.ByLanguage)
            {
                if (words.Contains(word.Text)) hits[language] = hits.GetValueOrDefault(language) + 1;
            }
        }

        var ranked = hits.OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Value < FewestHits) return null;
        // Neighbouring languages share small words: the best must be clearly ahead.
        return ranked.Count == 1 || ranked[0].Value * 2 >= (ranked[1].Value * 3) ? ranked[0].Key : null;
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
