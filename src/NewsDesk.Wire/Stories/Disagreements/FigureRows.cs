using NewsDesk.Wire.Stories.Figures;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Lines up figures about the same thing across articles, and keeps the rows on which they differ.</summary>
internal static class FigureRows
{
    private const int MostArticles = 60;
    private const int MostFigures = 600;

    /// <summary>Two figures further apart than this are more likely about two things than in dispute.</summary>
    private const double FarthestApart = 1.6;

    /// <summary>Of two days further apart neither is the other one told wrongly.</summary>
    private const int MostDaysApart = 31;

    /// <param name="IsOnlyOfItsKind">In its article.</param>
    /// <param name="IsHeadlines">The headline states it, and no other of its kind.</param>
    private sealed record Entry(string Article, Figure Figure, HashSet<string> Context, bool IsOnlyOfItsKind, bool IsHeadlines);

    public static IReadOnlyList<DisputedFigure> Disputed(IReadOnlyList<StoryArticle> articles)
    {
        var rows = new List<List<Entry>>();
        foreach (var entry in Entries(articles))
        {
            var row = rows.Find(row => row.Exists(other => AboutTheSame(entry, other)));
            if (row is null) rows.Add([entry]);
            else row.Add(entry);
        }

        return [.. rows.Select(Versions).OfType<DisputedFigure>()];
    }

