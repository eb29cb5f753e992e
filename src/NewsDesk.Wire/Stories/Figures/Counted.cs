using System.Buffers;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Finds what a number counts: the noun after it, and the word that tells what became of them.</summary>
internal static class Counted
{
    private const int WordsLookedAt = 5;

    private static readonly string[] Languages = ["en", "de", "fr", "es", "it"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",.;:()\"“”!?—|");

    /// <summary>Stems of the words after a number, up to the clause's end; empty when nothing countable follows.</summary>
    public static IReadOnlyList<string> After(string sentence, int end)
    {
        if (end < sentence.Length && sentence[end] is not (' ' or '-' or '\u00a0' or '\u202f')) return [];
        var stop = sentence.AsSpan(end).IndexOfAny(ClauseEnds);
        var clause = stop < 0 ? sentence[end..] : sentence.Substring(end, stop);
        var stems = new List<string>();
        foreach (var word in Words.Of(clause, WordsLookedAt))
        {
            if (word.IsNumber) break;
            if (IsSmallWord(word.Text))
            {
                // "8 of the 31" and "in a series of four in May" count nothing by themselves.
                if (stems.Count > 0 || word.Text is "more" or "other" or "new") continue;
                return [];
            }

            stems.Add(Stem.Of(word.Text));
        }

        return stems;
    }

    /// <summary>Where the first counted word after a number ends: "17 injured" says more than "17".</summary>
    public static int EndOfNoun(string sentence, int end)
    {
        const int wordsBefore = 2;
        for (var (at, skipped) = (end + 1, 0); at < sentence.Length && skipped <= wordsBefore; at++, skipped++)
        {
            var start = at;
            while (at < sentence.Length && (char.IsLetter(sentence[at]) || (sentence[at] == '-' && at > start))) at++;
            if (at > start && !IsSmallWord(sentence[start..at])) return at;
        }

        return end;
    }

    /// <summary>Not of every language: "men" is a small word in Swedish.</summary>
    public static bool IsSmallWord(string word) => Languages.Any(language => CommonWords.ByLanguage[language].Contains(word.ToLowerInvariant()));
}
