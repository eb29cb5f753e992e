namespace NewsDesk.Wire.Stories.Window;

/// <summary>Says in a few lines what spoke for a decision and what against it, strongest first.</summary>
internal static class Explanation
{
    private const int WordsNamed = 5;

    public static IReadOnlyList<JoinReason> Of(
        Arrival arrival, StoryProfile story, List<Fit> fits, bool linked, TermTable table, Likeness likeness, StorySettings settings)
    {
        var reasons = new List<JoinReason>();
        var at = fits.FindIndex(fit => fit.Story == story);
        if (at < 0) return [new JoinReason("copy of a pinned article", null, 1)];
        var fit = fits[at];
        reasons.AddRange(Words(arrival, story, table));
        reasons.Add(new JoinReason("core", null, settings.CoreWeight * fit.Core));
        if (story.Articles > 2) reasons.Add(new JoinReason("breadth", null, likeness.Breadth(story)));
        if (linked) reasons.Add(new JoinReason("link", null, settings.LinkWeight));
        if (fit.Conflict > 0)
            reasons.Add(new JoinReason("other name", arrival.Words[fit.ConflictWord], -settings.ConflictWeight * fit.Conflict));
        if (fit.OnlyNames > 0) reasons.Add(new JoinReason("only names", null, -settings.OnlyNamesWeight * fit.OnlyNames));
        if (fit.Silence > 0) reasons.Add(new JoinReason("silence", null, -settings.SilenceWeight * fit.Silence));
        reasons.Add(new JoinReason("threshold", null, -likeness.Threshold(arrival.Article, story)));
        return reasons;
    }

    private static IEnumerable<JoinReason> Words(Arrival arrival, StoryProfile story, TermTable table)
    {
        var shared = new List<JoinReason>();
        for (var i = 0; i < arrival.Words.Length; i++)
        {
            var term = arrival.Article.Terms[i];
            var at = story.Find(term);
            if (at < 0) continue;
            var weight = arrival.Strength(i) * story.Share(at, table) * arrival.Weights[i] / (arrival.Norm * story.Norm);
            shared.Add(new JoinReason(table.IsNumber(term) ? "figure" : table.IsName(term) ? "name" : "word", arrival.Words[i], weight));
        }

        return shared.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Term, StringComparer.Ordinal).Take(WordsNamed);
    }
}
