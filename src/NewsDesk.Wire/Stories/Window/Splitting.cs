using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>
/// Finds out that a story was two all along: each half of its articles turns on words that the other half lacks. Of two alike events the second is easily
/// taken for the first while there is little yet to tell them apart.
/// </summary>
internal sealed class Splitting(TermTable table, StorySettings settings)
{
    private const int FewestOfAHalf = 2, Most = 60, SeedsTried = 10, Rounds = 3;

    /// <summary>Up to so many articles it is asked with each that comes, then with every fourth.</summary>
    private const int AlwaysLooked = 12;

    /// <summary>A word that stands in half of a story and weighs less than this tells no event from another.</summary>
    private const double LightestSeed = 0.4;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Cell(int Term, double Weight);

    /// <summary>The articles that tell another event than most of the story's; null when it is one.</summary>
    public IReadOnlyList<WindowArticle>? Other(StoryProfile story)
    {
        if (story.Articles is < 2 * FewestOfAHalf or > Most || (story.Articles > AlwaysLooked && story.Articles % 4 != 0)) return null;
        var articles = new List<WindowArticle>(story.Articles);
        for (var article = story.Newest; article is not null; article = article.Older)
        {
            // Where an editor has decided the machine does not decide again.
            if (article.Pinned) return null;
            articles.Add(article);
        }

        articles.Reverse();
        if (Halve(articles, story.Terms.ToArray()) is not { } side) return null;
        // The larger half stays; of equal ones that with the first article.
        var ones = side.Count(one => one);
        var leaves = ones * 2 < side.Length || (ones * 2 == side.Length && !side[0]);
        return [.. articles.Where((_, at) => side[at] == leaves)];
    }

    private bool[]? Halve(List<WindowArticle> articles, int[] terms)
    {
        var weights = Array.ConvertAll(terms, table.Weight);
        var rows = articles.ConvertAll(article => Row(article, terms, weights));
        var counts = new int[terms.Length];
        foreach (var cell in rows.SelectMany(row => row)) counts[cell.Term]++;
        // What a name or figure parts is tried first: the more of both sides it has, and the rarer it is.
        var seeds = Enumerable.Range(0, terms.Length)
            .Where(term => counts[term] >= FewestOfAHalf && counts[term] <= rows.Count - FewestOfAHalf && weights[term] >= LightestSeed)
            .OrderByDescending(term => weights[term] * Math.Min(counts[term], rows.Count - counts[term])).ThenBy(term => term).Take(SeedsTried);
        bool[]? best = null;
        var most = settings.SplitConflict;
        foreach (var seed in seeds)
        {
            var side = rows.Select(row => Array.Exists(row, cell => cell.Term == seed)).ToArray();
            Settle(rows, side, terms.Length);
            var conflict = Conflict(rows, side, counts, terms, weights);
            if (conflict > most) (most, best) = (conflict, side);
        }

        return best;
    }

    private static Cell[] Row(WindowArticle article, int[] terms, double[] weights)
    {
        var row = new List<Cell>(article.Terms.Length);
        double sum = 0;
        for (int i = 0, t = 0; i < article.Terms.Length; i++)
        {
            while (t < terms.Length && terms[t] < article.Terms[i]) t++;
            if (t == terms.Length) break;
            if (terms[t] != article.Terms[i]) continue;
            var weight = article.WeightAt(i) * weights[t];
            sum += weight * weight;
            row.Add(new Cell(t, weight));
        }

        var norm = Math.Sqrt(sum) + 1e-9;
        return [.. row.Select(cell => cell with { Weight = cell.Weight / norm })];
    }

    /// <summary>Puts each article into the half that it is more like, a few times over.</summary>
    private static void Settle(List<Cell[]> rows, bool[] side, int terms)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (new double[terms], new double[terms]);
            for (var r = 0; r < side.Length; r++)
            {
                var half = side[r] ? one : other;
                foreach (var cell in rows[r]) half[cell.Term] += cell.Weight;
            }

            double oneNorm = Math.Sqrt(one.Sum(x => x * x)) + 1e-9, otherNorm = Math.Sqrt(other.Sum(x => x * x)) + 1e-9;
            var changed = false;
            for (var r = 0; r < side.Length; r++)
            {
                double toOne = 0, toOther = 0;
                foreach (var cell in rows[r]) (toOne, toOther) = (toOne + (cell.Weight * one[cell.Term]), toOther + (cell.Weight * other[cell.Term]));
                var now = toOne / oneNorm > toOther / otherNorm;
                changed |= now != side[r];
                side[r] = now;
            }

            if (!changed) return;
        }
    }

    /// <summary>How strongly each half turns on what the other lacks, by the weaker of the two: its strongest term, and half as much its second.</summary>
    private double Conflict(List<Cell[]> rows, bool[] side, int[] counts, int[] terms, double[] weights)
    {
        var ones = side.Count(one => one);
        var others = side.Length - ones;
        if (Math.Min(ones, others) < FewestOfAHalf) return 0;
        var mine = new int[counts.Length];
        for (var r = 0; r < side.Length; r++)
        {
            if (!side[r]) continue;
            foreach (var cell in rows[r]) mine[cell.Term]++;
        }

        double first = 0, second = 0, otherFirst = 0, otherSecond = 0;
        for (var t = 0; t < counts.Length; t++)
        {
            double here = mine[t], there = counts[t] - mine[t];
            var weight = weights[t] * (table.IsName(terms[t]) ? 1 : settings.SplitWord);
            Top(weight * (((here - 0.5) / ones) - (there / others)), ref first, ref second);
            Top(weight * (((there - 0.5) / others) - (here / ones)), ref otherFirst, ref otherSecond);
        }

        return Math.Min(first + (second / 2), otherFirst + (otherSecond / 2)) / 1.5;
    }

    private static void Top(double value, ref double first, ref double second)
    {
        if (value > first) (first, second) = (value, first);
        else if (value > second) second = value;
    }
}
