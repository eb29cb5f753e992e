namespace NewsDesk.Archive;

/// <summary>A row that is new, different or gone: a <c>post</c>, <c>article</c>, <c>story</c> or <c>source</c>, or how a source's <c>visit</c> went.</summary>
public sealed record Change(string Subject, long Key);

/// <summary>
/// Follows what becomes different in the archive, whoever changes it: this program, another node, a tool. Each follower has one of its own,
/// and asks from one place only.
/// </summary>
public sealed class Changes(ArchiveDatabase db)
{
    private sealed record Row
    {
        public long Horizon { get; init; }

        public long? Id { get; init; }

        public string Subject { get; init; } = "";

        public long Key { get; init; }
    }

    private long _from = -1;
    private HashSet<long> _told = [];

    /// <summary>What changed since the last time; nothing the first time. Null when that cannot be known, as after a copy was brought back: then anything may have.</summary>
    public async Task<IReadOnlyList<Change>?> ListNewAsync(CancellationToken cancel = default)
    {
        var from = _from;
        // The first time it is learned what can be seen already, though transactions that began earlier go on.
        var since = from < 0 ? db.Dialect.ChangesHorizon : "@from";
        var rows = await db.ReadAsync(session => session.ListAsync<Row>($"""
            SELECT {db.Dialect.ChangesHorizon} AS horizon, c.id, c.subject, c.key
            FROM (SELECT 1 AS one) always LEFT JOIN changes c ON {db.Dialect.ChangesSince(since)} ORDER BY c.id
            """, new { from }), cancel);
        var before = _told;
        _from = rows[0].Horizon;
        _told = rows.Select(row => row.Id).OfType<long>().ToHashSet();
        if (from < 0) return [];
        return _from < from ? null : [.. rows.Where(row => row.Id is { } id && !before.Contains(id)).Select(row => new Change(row.Subject, row.Key))];
    }

    /// <summary>Forgets the changes that everybody has had the time to see; how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("DELETE FROM changes WHERE at < @before", new { before }), cancel);
}
