using System.Runtime.InteropServices;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>How well an arrival fits a story: above zero it may join. With what spoke for and against it.</summary>
internal readonly record struct Fit(StoryProfile Story, double Score)
{
    public Evidence Evidence { get; init; }
}

/// <summary>Compares an arrival with a story, and a story with a story.</summary>
internal sealed class Likeness(TermTable table, StorySettings settings)
{
    public Fit Compare(Arrival arrival, StoryProfile story)
    {
        var article = arrival.Article;
        if (SpeakDifferently(arrival.Language, story.Language)) return new Fit(story, AcrossLanguages(arrival, story));
        var far = Long(article, story);
        var shared = Shared(arrival, story);
        var core = Core(article, story);
        var gap = Gap(article.Hour, story);
        var evidence = new Evidence
        {
            Words = shared.Cosine - (far * Unanchored(shared)),
            Core = settings.CoreWeight * core.Share,
            Names = settings.NamesWeight * (1 - far) * (shared.NameShare - 0.5),
            Breadth = settings.BreadthWeight * Math.Log(Math.Min(story.Articles, settings.BroadAt)),
            OnlyNames = -settings.OnlyNamesWeight * (1 - far) * Length(article, story) * Math.Max(0, shared.Names - (settings.WordsPerName * (shared.Words + shared.Figures))),
            OtherName = -settings.ConflictWeight * shared.OwnName * core.MissingName * (1 - ((1 - settings.LongConflict) * far)),
            OtherNameIndex = shared.OwnNameIndex,
            Silence = double.IsNaN(gap) ? 0 : -settings.SilenceWeight * Math.Log(1 + (gap / 24)) * (1 - ((1 - settings.LongSilence) * far)),
            Threshold = -Threshold(article, story),
        };
        return new Fit(story, evidence.Sum) { Evidence = evidence };
    }

    public double Threshold(WindowArticle article, StoryProfile story) =>
        settings.Threshold + (settings.LengthWeight * Length(article, story))
        - ((settings.LongRelief + (settings.QuietDeskRelief * (1 - table.Business))) * Long(article, story));

    /// <summary>
    /// How much of what two long pieces share does not count: in a thousand words anybody names a great city or speaks of data. Names and great sums
    /// anchor an event when there are several, and words count as far as they are anchored.
    /// </summary>
    private double Unanchored(SharedTerms shared)
    {
        var (names, words, sums, strongest) = (shared.Names, shared.Words + shared.Figures, shared.Sums, shared.Strongest);
        var others = names + sums - strongest;
        var anchors = others + Math.Min(strongest, settings.LoneAnchor + (settings.AnchorPerAnchor * others));
        return names + words - anchors - Math.Min(words - sums, settings.WordsPerAnchor * anchors);
    }

    private SharedTerms Shared(Arrival arrival, StoryProfile story)
    {
        double names = 0, words = 0, figures = 0, sums = 0, strongest = 0, ownName = 0, allNames = 0, sharedNames = 0;
        var ownNameIndex = -1;
        var terms = arrival.Article.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = story.Find(terms[i]);
            var weight = arrival.Weights[i] * Math.Min(1, arrival.Article.WeightAt(i));
            var (isName, isFigure) = (table.IsName(terms[i]), table.IsNumber(terms[i]));
            if (isName) allNames += weight;
            if (at < 0)
            {
                if (isName && weight > ownName) (ownName, ownNameIndex) = (weight, i);
                continue;
            }

            var part = arrival.Strength(i) * story.Share(at, table) * arrival.Weights[i] / (arrival.Norm * story.Norm);
            if (isFigure)
            {
                figures += part;
            }
            else if (isName)
            {
                names += part;
                sharedNames += weight;
            }
            else
            {
                words += part;
            }

            var isSum = isFigure && TextWords.IsGreatSum(arrival.Words[i]);
            if (isSum) sums += part;
            if (isSum || isName) strongest = Math.Max(strongest, part);
        }

