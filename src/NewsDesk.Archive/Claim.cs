namespace NewsDesk.Archive;

/// <summary>
/// Rows that one node at a time works on: taken until a moment, given back, or free again when the moment is over. A node that dies gives its
/// claims back by doing nothing.
/// </summary>
internal static class Claim
{
    /// <summary>Nobody has it; needs <c>@now</c>.</summary>
    public const string Free = "(claimed_until IS NULL OR claimed_until <= @now)";

    /// <summary>Gives free rows that are <paramref name="due"/> to a node, those first whose time (<paramref name="dueAt"/>) came first, in one statement.</summary>
    public static Task<IReadOnlyList<T>> TakeAsync<T>(
        ArchiveDatabase db, string table, string columns, string due, string dueAt, string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel) =>
        db.WriteAsync(session => session.ListAsync<T>($"""
            WITH due AS MATERIALIZED (
                SELECT id FROM {table} WHERE {due} AND {dueAt} <= @now AND {Free} ORDER BY {dueAt}, id LIMIT @most {db.Dialect.SkipLocked})
            UPDATE {table} SET claimed_by = @node, claimed_until = @until WHERE id IN (SELECT id FROM due)
            RETURNING {columns}
            """, new { node, most, now, until }), cancel);

    /// <summary>Gives back what a node has taken and will not do.</summary>
    public static Task<int> ReleaseAsync(Session session, string table, string node) =>
        session.ExecuteAsync($"UPDATE {table} SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = @node", new { node });
}
