using System.Net;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>One word, name or figure of an article: how much it weighs there, and whether it stood capitalised in running text.</summary>
internal readonly record struct ArticleTerm(int Id, string Word, float Weight, bool Capitalised);

/// <summary>Reads from an article the terms by which it is compared: headline, address, and the beginning of its text.</summary>
internal static class ArticleTerms
{
    private const int MaxTitleWords = 60;
    private const int MaxTitleLength = 600;

    /// <summary>What a word of a long piece's lead weighs that never comes again.</summary>
    private const float LeadOnly = 0.2f;

    /// <summary>A text at least so long counts by its great sums too.</summary>
    private const double LongEnoughForSums = 0.5;

    /// <param name="length">From 0 for what is no longer than a lead to 1 for a long piece.</param>
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

        if (article.Text is { } text) PutText(terms, TextWords.Read(text, capitalsTell), settings, out length);
        return [.. terms.Values];
    }

    /// <summary>
    /// A report tells its matter in its lead. A long piece may come to it late: there counts what runs through all of it, and great sums, and
    /// a word of its lead that never comes again weighs little.
    /// </summary>
    private static void PutText(Dictionary<string, ArticleTerm> terms, TextWords text, StorySettings settings, out double length)
    {
        length = Math.Clamp((text.Length - settings.LeadWords) / (settings.LongWords - settings.LeadWords), 0, 1);
        var refrains = length > 0 ? text.Refrains.ToList() : [];
        var taken = refrains.Select(word => word.First).ToHashSet();
        foreach (var word in length > LongEnoughForSums ? refrains.Concat(text.Sums) : refrains) Put(terms, word.Word, settings.MaxWeight, settings.MaxWeight, word.IsName);
        var leadWeight = settings.TextWeight * (float)(1 + ((LeadOnly - 1) * length));
        foreach (var word in text.Lead(settings.LeadWords).Where(word => !taken.Contains(word.First))) Put(terms, word.Word, leadWeight, settings.MaxWeight, word.IsName);
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
    public static bool IsTitleCase(List<Word> words)
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
