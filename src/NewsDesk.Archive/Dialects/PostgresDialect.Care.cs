using System.Data;
using System.Data.Common;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class PostgresDialect
{
    public override async Task<IReadOnlyList<string>> CheckAsync(Session session)
    {
        var broken = await session.ListAsync<string>("""
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT (i.indisvalid AND i.indisready) AND n.nspname = current_schema()
            """);
        var problems = broken.Select(index => $"{Place}: the index {index} is not usable; run REINDEX INDEX {index}.").ToList();
        foreach (var (table, key, other) in ForeignKeys)
        {
            var lost = await session.ValueAsync<long>($"""
                SELECT count(*) FROM {table} t WHERE t.{key} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.id = t.{key})
                """);
            if (lost > 0) problems.Add($"{Place}: {lost} rows of {table} name {other} that are gone; bring back a copy with `newsdesk archive restore FILE`.");
        }

        // Reading everything is how a damaged page is found.
        await session.ValueAsync<long>("SELECT CAST(coalesce(sum(length(text) + length(html)), 0) AS BIGINT) FROM articles");
        return problems;
    }

    public override Task<T> SnapshotAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel) => ReadAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return await ask(connection);
    }, cancel);

    public override Task AdvanceIdsAsync(Session session, string table) =>
        session.ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)");

    private static (string Table, string Key, string Other)[] ForeignKeys =>
    [
        ("articles", "source_id", "sources"), ("articles", "story_id", "stories"), ("stories", "follows", "stories"), ("article_versions", "article_id", "articles"),
        ("mentions", "article_id", "articles"), ("mentions", "source_id", "sources"), ("post_tags", "post_id", "posts"), ("post_aliases", "post_id", "posts"),
        ("post_originals", "post_id", "posts"), ("post_citations", "post_id", "posts"), ("figures", "article_id", "articles"), ("visits", "source_id", "sources"), ("credentials", "editor_id", "editors"),
    ];
}
