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

    public static List<ArticleTerm> Read(StoryArticle article, string? language, StorySettings settings)
    {
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

        if (article.Text is { } text)
        {
            foreach (var word in Words.Of(text, settings.LeadWords))
                Put(terms, word, settings.TextWeight, settings.MaxWeight, capitalsTell && word.IsCapitalised && !word.OpensSentence);
        }

        return [.. terms.Values];
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
