namespace NewsDesk.Wire.Reading;

/// <summary>How the reader came to its answer: the box that holds the article, and what it thought of each block.</summary>
public sealed record Explanation(ReadArticle Article, string Container, IReadOnlyList<Explanation.Judged> Blocks)
{
    /// <summary>One block of the page: kept or pruned, how likely it belongs (0 to 1), where it stands, and its text.</summary>
    public sealed record Judged(bool Kept, double Likelihood, string Place, string Text);
}
