using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>An article on its way in: its terms by slot, with the words themselves so that a decision can be explained.</summary>
internal sealed class Arrival
{
    private Arrival(WindowArticle article, string[] words, double[] rarities, double norm, string? language)
    {
        (Article, Words, Weights, Norm, Language) = (article, words, rarities, norm, language);
    }

    public WindowArticle Article { get; }

    public string[] Words { get; }

    /// <summary>The table's weight of each term, at the moment of arrival.</summary>
    public double[] Weights { get; }

    public double Norm { get; }

    public string? Language { get; }

    /// <summary>What the term brings to a comparison: its place in the article times its weight in the stream.</summary>
    public double Strength(int index) => Article.WeightAt(index) * Weights[index];

    public static Arrival Learn(StoryArticle article, double hour, TermTable table, StorySettings settings)
    {
        var language = article.Language is { Length: >= 2 } tag
            ? tag[..2].ToLowerInvariant()
            : LanguageGuess.Of(article.Text is { Length: > 0 } text ? text : article.Title);
        var read = ArticleTerms.Read(article, language, settings, out var length);
        var slots = new int[read.Count];
        for (var i = 0; i < slots.Length; i++) slots[i] = table.Learn(read[i].Id, read[i].Capitalised);
        var order = Enumerable.Range(0, slots.Length).ToArray();
        Array.Sort(slots, order);
        var window = new WindowArticle(article.Id, slots,
            Array.ConvertAll(order, i => read[i].Weight), Array.ConvertAll(order, i => read[i].Capitalised))
        {
            Hour = hour,
            Long = (float)length,
            TitleHash = NearCopies.TitleHash(article.Title),
            Signature = NearCopies.Signature(article.Text),
            AddressHash = Address.Hash(article.Url),
        };
        var weights = Array.ConvertAll(slots, table.Weight);
        double sum = 0;
        for (var i = 0; i < slots.Length; i++) sum += Math.Pow(window.WeightAt(i) * weights[i], 2);
        return new Arrival(window, Array.ConvertAll(order, i => read[i].Word), weights, Math.Sqrt(sum) + 1e-9, language);
    }
}
