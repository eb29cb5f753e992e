using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>What was thrown away.</summary>
public sealed record Pruned(long Articles, long Stories, long Visits);

/// <summary>Throws away what is old and that nobody answers.</summary>
public sealed class ArchivePrune(ArchiveDatabase db)
{
    /// <summary>Few at a time, so that who wants to write need not wait long.</summary>
    private const int Batch = 200;

    private const string Condition = """
        a.last_seen < @before AND a.wire_time < @before AND NOT EXISTS (SELECT 1 FROM post_originals o WHERE o.url = a.url)
            AND NOT EXISTS (SELECT 1 FROM post_citations c WHERE c.url = a.url)
        """;

    private sealed record Old
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public long SourceId { get; init; }

        public DateTimeOffset WireTime { get; init; }

        public DateTimeOffset? Withdrawn { get; init; }

        public string? Language { get; init; }
    }

    /// <summary>
    /// Removes articles that stood on the wire before <paramref name="before"/> and were not seen since, except those that a post answers or cites;
    /// then stories that are left without articles, and the records of old visits.
    /// </summary>
    public async Task<Pruned> RunAsync(DateTimeOffset before, IProgress<Step>? progress = null, CancellationToken cancel = default)
    {
        var total = await db.ReadAsync(session => session.ValueAsync<long>($"SELECT count(*) FROM articles a WHERE {Condition}", new { before }), cancel);
        var articles = 0L;
        for (int removed; (removed = await db.WriteAsync(session => RemoveAsync(session, before), cancel)) > 0;)
        {
            articles += removed;
            progress?.Report(new Step("articles", articles, total));
        }

        var stories = await db.WriteAsync(session => session.ExecuteAsync("""
            DELETE FROM stories WHERE latest < @before AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.story_id = stories.id)
            """, new { before }), cancel);
        return new Pruned(articles, stories, await new Visits(db).ForgetAsync(before, cancel));
    }

    private async Task<int> RemoveAsync(Session session, DateTimeOffset before)
    {
        var old = await session.ListAsync<Old>($"""
            SELECT a.id, a.title, a.text, a.source_id, a.wire_time, a.withdrawn, a.language FROM articles a WHERE {Condition} ORDER BY a.last_seen LIMIT @Batch
            """, new { before, Batch });
        var days = new DayCounts();
        foreach (var article in old)
        {
            await db.Dialect.Search.RemoveAsync(session, "article_words", article.Id, Entry.Of(article.Title, article.Text, article.SourceId, article.WireTime, article.Language));
            // Its mentions, its history and its figures go with it.
            await session.ExecuteAsync("DELETE FROM articles WHERE id = @Id", new { article.Id });
            if (article.Withdrawn is null) days.Add(article.WireTime, -1);
        }

        await days.WriteAsync(session);
        return old.Count;
    }
}
