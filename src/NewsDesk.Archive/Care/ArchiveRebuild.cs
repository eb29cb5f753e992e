using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>Makes again what can be made again from the rows: the search index, the counts, the categories.</summary>
public sealed class ArchiveRebuild(ArchiveDatabase db)
{
    private const int Batch = 500;

    private const string VersionNote = "search words version";

    private sealed record ArticleWords
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public long SourceId { get; init; }

        public DateTimeOffset WireTime { get; init; }

        public string? Language { get; init; }
    }

    private sealed record PostWords
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string? Summary { get; init; }

        public string Text { get; init; } = "";
    }

    /// <summary>
    /// All of it in one transaction: nobody sees a half-made index, and who wants to write waits. Does not touch the posts themselves, whose
    /// truth is their files.
    /// </summary>
    public Task<long> RunAsync(IProgress<Step>? progress = null, CancellationToken cancel = default) => db.WriteAsync(session => RunAsync(session, db.Dialect.Search, progress), cancel);

    /// <summary>When the way of reading words has changed with the program, what was indexed the old way would not be found.</summary>
    internal static async Task<long> IfWordsChangedAsync(Session session, SearchIndex search)
    {
        var version = Words.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var made = await Notes.FindAsync(session, VersionNote);
        if (made == version) return 0;
        // A new archive has nothing to make again.
        return made is null ? await Notes.SaveAsync(session, VersionNote, version) : await RunAsync(session, search, null);
    }

    internal static async Task<long> RunAsync(Session session, SearchIndex search, IProgress<Step>? progress)
    {
        var total = await session.ValueAsync<long>("SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM posts)");
        var done = 0L;
        await search.ClearAsync(session, "article_words");
        await search.ClearAsync(session, "post_words");
        for (var after = 0L; ;)
        {
            var rows = await session.ListAsync<ArticleWords>("SELECT id, title, text, source_id, wire_time, language FROM articles WHERE id > @after ORDER BY id LIMIT @Batch", new { after, Batch });
            if (rows.Count == 0) break;
            await search.AddAsync(session, "article_words", [.. rows.Select(row => KeyValuePair.Create(row.Id, Entry.Of(row.Title, row.Text, row.SourceId, row.WireTime, row.Language)))]);
            after = rows[^1].Id;
            done += rows.Count;
            progress?.Report(new Step("search index", done, total));
        }

        for (var after = 0L; ;)
        {
            var rows = await session.ListAsync<PostWords>("SELECT id, title, summary, text FROM posts WHERE id > @after ORDER BY id LIMIT @Batch", new { after, Batch });
            if (rows.Count == 0) break;
            await search.AddAsync(session, "post_words", [.. rows.Select(row => KeyValuePair.Create(row.Id, Entry.Of(row.Title, row.Summary, row.Text)))]);
            after = rows[^1].Id;
            done += rows.Count;
            progress?.Report(new Step("search index", done, total));
        }

        await session.ExecuteAsync("DELETE FROM wire_days WHERE 1 = 1");
        await session.ExecuteAsync($"INSERT INTO wire_days (day, articles) {DayCounts.Counted}");
        await session.ExecuteAsync("DELETE FROM post_months WHERE 1 = 1");
        await session.ExecuteAsync($"INSERT INTO post_months (month, posts) {PostMonths.Counted}");
        await session.ExecuteAsync("""
            UPDATE articles SET category = (SELECT category FROM sources WHERE sources.id = articles.source_id)
            WHERE coalesce(category, '') <> coalesce((SELECT category FROM sources WHERE sources.id = articles.source_id), '')
            """);
        await Notes.SaveAsync(session, VersionNote, Words.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return total;
    }
}
