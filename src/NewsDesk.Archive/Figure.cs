namespace NewsDesk.Archive;

/// <summary>A number that an article states, and what it measures.</summary>
public sealed record Figure
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public int Position { get; init; }

    /// <summary>What is measured: <c>money</c>, <c>count</c>, <c>percent</c>, …</summary>
    public required string Measure { get; init; }

    public double Amount { get; init; }

    /// <summary>Where a range ends.</summary>
    public double? UpperAmount { get; init; }

    public string? Unit { get; init; }

    /// <summary><c>up to</c>, <c>about</c>, <c>at least</c>, …</summary>
    public string? Hedge { get; init; }

    public string? Speaker { get; init; }

    /// <summary>As it stands in the text.</summary>
    public required string Written { get; init; }

    public required string Sentence { get; init; }
}

/// <summary>The figures of the articles.</summary>
public sealed class Figures(ArchiveDatabase db)
{
    private const string Columns = "id, article_id, position, measure, amount, upper_amount, unit, hedge, speaker, written, sentence";

    /// <summary>Sets what an article states, in order, in place of what it stated before.</summary>
    public Task<int> ReplaceAsync(long articleId, IReadOnlyList<Figure> figures, CancellationToken cancel = default) =>
        db.WriteAsync(session => ReplaceAsync(session, articleId, figures), cancel);

    internal static async Task<int> ReplaceAsync(Session session, long articleId, IReadOnlyList<Figure> figures)
    {
        await session.ExecuteAsync("DELETE FROM figures WHERE article_id = @articleId", new { articleId });
        foreach (var (position, figure) in figures.Index())
        {
            await session.ExecuteAsync("""
                INSERT INTO figures (article_id, position, measure, amount, upper_amount, unit, hedge, speaker, written, sentence)
                VALUES (@ArticleId, @Position, @Measure, @Amount, @UpperAmount, @Unit, @Hedge, @Speaker, @Written, @Sentence)
                """, figure with { ArticleId = articleId, Position = position });
        }

        return figures.Count;
    }

    public Task<IReadOnlyList<Figure>> ListAsync(long articleId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Figure>($"SELECT {Columns} FROM figures WHERE article_id = @articleId ORDER BY position", new { articleId }), cancel);

    /// <summary>What all articles of a story state.</summary>
    public Task<IReadOnlyList<Figure>> ListOfStoryAsync(long storyId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Figure>($"""
            SELECT f.{Columns.Replace(", ", ", f.", StringComparison.Ordinal)} FROM articles a JOIN figures f ON f.article_id = a.id
            WHERE a.story_id = @storyId AND a.withdrawn IS NULL ORDER BY f.article_id, f.position
            """, new { storyId }), cancel);
}
