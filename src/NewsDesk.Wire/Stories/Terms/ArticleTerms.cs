using System.Net;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>One word, name or figure of an article: how much it weighs there, and whether it stood capitalised in running text.</summary>
internal readonly record struct ArticleTerm(int Id, string Word, float Weight, bool Capitalised);

/// <summary>Reads from an article the terms by which it is compared: headline, address, and the beginning of its text.</summary>
internal static class ArticleTerms
{
    private const int MaxTitleWords = 60;
    private const int MaxTitleLength = 600;
    private const float ExactFigure = 1.5f;
    /// <summary>In characters: what is longer is read as a whole, not by its lead alone.</summary>
    private const int LongText = 1200;
    private const int LongTextWords = 1500;
    private const int FewestReturns = 3;
    private const int MostRefrains = 12;
    private const int MostSums = 3;
    private const int LongestHeading = 14;
    private const float LeadOnly = 0.2f;

    public static List<ArticleTerm> Read(StoryArticle article, string? language, StorySettings settings, out double length)
    {
        length = 0;
        var terms = new Dictionary<string, ArticleTerm>(StringComparer.Ordinal);
        var title = PlainTitle(article.Title);
        var words = Words.Of(title, MaxTitleWords).ToList();
        // German writes every noun with a capital.
        var capitalsTell = language != "de";
        var titleTells = capitalsTell && !IsTitleCase(words);
        foreach (var word in words)
            Put(terms, word, 1, settings.MaxWeight, titleTells && word.IsCapitalised && !word.OpensSentence);
        if (article.Url is { } url)
        {
            foreach (var word in AddressWords.Of(url))
                Put(terms, new Word(word, false, false, false), settings.AddressWeight, settings.AddressWeight, false);
        }

        if (article.Text is { } text) PutText(terms, text, settings, capitalsTell, out length);
        return [.. terms.Values];
    }

    /// <summary>
    /// A long piece may come to its matter late. What runs through all of it is what it is about: words that return, and great sums,
    /// which belong to one event. A word of its lead that never comes again weighs little.
    /// </summary>
    private static void PutText(Dictionary<string, ArticleTerm> terms, string text, StorySettings settings, bool capitalsTell, out double length)
    {
        var seen = new Dictionary<string, Returning>(StringComparer.Ordinal);
        var place = 0;
        foreach (var line in text.Split('\n'))
        {
            if (place >= LongTextWords) break;
            var words = Words.Of(line, LongTextWords - place).ToList();
            // A heading may write every word with a capital.
            var lineTells = capitalsTell && (words.Count > LongestHeading || !IsTitleCase(words));
            foreach (var word in words)
            {
                place++;
                if (!word.IsNumber && (word.Text.Length < 2 || CommonWords.Contains(word.Text))) continue;
                var stem = word.IsNumber ? word.Text : Stem.Of(word.Text);
                var names = lineTells && word.IsCapitalised && !word.OpensSentence;
                var known = seen.TryGetValue(stem, out var before) ? before : new Returning(word, place, 0, false, false);
                seen[stem] = known with
                {
                    Count = known.Count + 1,
                    StandsAsName = known.StandsAsName || names,
                    StandsSmall = known.StandsSmall || (capitalsTell && !word.IsCapitalised),
                };
            }
        }

        length = Math.Clamp((place - settings.LeadWords) / (settings.LongWords - settings.LeadWords), 0, 1);
        var leadWeight = settings.TextWeight * (float)(1 + ((settings.LeadOnly - 1) * length));
        var returning = seen.Values.Where(one => !one.Word.IsNumber && one.Count >= settings.FewestReturns)
            .OrderByDescending(one => one.Count).ThenBy(one => one.First).Take(settings.MostRefrains).ToList();
        if (length == 0) returning.Clear();
        var most = returning.Count > 0 ? 1 + Math.Log(returning[0].Count) : 1;
        var sums = seen.Values.Where(one => one.Word.IsNumber && one.Word.Text.Contains("E+", StringComparison.Ordinal)).Take(MostSums);
        var taken = returning.Select(one => one.First).ToHashSet();
        var lead = seen.Values.Where(one => one.First <= settings.LeadWords && !taken.Contains(one.First));
        foreach (var one in returning) Put(terms, one.Word, settings.MaxWeight * (float)Math.Pow((1 + Math.Log(one.Count)) / most, settings.RefrainExponent), settings.MaxWeight, one.IsName);
        if (length > 0.5) foreach (var one in sums) Put(terms, one.Word, settings.MaxWeight, settings.MaxWeight, one.IsName);
        foreach (var one in lead) Put(terms, one.Word, leadWeight, settings.MaxWeight, one.IsName);
    }

    /// <summary>A word of the text. What the same writer also writes small is no name.</summary>
    private readonly record struct Returning(Word Word, int First, int Count, bool StandsAsName, bool StandsSmall)
    {
        public bool IsName => StandsAsName && !StandsSmall;
    }

    public static string PlainTitle(string title)
    {
        if (title.Length > MaxTitleLength) title = title[..MaxTitleLength];
        return WithoutTags(title.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(title) : title);
    }

    private static void Put(Dictionary<string, ArticleTerm> terms, Word word, float weight, float most, bool capitalised)
    {
        if (!word.IsNumber && (word.Text.Length < 2 || CommonWords.Contains(word.Text))) return;
        var text = word.IsNumber ? "#" + word.Text : Stem.Of(word.Text);
        if (CommonWords.Contains(text)) return;

        terms[text] = terms.TryGetValue(text, out var known)
            ? known with
            {
                Weight = Math.Min(known.Weight + weight, Math.Max(known.Weight, most)),
                Capitalised = known.Capitalised || capitalised,
            }
            : new ArticleTerm(TermId.Of(text, word.IsNumber), word.Text, Math.Min(weight, most), capitalised);
    }

    /// <summary>Where nearly every word begins with a capital, a capital tells no name.</summary>
    private static bool IsTitleCase(List<Word> words)
    {
        int capitals = 0, small = 0;
        foreach (var word in words)
        {
            if (word.IsNumber || word.OpensSentence || word.Text.Length <= 3) continue;
            if (word.IsCapitalised) capitals++;
            else small++;
        }

        return small * 3 <= capitals;
    }

    /// <summary>Some feeds leave markup such as em in their titles.</summary>
    private static string WithoutTags(string title)
    {
        const int longestTag = 40;
        for (var open = title.IndexOf('<', StringComparison.Ordinal); open >= 0; open = open < title.Length ? title.IndexOf('<', open) : -1)
        {
            var close = title.IndexOf('>', open);
            if (close < 0) break;
            if (close - open > 1 && close - open <= longestTag) title = string.Concat(title.AsSpan(0, open), " ", title.AsSpan(close + 1));
            open++;
        }

        return title;
    }
}
