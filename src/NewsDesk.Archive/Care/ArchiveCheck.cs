namespace NewsDesk.Archive;

/// <summary>Looks whether an archive is sound: the file, the keys between tables, the search index and the counts.</summary>
public sealed class ArchiveCheck(ArchiveDatabase db)
{
    /// <summary>So many of the newest articles and posts are looked for by their titles.</summary>
    private const int LookedFor = 500;

    private sealed record Titled
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";
    }

    /// <summary>A sentence for each thing that is wrong; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IProgress<Step>? progress = null, CancellationToken cancel = default)
    {
        var problems = new List<string>();
        (string Name, Func<Task<IReadOnlyList<string>>> Run)[] checks =
        [
            ("the database", () => db.WriteAsync(session => db.Dialect.CheckAsync(session), cancel)),
            ("the search index of the articles", () => SearchAsync("article_words", "articles", cancel)),
            ("the search index of the posts", () => SearchAsync("post_words", "posts", cancel)),
            ("the counts", () => CountsAsync(cancel)),
        ];
        foreach (var (i, check) in checks.Index())
        {
            progress?.Report(new Step(check.Name, i, checks.Length));
            problems.AddRange(await check.Run());
        }

        progress?.Report(new Step("done", checks.Length, checks.Length));
        return problems;
    }

    private Task<IReadOnlyList<string>> SearchAsync(string index, string rows, CancellationToken cancel) => db.ReadAsync<IReadOnlyList<string>>(async session =>
    {
        var problems = new List<string>();
        var (missing, extra) = await db.Dialect.Search.CompareAsync(session, index, rows);
        if (missing > 0) problems.Add($"The search index lacks {missing} of the {rows}; run `newsdesk archive rebuild`.");
        if (extra > 0) problems.Add($"The search index has {extra} {rows} that are gone; run `newsdesk archive rebuild`.");
        var lost = 0;
        var looked = await session.ListAsync<Titled>($"SELECT id, title FROM {rows} ORDER BY id DESC LIMIT {LookedFor}");
        foreach (var row in looked)
        {
            var words = Searching.Words.Of(row.Title, 16).Select(word => word.Folded).ToList();
            if (words.Count == 0) continue;
            var query = new Searching.Query([new Searching.Term(words, false)], []);
            var found = await db.Dialect.Search.ListAsync<long>(session, new Searching.Lookup(index, $"{rows} r", "r.id", query, [], "r.id = @Id", new { row.Id }) { Most = 1 });
            if (found.Count == 0) lost++;
        }

        if (lost > 0) problems.Add($"{lost} of the newest {looked.Count} {rows} are not found by their titles; run `newsdesk archive rebuild`.");
        return problems;
    }, cancel);

    private Task<IReadOnlyList<string>> CountsAsync(CancellationToken cancel) => db.ReadAsync<IReadOnlyList<string>>(async session =>
    {
        // The bundled SQLite knows no full outer join: what is counted and what is kept are laid on each other instead.
        var wrong = await session.ValueAsync<long>($"""
            SELECT count(*) FROM (
                SELECT day FROM (SELECT day, articles FROM ({DayCounts.Counted}) counted UNION ALL SELECT day, -articles FROM wire_days) laid
                GROUP BY day HAVING sum(articles) <> 0) wrong
            """);
        var months = await session.ValueAsync<long>($"""
            SELECT count(*) FROM (
                SELECT month FROM (SELECT month, posts FROM ({PostMonths.Counted}) counted UNION ALL SELECT month, -posts FROM post_months) laid
                GROUP BY month HAVING sum(posts) <> 0) wrong
            """);
        var categories = await session.ValueAsync<long>("""
            SELECT count(*) FROM articles a JOIN sources s ON s.id = a.source_id WHERE coalesce(a.category, '') <> coalesce(s.category, '')
            """);
        return [
            .. wrong > 0 ? [$"The counts of {wrong} days of the wire are wrong; run `newsdesk archive rebuild`."] : Array.Empty<string>(),
            .. months > 0 ? [$"The counts of {months} months of posts are wrong; run `newsdesk archive rebuild`."] : Array.Empty<string>(),
            .. categories > 0 ? [$"{categories} articles are not in their source's category; run `newsdesk archive rebuild`."] : Array.Empty<string>()];
    }, cancel);
}
