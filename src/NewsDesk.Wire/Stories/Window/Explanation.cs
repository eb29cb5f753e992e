namespace NewsDesk.Wire.Stories.Window;

/// <summary>Says in a few lines what spoke for a decision and what against it, strongest first.</summary>
internal static class Explanation
{
    private const int WordsNamed = 5;

    public static IReadOnlyList<JoinReason> Of(Arrival arrival, StoryProfile story, List<Fit> fits, bool linked, TermTable table, StorySettings settings)
    {
        var at = fits.FindIndex(fit => fit.Story == story);
        if (at < 0) return [new JoinReason("copy of a pinned article", null, 1)];
        var told = fits[at].Evidence;
        List<JoinReason> reasons = [.. Words(arrival, story, table)];
        Add("core", told.Core);
        Add("names", told.Names);
        Add("breadth", told.Breadth);
        if (linked) Add("link", settings.LinkWeight);
        Add("other name", told.OtherName, told.OtherNameIndex < 0 ? null : arrival.Words[told.OtherNameIndex]);
        Add("silence", told.Silence);
        Add("only names", told.OnlyNames);
        Add("threshold", told.Threshold);
        return reasons;

        void Add(string feature, double weight, string? term = null)
        {
            if (weight != 0) reasons.Add(new JoinReason(feature, term, weight));
        }
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
