namespace NewsDesk.Archive.Searching;

/// <summary>How well a row answers a query: its title first, then its freshness, then its beginning.</summary>
internal sealed class Relevance(Query query)
{
    /// <summary>After so many days a row is worth half as much for its freshness.</summary>
    private const double HalfFresh = 14;

    private readonly Term _asTyped = new([.. query.Wanted.SelectMany(term => term.Words)], query.Wanted[^1].IsBeginning);
    private readonly FoldedWords _words = new();

    public double Of(string title, string? excerpt, TimeSpan age)
    {
        _words.Read(title);
        var inTitle = Share();
        var asTyped = _asTyped.StandsIn(_words) ? 1 : 0;
        _words.Read(excerpt ?? "");
        return (4 * inTitle) + (1.5 * asTyped) + Share() + (3 / (1 + (Math.Max(0, age.TotalDays) / HalfFresh)));
    }

    /// <summary>How much of what is wanted stands in the words that were read.</summary>
    private double Share()
    {
        var standing = 0.0;
        foreach (var term in query.Wanted)
        {
            if (term.StandsIn(_words)) standing++;
        }

        return standing / query.Wanted.Count;
    }
}
