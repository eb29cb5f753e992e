using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>How well an arrival fits a story: above zero it may join.</summary>
internal readonly record struct Fit(StoryProfile Story, double Score, double Core, double Conflict, int ConflictWord, double Silence, double OnlyNames);

/// <summary>Compares an arrival with a story, and a story with a story.</summary>
internal sealed class Likeness(TermTable table, StorySettings settings)
{
    public Fit Compare(Arrival arrival, StoryProfile story)
    {
        var article = arrival.Article;
        var (core, missingName) = Core(article, story);
        var (ownName, ownIndex) = OwnName(arrival, story);
        var (names, words, sums, strongest) = Shared(arrival, story);
        var far = Long(article, story);
        var conflict = ownName * missingName * (1 - ((1 - settings.LongConflict) * far));
        var silence = double.IsNaN(Gap(article.Hour, story)) ? 0 : Math.Log(1 + (Gap(article.Hour, story) / 24)) * (1 - ((1 - settings.LongSilence) * far));
        var onlyNames = (1 - far) * Length(article, story) * Math.Max(0, names - (settings.WordsPerName * words));
        var score = names + words + (settings.CoreWeight * core) + Breadth(story)
            - (far * Unanchored(names, words, sums, strongest))
            - (settings.OnlyNamesWeight * onlyNames) - (settings.ConflictWeight * conflict)
            - (settings.SilenceWeight * silence) - Threshold(article, story);
        if (SpeakDifferently(arrival.Language, story.Language)) score = AcrossLanguages(arrival, story);
        return new Fit(story, score, core, conflict, ownIndex, silence, onlyNames);
    }

    /// <summary>
    /// How much of what two long pieces share does not count: in a thousand words anybody names a great city or speaks of data. Names and great sums
    /// anchor an event when there are several, and words count as far as they are anchored.
    /// </summary>
    private double Unanchored(double names, double words, double sums, double strongest)
    {
        var others = names + sums - strongest;
        var anchors = others + Math.Min(strongest, settings.LoneAnchor + (settings.AnchorPerAnchor * others));
        return names + words - anchors - Math.Min(words - sums, settings.WordsPerAnchor * anchors);
    }

    /// <summary>The cosine, parted into what shared names give and what shared words and figures give; of it great sums, and the strongest of names and sums.</summary>
    private (double Names, double Words, double Sums, double Strongest) Shared(Arrival arrival, StoryProfile story)
    {
        double names = 0, words = 0, sums = 0, strongest = 0;
        var terms = arrival.Article.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = story.Find(terms[i]);
            if (at < 0) continue;
            var part = arrival.Strength(i) * story.Share(at, table) * arrival.Weights[i] / (arrival.Norm * story.Norm);
            var isSum = TextWords.IsGreatSum(arrival.Words[i]);
            if (table.IsName(terms[i])) names += part;
            else words += part;
            if (isSum) sums += part;
            if (isSum || table.IsName(terms[i])) strongest = Math.Max(strongest, part);
        }

        return (names, words, sums, strongest);
    }

    /// <summary>From 0 for a headline to 1 for a report, by the shorter of the two.</summary>
    private static double Length(WindowArticle article, StoryProfile story)
    {
        const double headline = 14, report = 28;
        var shorter = Math.Min(article.Terms.Length, (double)story.Length / story.Articles);
        return Math.Clamp(Math.Log(Math.Max(1, shorter) / headline) / Math.Log(report / headline), 0, 1);
    }

    public double Breadth(StoryProfile story) => settings.BreadthWeight * Math.Log(Math.Min(story.Articles, settings.BroadAt));

    public double Threshold(WindowArticle article, StoryProfile story) =>
        settings.Threshold + (settings.LengthWeight * Length(article, story))
        - ((settings.LongRelief + (settings.QuietDeskRelief * (1 - table.Business))) * Long(article, story));

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
        Cosine(one, other) >= settings.MergeLikeness
        && Math.Min(Private(one, other), Private(other, one)) <= settings.MergeConflict;

    private (double Core, double MissingName) Core(WindowArticle article, StoryProfile story)
    {
        double all = 0, shared = 0, missing = 0;
        var terms = story.Terms;
        var own = article.Terms;
        for (int i = 0, a = 0; i < terms.Length; i++)
        {
            var count = story.CountAt(i);
            if (count * 4 < story.Articles) continue;
            while (a < own.Length && own[a] < terms[i]) a++;
            var share = (double)count / story.Articles;
            var weight = table.Weight(terms[i]);
            var part = count == story.Articles ? weight : Math.Pow(share, settings.CoreExponent) * weight;
            all += part;
            if (a < own.Length && own[a] == terms[i]) shared += part;
            else if (table.IsName(terms[i])) missing = Math.Max(missing, (count - 0.5) / story.Articles * weight);
        }

        return (all > 0 ? shared / all : 0, missing);
    }

    private (double Weight, int Index) OwnName(Arrival arrival, StoryProfile story)
    {
        double strongest = 0;
        var index = -1;
        var terms = arrival.Article.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var weight = arrival.Weights[i] * Math.Min(1, arrival.Article.WeightAt(i));
            if (weight <= strongest || !table.IsName(terms[i]) || story.Find(terms[i]) >= 0) continue;
            (strongest, index) = (weight, i);
        }

        return (strongest, index);
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

    private double Cosine(StoryProfile one, StoryProfile other)
    {
        double dot = 0, lengthOne = 0, lengthOther = 0;
        for (var i = 0; i < one.Terms.Length; i++)
        {
            var weight = table.Weight(one.Terms[i]);
            var share = weight * one.CountAt(i) / one.Articles;
            lengthOne += share * share;
            var at = other.Find(one.Terms[i]);
            if (at >= 0) dot += share * weight * other.CountAt(at) / other.Articles;
        }

        for (var i = 0; i < other.Terms.Length; i++)
        {
            var share = table.Weight(other.Terms[i]) * other.CountAt(i) / other.Articles;
            lengthOther += share * share;
        }

        return dot / Math.Sqrt((lengthOne * lengthOther) + 1e-9);
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
