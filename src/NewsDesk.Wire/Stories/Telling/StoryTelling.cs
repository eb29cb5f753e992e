using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Telling;

/// <summary>A story told in the words of its articles: nothing here is made up.</summary>
public sealed record StoryTelling
{
    /// <summary>The article whose headline says most of what the others say too.</summary>
    public required string TitleArticle { get; init; }

    /// <summary>The most central sentences, in the order of their articles.</summary>
    public IReadOnlyList<ToldSentence> Extract { get; init; } = [];

    /// <summary>For each article the words of its headline that no other outlet uses anywhere.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OwnWords { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Tells a story by its articles, in the order of their times; <paramref name="copies"/> are those that only repeat another one's text.</summary>
    public static StoryTelling Of(IReadOnlyList<StoryArticle> articles, IReadOnlySet<string> copies)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(copies);
        var own = articles.Where(article => !copies.Contains(article.Id)).ToList();
        if (own.Count == 0) own = [.. articles];
        var voices = own.Select(Voice.Of).ToList();
        var language = voices.Where(voice => voice.Language is not null).GroupBy(voice => voice.Language, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var central = voices.Where(voice => voice.Language is null || voice.Language == language).ToList();
        var shares = new Shares(voices);
        return new StoryTelling
        {
            TitleArticle = CentralHeadline.Find(central, shares).Article.Id,
            Extract = CentralSentences.Find(central, shares),
            OwnWords = HeadlineSpin.Find(voices),
        };
    }
}

/// <summary>A sentence of an article, word by word.</summary>
public sealed record ToldSentence(string Article, string Sentence);

/// <summary>An article with what the telling looks at.</summary>
internal sealed record Voice(StoryArticle Article, string Outlet, string? Language, IReadOnlyList<string> Title, HashSet<string> Terms)
{
    private const int WordsLookedAt = 1500;

    public static Voice Of(StoryArticle article)
    {
        var title = Stems(article.Title, 60);
        var terms = Stems(article.Text ?? "", WordsLookedAt).Concat(title).ToHashSet(StringComparer.Ordinal);
        var language = LanguageGuess.Of(article.Language, article.Text is { Length: > 0 } text ? text : article.Title);
        return new Voice(article, Telling.Outlet.KeyOf(article), language, title, terms);
    }

    public static List<string> Stems(string text, int most) =>
        [.. Words.Of(text, most).Where(word => word.IsNumber || (word.Text.Length > 1 && !CommonWords.Contains(word.Text)))
            .Select(word => word.IsNumber ? word.Text : Stem.Of(word.Text)).Distinct(StringComparer.Ordinal)];
}

/// <summary>Which share of the articles has a word: what most have is what the story is about.</summary>
internal sealed class Shares(IReadOnlyList<Voice> voices)
{
    private readonly Dictionary<string, int> _counts = voices.SelectMany(voice => voice.Terms)
        .GroupBy(term => term, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>0 for a word that one article alone has.</summary>
    public double Of(string term) => voices.Count < 2 ? 0 : (_counts.GetValueOrDefault(term, 1) - 1.0) / (voices.Count - 1);
}
