using System.Net;
using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>One word, name or figure of an article: how much it weighs there, and how it is written.</summary>
internal readonly record struct ArticleTerm(int Id, string Word, float Weight, Writing Writing);

/// <summary>Reads from an article the terms by which it is compared: headline, address, and the beginning of its text.</summary>
internal static class ArticleTerms
{
    private const int MaxTitleWords = 60;
    private const int MaxTitleLength = 600;

    /// <summary>What a word of a long piece's lead weighs that never comes again.</summary>
    private const float LeadOnly = 0.2f;

    /// <summary>A text at least so long counts by its great sums too.</summary>
    private const double LongEnoughForSums = 0.5;

    /// <param name="title">The words of the headline.</param>
    /// <param name="length">From 0 for what is no longer than a lead to 1 for a long piece.</param>
    public static ICollection<ArticleTerm> Read(List<Word> title, string? url, TextLines? text, string? language, StorySettings settings, out double length)
    {
        length = 0;
        var terms = new Dictionary<int, ArticleTerm>();
        // German writes every noun with a capital.
        var capitalsTell = language != "de";
        var titleTells = capitalsTell && !IsTitleCase(CollectionsMarshal.AsSpan(title));
        foreach (var word in title)
        {
            if (word.Common is null) Put(terms, word, word.IsNumber ? word.Text : Stem.Of(word.Text), 1, settings.MaxWeight, InTitle(word, titleTells));
        }

        if (url is not null)
        {
            foreach (var word in AddressWords.Of(url))
            {
                if (!CommonWords.Contains(word)) Put(terms, new Word(word, false, false, false), Stem.Of(word), settings.AddressWeight, settings.AddressWeight, Writing.Silent);
            }
        }

        if (text is not null) PutText(terms, TextWords.Read(text, capitalsTell), settings, out length);
        return terms.Values;
    }

    public static List<Word> TitleWords(string title) => Words.Of(PlainTitle(title), MaxTitleWords);

    /// <summary>
    /// A report tells its matter in its lead. A long piece may come to it late: there counts what runs through all of it, and great sums, and
    /// a word of its lead that never comes again weighs little.
    /// </summary>
    private static void PutText(Dictionary<int, ArticleTerm> terms, TextWords text, StorySettings settings, out double length)
    {
        length = Math.Clamp((text.Length - settings.LeadWords) / (settings.LongWords - settings.LeadWords), 0, 1);
        var taken = new HashSet<int>();
        if (length > 0)
        {
            var refrains = text.Refrains.ToList();
            taken.UnionWith(refrains.Select(word => word.First));
            foreach (var word in length > LongEnoughForSums ? refrains.Concat(text.Sums) : refrains) Put(terms, word.Word, word.Stem, settings.MaxWeight, settings.MaxWeight, word.Writing);
        }

        var leadWeight = settings.TextWeight * (float)(1 + ((LeadOnly - 1) * length));
        foreach (var word in text.Lead(settings.LeadWords))
        {
            if (!taken.Contains(word.First)) Put(terms, word.Word, word.Stem, leadWeight, settings.MaxWeight, word.Writing);
        }
    }

    public static string PlainTitle(string title)
    {
        if (title.Length > MaxTitleLength) title = title[..MaxTitleLength];
        return WithoutTags(title.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(title) : title);
    }

    private static void Put(Dictionary<int, ArticleTerm> terms, Word word, string stem, float weight, float most, Writing writing)
    {
        if (!word.IsNumber && (word.Text.Length < 2 || CommonWords.Contains(stem))) return;
        var id = TermId.Of(stem, word.IsNumber);
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, id, out var known);
        term = known
            ? term with { Weight = Math.Min(term.Weight + weight, Math.Max(term.Weight, most)), Writing = Both(term.Writing, writing) }
            : new ArticleTerm(id, word.Text, Math.Min(weight, most), writing);
    }

    private static Writing InTitle(Word word, bool titleTells) =>
        !word.IsCapitalised ? word.IsNumber ? Writing.Silent : Writing.Small : titleTells && !word.OpensSentence ? Writing.Name : Writing.Large;

    /// <summary>What is also written small is no name: headlines write with capitals what they like.</summary>
    private static Writing Both(Writing one, Writing other) => one == Writing.Small || other == Writing.Small ? Writing.Small : one > other ? one : other;

    /// <summary>Where nearly every word begins with a capital, a capital tells no name.</summary>
    public static bool IsTitleCase(ReadOnlySpan<Word> words)
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
