namespace NewsDesk.Archive.Searching;

/// <summary>How well a row answers a query: its title first, then its freshness, then its beginning.</summary>
internal static class Relevance
{
    /// <summary>After so many days a row is worth half as much for its freshness.</summary>
    private const double HalfFresh = 14;

    public static double Of(Query query, string title, string? excerpt, TimeSpan age)
    {
        string[] titleWords = [.. Words.Of(title, 200).Select(word => word.Folded)];
        string[] firstWords = [.. Words.Of(excerpt ?? "", 200).Select(word => word.Folded)];
        var terms = (double)query.Wanted.Count;
        var inTitle = query.Wanted.Count(term => term.StandsIn(titleWords)) / terms;
        var inExcerpt = query.Wanted.Count(term => term.StandsIn(firstWords)) / terms;
        var asTyped = new Term([.. query.Wanted.SelectMany(term => term.Words)], query.Wanted[^1].IsBeginning).StandsIn(titleWords) ? 1 : 0;
        return (4 * inTitle) + (1.5 * asTyped) + inExcerpt + (3 / (1 + (Math.Max(0, age.TotalDays) / HalfFresh)));
    }
}
