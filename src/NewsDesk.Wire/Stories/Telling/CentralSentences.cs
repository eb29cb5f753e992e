using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Telling;

/// <summary>Takes from the articles the few sentences that together say most of what they have in common.</summary>
internal static class CentralSentences
{
    private const int Most = 3;
    private const int SentencesLookedAt = 12;
    private const int Shortest = 50;
    private const int Longest = 280;
    private const double Brevity = 6;

    /// <summary>What a word counts for that a sentence taken before has said.</summary>
    private const double Again = 0.15;

    /// <summary>Openings say what happened, the first sentence best of all.</summary>
    private const double FirstBonus = 1.5, OpeningBonus = 1.25;

    /// <summary>What a word counts, beside its share, for the headlines that have it: they name what it is about.</summary>
    private const double HeadlineWord = 1;

    private sealed record Candidate(Voice Voice, string Sentence, IReadOnlyList<string> Stems, double Bonus);

    public static IReadOnlyList<ToldSentence> Find(IReadOnlyList<Voice> voices, Shares shares)
    {
        var candidates = voices.SelectMany(Of).ToList();
        var headlines = voices.SelectMany(voice => voice.Title).GroupBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (double)group.Count() / voices.Count, StringComparer.Ordinal);
        var taken = new List<Candidate>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        while (taken.Count < Most)
        {
            Candidate? best = null;
            var most = 0.0;
            foreach (var one in candidates.Where(one => !taken.Exists(other => other.Voice.Outlet == one.Voice.Outlet)))
            {
                var score = one.Stems.Sum(stem => (shares.Of(stem) + (HeadlineWord * headlines.GetValueOrDefault(stem))) * (said.Contains(stem) ? Again : 1)) / (one.Stems.Count + Brevity) * one.Bonus;
                if (score <= most) continue;
                (best, most) = (one, score);
            }

            if (best is null) break;
            taken.Add(best);
            said.UnionWith(best.Stems);
        }

        // The most central one opens: lists of stories show no more than that.
        return [.. taken.Select(one => new ToldSentence(one.Voice.Article.Id, one.Sentence))];
    }

    private static IEnumerable<Candidate> Of(Voice voice)
    {
        var number = 0;
        foreach (var sentence in Sentences.Of(voice.Article.Text ?? "").Take(SentencesLookedAt))
        {
            number++;
            if (Stands(sentence)) yield return new Candidate(voice, sentence, Voice.Stems(sentence, 80), number switch { 1 => FirstBonus, 2 => OpeningBonus, _ => 1 });
        }
    }

    /// <summary>Whole, and to be understood without the one before it.</summary>
    private static bool Stands(string sentence)
    {
        if (sentence.Length is < Shortest or > Longest || char.IsLower(sentence[0]) || sentence[^1] is '?' or ':' or '…') return false;
        if (!(sentence[^1] is '.' or '!' or '。' or '؟' || sentence.TrimEnd('"', '”', '»', '’', ')')[^1] == '.')) return false;
        var first = sentence[..Math.Max(1, sentence.IndexOf(' ', StringComparison.Ordinal))].TrimEnd(',');
        return first.ToUpperInvariant() is not ("HE" or "SHE" or "IT" or "THEY" or "BUT" or "AND" or "THIS" or "THAT" or "THESE" or "THOSE" or "SO" or "YET" or "HIS" or "HER" or "ITS"
            or "THEIR" or "ER" or "SIE" or "ES" or "DAS" or "DOCH" or "UND" or "IL" or "ELLE" or "MAIS" or "CELA" or "I" or "WE" or "YOU");
    }
}
