namespace NewsDesk.Wire.Stories.Window;

/// <summary>An article on its way in: its terms by slot, with the words themselves so that a decision can be explained.</summary>
internal sealed class Arrival
{
    private Arrival(WindowArticle article, string[] words, double[] weights, double norm, string? language)
    {
        (Article, Words, Weights, Norm, Language) = (article, words, weights, norm, language);
    }

    public WindowArticle Article { get; }

    public string[] Words { get; }

    /// <summary>The table's weight of each term, at the moment of arrival.</summary>
    public double[] Weights { get; }

    public double Norm { get; }

    public string? Language { get; }

    /// <summary>What the term brings to a comparison: its place in the article times its weight in the stream.</summary>
    public double Strength(int index) => Article.WeightAt(index) * Weights[index];

    public static Arrival Learn(StoryArticle article, double hour, TermTable table, StorySettings settings, out StorySketch sketch)
    {
        sketch = StorySketch.Of(article, settings, out var read);
        var order = new int[read.Length];
        var window = Learn(article.Id, sketch, hour, table, order);
        var weights = Array.ConvertAll(window.Terms, table.Weight);
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var part = window.WeightAt(i) * weights[i];
            sum += part * part;
        }

        return new Arrival(window, Array.ConvertAll(order, i => read[i]), weights, Math.Sqrt(sum) + 1e-9, sketch.Language);
    }

    /// <summary>Notes the article's terms in the table. <paramref name="order"/> is told which term of the sketch came to stand where.</summary>
    public static WindowArticle Learn(string id, StorySketch sketch, double hour, TermTable table, Span<int> order)
    {
        var slots = new int[sketch.Terms.Length];
        for (var i = 0; i < slots.Length; i++) (slots[i], order[i]) = (table.Learn(sketch.Terms[i], StorySketch.WritingOf(sketch.Weights[i])), i);
        slots.AsSpan().Sort(order);
        var weights = new byte[slots.Length];
        for (var i = 0; i < slots.Length; i++) weights[i] = sketch.Weights[order[i]];
        return new WindowArticle(id, slots, weights)
        {
            Hour = hour,
            Long = sketch.Long,
            TitleHash = sketch.TitleHash,
            Signature = sketch.Signature,
            AddressHash = sketch.AddressHash,
        };
    }
}
