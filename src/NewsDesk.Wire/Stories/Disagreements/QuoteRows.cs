using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Finds words that the articles put into different mouths.</summary>
internal static class QuoteRows
{
    private const int MostQuotes = 300;

    public static IReadOnlyList<DisputedQuote> Disputed(IReadOnlyList<StoryArticle> articles)
    {
        var said = articles.SelectMany(Quotes.Of).Take(MostQuotes).GroupBy(quote => Plain(quote.Text), StringComparer.Ordinal);
        var disputed = new List<DisputedQuote>();
        foreach (var same in said)
        {
            var versions = new List<Quote>();
            foreach (var quote in same)
            {
                if (!versions.Exists(version => IsSamePerson(version.Speaker, quote.Speaker))) versions.Add(quote);
            }

            if (versions.Count > 1) disputed.Add(new DisputedQuote(versions[0].Text, versions));
        }

        return disputed;
    }

    private static string Plain(string text) => string.Join(' ', Words.Of(text, 100).Select(word => word.Text));

    /// <summary>Cavallaro is Ines Cavallaro: one name holds the other's last word.</summary>
    private static bool IsSamePerson(string one, string other) =>
        one.Split(' ').Contains(other.Split(' ')[^1], StringComparer.OrdinalIgnoreCase)
        || other.Split(' ').Contains(one.Split(' ')[^1], StringComparer.OrdinalIgnoreCase);
}