        return new SharedTerms(names, words, figures, sums, strongest)
        {
            OwnName = ownName,
            OwnNameIndex = ownNameIndex,
            NameShare = allNames > 0 ? sharedNames / allNames : 0.5,
        };
    }

    /// <summary>From 0 for a headline to 1 for a report, by the shorter of the two.</summary>
    private static double Length(WindowArticle article, StoryProfile story)
    {
        const double headline = 14, report = 28;
        var shorter = Math.Min(article.Terms.Length, (double)story.Length / story.Articles);
        return Math.Clamp(Math.Log(Math.Max(1, shorter) / headline) / Math.Log(report / headline), 0, 1);
    }

    /// <summary>From 0 for a headline or a report to 1 for a long piece, by the shorter of the two.</summary>
    private static double Long(WindowArticle article, StoryProfile story) => Math.Min(article.Long, story.Long / story.Articles);

    /// <summary>Hours between an article and the nearer end of a story; not a number when a time is unknown.</summary>
    public static double Gap(double hour, StoryProfile story) =>
        double.IsNaN(hour) || double.IsNaN(story.LastHour) ? double.NaN : Math.Max(0, Math.Max(hour - story.LastHour, story.FirstHour - hour));

    /// <summary>
    /// Two stories with the same words may still be two events: each turns on something that the other lacks. One of them merely
    /// having more to tell is no conflict.
    /// </summary>
    public bool AreOne(StoryProfile one, StoryProfile other) =>
        Math.Min(Private(one, other), Private(other, one)) <= settings.MergeConflict;

    private CoreTerms Core(WindowArticle article, StoryProfile story)
    {
        double all = 0, shared = 0, missingName = 0;
        var terms = story.Terms;
        var own = article.Terms;
        for (int i = 0, a = 0; i < terms.Length; i++)
        {
            var count = story.CountAt(i);
            if (count * 4 < story.Articles) continue;
            while (a < own.Length && own[a] < terms[i]) a++;
            var weight = table.Weight(terms[i]);
            var part = weight * count / story.Articles;
            all += part;
            if (a < own.Length && own[a] == terms[i])
            {
                shared += part;
            }
            else if (table.IsName(terms[i]))
            {
                missingName = Math.Max(missingName, (count - 0.5) / story.Articles * weight);
            }
        }

        return new CoreTerms(all > 0 ? shared / all : 0, missingName);
    }

    private static bool SpeakDifferently(string? one, string? other) => one is not null && other is not null && one != other;

    /// <summary>What two languages share is names and figures: four of them, rare ones, must meet.</summary>
    private double AcrossLanguages(Arrival arrival, StoryProfile story)
    {
        const int fewest = 4;
        const int shortestName = 4;
        const double rare = 0.5;
        var (met, weight) = (0, 0.0);
        var terms = arrival.Article.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = story.Find(terms[i]);
            if (at < 0 || table.Rarity(terms[i]) < rare) continue;
            if (arrival.Words[i].Length < (table.IsNumber(terms[i]) ? 2 : shortestName)) continue;
            met++;
            weight += (double)story.CountAt(at) / story.Articles * table.Rarity(terms[i]);
        }

        return met >= fewest ? 0.1 * (weight - 1) : -1;
    }

    /// <summary>The strongest term of the one's core that the other does not share.</summary>
    private double Private(StoryProfile one, StoryProfile other)
    {
        double strongest = 0;
        for (var i = 0; i < one.Terms.Length; i++)
        {
            var share = (one.CountAt(i) - 0.5) / one.Articles;
            if (share < 0.25) continue;
            var at = other.Find(one.Terms[i]);
            var theirs = at < 0 ? 0 : (double)other.CountAt(at) / other.Articles;
            strongest = Math.Max(strongest, (share - theirs) * table.Weight(one.Terms[i]));
        }

        return strongest;
    }
}

/// <summary>What an article and a story share, in parts of their cosine; and what the article has for itself.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedTerms(double Names, double Words, double Figures, double Sums, double Strongest)
{
    public double Cosine => Names + Words + Figures;

    /// <summary>The strongest name that the story lacks.</summary>
    public double OwnName { get; init; }

    public int OwnNameIndex { get; init; }

    /// <summary>How much of the article's names the story knows; a half when it has none.</summary>
    public double NameShare { get; init; }
}

/// <summary>How much of what most of a story's articles have the arrival has too, and the strongest name of it that it lacks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CoreTerms(double Share, double MissingName);