    private static List<Entry> Entries(IReadOnlyList<StoryArticle> articles)
    {
        var entries = new List<Entry>();
        foreach (var article in articles.Take(MostArticles))
        {
            var figures = FigureReader.Read(article.Title + "\n" + article.Text);
            var titled = FigureReader.Read(article.Title);
            foreach (var (at, figure) in figures.Index())
            {
                var only = figures.All(other => other.Kind != figure.Kind || IsNoDay(other) || AreEqual(other, figure));
                var headlines = at < titled.Count && titled.Count(other => other.Kind == figure.Kind) == 1;
                entries.Add(new Entry(article.Id, figure, Context(figure.Sentence), only, headlines));
                if (entries.Count >= MostFigures) return entries;
            }
        }

        // What nearly every sentence has, the story's own names, tells no two figures apart.
        var common = entries.SelectMany(entry => entry.Context).GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() > Math.Max(3, entries.Count * 0.6)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries) entry.Context.ExceptWith(common);
        return entries;
    }

    private static HashSet<string> Context(string sentence) => Words.Of(sentence, 80)
        .Where(word => !word.IsNumber && !word.IsCapitalised && word.Text.Length > 2 && !CommonWords.Contains(word.Text) && !IsScale(word.Text) && word.Text is not ("percent" or "prozent"))
        .Select(word => Stem.Of(word.Text)).ToHashSet(StringComparer.Ordinal);

    private static bool IsScale(string word) => ScaleWords.SkipAfter(word, 0, out _) == word.Length;

    private static bool AboutTheSame(Entry one, Entry other)
    {
        var (a, b) = (one.Figure, other.Figure);
        if (a.Kind != b.Kind || a.Unit != b.Unit) return false;
        var context = one.Context.Count(other.Context.Contains);
        if (a.Kind == FigureKind.Date)
        {
            return !IsNoDay(a) && !IsNoDay(b) && (context >= 3 || (context >= 2 && one.IsOnlyOfItsKind && other.IsOnlyOfItsKind))
                && DaysApart(a.Value, b.Value) <= MostDaysApart;
        }

        var counted = a.Of.Count(stem => !IsGeneric(stem) && b.Of.Contains(stem, StringComparer.Ordinal));
        // A sum in the millions that comes back to the digit is the same sum, whatever stands around it.
        if (AreEqual(a, b)) return (a.Kind == FigureKind.Money && a.Value >= 1e6) || counted > 0 || context >= 2;
        if (Math.Max(a.Value, b.Value) > FarthestApart * Math.Min(a.Value, b.Value) || one.Article == other.Article) return false;
        return a.Kind switch
        {
            FigureKind.Count => counted > 0,
            FigureKind.Magnitude => true,
            // A headline's only sum is what the story is about.
            FigureKind.Money => (a.Value >= 1e4 && ((one.IsOnlyOfItsKind && other.IsOnlyOfItsKind) || (one.IsHeadlines && other.IsHeadlines))) || context >= 3,
            _ => context >= 2,
        };
    }

    /// <summary>A year or a month: what it tells may have happened on any day.</summary>
    private static bool IsNoDay(Figure figure) => figure.Kind == FigureKind.Date && figure.Value % 100 == 0;

    /// <summary>Days between two dates; a year that one leaves out is the other's.</summary>
    private static double DaysApart(double one, double other)
    {
        if (one < 10_000) one += Math.Floor(other / 10_000) * 10_000;
        if (other < 10_000) other += Math.Floor(one / 10_000) * 10_000;
        return Math.Abs(DayOf(one) - DayOf(other));
    }

    private static double DayOf(double date) => (Math.Floor(date / 10_000) * 365.25) + (Math.Floor(date % 10_000 / 100) * 30.44) + (date % 100);

    private static bool IsGeneric(string stem) => stem is "people" or "person" or "mensch" or "menschen" or "personn" or "persona" or "other" or "total";

    private static DisputedFigure? Versions(List<Entry> row)
    {
        var told = new List<Entry>();
        foreach (var article in row.GroupBy(entry => entry.Article, StringComparer.Ordinal))
        {
            // An article that gives two values itself (an offer and a demand) tells no version.
            var first = article.First();
            if (article.All(entry => AreEqual(entry.Figure, first.Figure))) told.Add(article.OrderByDescending(entry => Sureness(entry.Figure)).First());
        }

        var versions = new List<List<Entry>>();
        foreach (var entry in told)
        {
            var version = versions.Find(version => AreEqual(version[0].Figure, entry.Figure) && Sureness(version[0].Figure) == Sureness(entry.Figure));
            if (version is null) versions.Add([entry]);
            else version.Add(entry);
        }

        return versions.Count < 2
            ? null
            : new DisputedFigure(row[0].Figure.Kind, row[0].Figure.Unit,
                [.. versions.Select(version => new FigureVersion(version[0].Figure, [.. version.Select(entry => entry.Article)]))]);
    }

    /// <summary>"About" rounds, "up to" claims less: the latter makes an equal sum or count another version, and of a time no more than its end.</summary>
    private static int Sureness(Figure figure) =>
        figure is { Hedge: Hedge.UpTo or Hedge.LessThan, Kind: FigureKind.Money or FigureKind.Count or FigureKind.Percent } ? 1 : 0;

    /// <summary>Equal after rounding to the digits that the less exact of the two gives.</summary>
    private static bool AreEqual(Figure one, Figure other)
    {
        if (one.Kind != other.Kind || one.Unit != other.Unit) return false;
        if (one.Kind == FigureKind.Date) return one.Value == other.Value || one.Value % 10000 == other.Value % 10000 && Math.Min(one.Value, other.Value) < 10000;
        // "More than 400,000" is true of 412,000.
        if (IsAtLeast(one, other) || IsAtLeast(other, one)) return true;
        var digits = Math.Min(one.Digits, other.Digits);
        var exact = one.Hedge != Hedge.About && other.Hedge != Hedge.About && one.Digits == other.Digits;
        return exact ? Math.Abs(one.Value - other.Value) <= 1e-9 * Math.Abs(one.Value) : Rounded(one.Value, digits) == Rounded(other.Value, digits);
    }

    private static bool IsAtLeast(Figure least, Figure other) =>
        least.Hedge == Hedge.AtLeast && other.Hedge != Hedge.AtLeast && other.Value >= least.Value && other.Value <= 1.1 * least.Value;

    private static double Rounded(double value, int digits)
    {
        if (value == 0) return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - digits + 1);
        return Math.Round(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit, 6);
    }
}
