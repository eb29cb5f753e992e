using System.Data;

namespace NewsDesk.Archive;

/// <summary>How one visit to a source went.</summary>
public sealed record Visit
{
    public long Id { get; init; }

    public long SourceId { get; init; }

    public DateTimeOffset Began { get; init; }

    public long TookMilliseconds { get; init; }

    public long Bytes { get; init; }

    /// <summary>Of HTTP, when there was an answer.</summary>
    public int? Status { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    /// <summary>A sentence for a person; null when it went well.</summary>
    public string? Error { get; init; }

    /// <summary>What a person should know although it went well.</summary>
    public string? Note { get; init; }
}

/// <summary>A visit that came to its end, and what its source is now.</summary>
public sealed record Finished(Visit Visit, Source After);

/// <summary>Which node visits which source when, and how it went.</summary>
public sealed class Visits(ArchiveDatabase db)
{
    private const string Watched = "active AND retired IS NULL AND kind <> 'folder'";

    /// <summary>
    /// Gives the most overdue sources to one node until <paramref name="until"/>; no other node gets them before. A node that dies gives its
    /// claims back by doing nothing.
    /// </summary>
    public Task<IReadOnlyList<Source>> ClaimAsync(string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        Claim.TakeAsync<Source>(db, "sources", Sources.Columns, Watched, "next_due", node, most, now, until, cancel);

    /// <summary>The same for sources that a person asks for, due or not, retired or not; those that another node has are left out.</summary>
    public Task<IReadOnlyList<Source>> ClaimAskedAsync(
        string node, IReadOnlyCollection<long> ids, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        db.WriteAsync<IReadOnlyList<Source>>(async session =>
        {
            // In the order of their ids, so that two nodes never wait for each other in a ring.
            var claimed = await session.ListByKeysAsync<Source, long>($"""
                WITH asked AS MATERIALIZED (
                    SELECT id FROM sources
                    WHERE id IN @keys AND kind <> 'folder' AND ({Claim.Free} OR claimed_by = @node)
                    ORDER BY id {db.Dialect.Locked})
                UPDATE sources SET claimed_by = @node, claimed_until = @until WHERE id IN (SELECT id FROM asked)
                RETURNING {Sources.Columns}
                """, ids, others: new { node, now, until });
            return [.. claimed.OrderBy(source => source.Id)];
        }, cancel);

    /// <summary>Holds on to what a node has claimed and not yet visited; how many of them it still has.</summary>
    public async Task<int> RenewAsync(string node, IReadOnlyCollection<long> ids, DateTimeOffset until, CancellationToken cancel = default) =>
        (await db.WriteAsync(session => session.ListByKeysAsync<long, long>($"""
            WITH mine AS MATERIALIZED (SELECT id FROM sources WHERE id IN @keys AND claimed_by = @node ORDER BY id {db.Dialect.Locked})
            UPDATE sources SET claimed_until = @until WHERE id IN (SELECT id FROM mine)
            RETURNING id
            """, ids, others: new { node, until }), cancel)).Count;

    /// <summary>When the next source is due; null when none is watched.</summary>
    public Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<DateTimeOffset?>($"SELECT min(next_due) FROM sources WHERE {Watched}"), cancel);

    /// <summary>Gives back what a node has claimed and will not visit.</summary>
    public Task<int> ReleaseAsync(string node, CancellationToken cancel = default) =>
        db.WriteAsync(session => Claim.ReleaseAsync(session, "sources", node), cancel);

    /// <summary>
    /// Records a visit, lets go of the claim, and sets what the source is now: <paramref name="after"/> says when it is due again and what
    /// to send next time. False when the claim had run out and another node has the source: then nothing of it was set.
    /// </summary>
    public async Task<bool> FinishAsync(string node, Visit visit, Source after, CancellationToken cancel = default) =>
        (await FinishAsync(node, [new Finished(visit, after)], cancel))[0];

    /// <summary>The same for many at once, in one transaction; the answers stand in the same order.</summary>
    public Task<IReadOnlyList<bool>> FinishAsync(string node, IReadOnlyList<Finished> finished, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(finished);
        return finished.Count == 0 ? Task.FromResult<IReadOnlyList<bool>>([]) : db.WriteAsync<IReadOnlyList<bool>>(async session =>
        {
            await session.Dialect.InsertAsync(session, "visits", VisitColumns, [.. finished.Select(one => one.Visit)]);
            var set = new HashSet<long>();
            await session.Dialect.UpdateAsync(session, "sources", AfterColumns, ClaimColumns,
                [.. finished.Select(one => new Claimed(node, one)).OrderBy(one => one.Finished.Visit.SourceId)], id => set.Add(id));
            return [.. finished.Select(one => set.Contains(one.Visit.SourceId))];
        }, cancel);
    }

    private static readonly Column<Visit>[] VisitColumns =
    [
        new("source_id", DbType.Int64, visit => visit.SourceId),
        new("began", DbType.Int64, visit => visit.Began),
        new("took_milliseconds", DbType.Int64, visit => visit.TookMilliseconds),
        new("bytes", DbType.Int64, visit => visit.Bytes),
        new("status", DbType.Int32, visit => visit.Status),
        new("added", DbType.Int32, visit => visit.Added),
        new("changed", DbType.Int32, visit => visit.Changed),
        new("error", DbType.String, visit => visit.Error),
        new("note", DbType.String, visit => visit.Note),
    ];

    private sealed record Claimed(string Node, Finished Finished)
    {
        public Source After => Finished.After;
    }

    private static readonly Column<Claimed>[] AfterColumns =
    [
        new("etag", DbType.String, one => one.After.Etag),
        new("last_modified", DbType.String, one => one.After.LastModified),
        new("body_hash", DbType.String, one => one.After.BodyHash),
        new("visited", DbType.Int64, one => one.After.Visited),
        new("succeeded", DbType.Int64, one => one.After.Succeeded),
        new("last_new", DbType.Int64, one => one.After.LastNew),
        new("next_due", DbType.Int64, one => one.After.NextDue),
        new("every_seconds", DbType.Int64, one => one.After.EverySeconds),
        new("failures", DbType.Int32, one => one.After.Failures),
        new("last_error", DbType.String, one => one.After.LastError),
        new("wishes", DbType.String, one => one.After.Wishes),
        new("last_published", DbType.Int64, one => one.After.LastPublished),
        new("retired", DbType.Int64, one => one.After.Retired),
        new("moved_to", DbType.String, one => one.After.MovedTo),
        new("moves", DbType.Int32, one => one.After.Moves),
        new("pages_waiting", DbType.Int32, one => one.After.PagesWaiting),
        new("claimed_by", DbType.String, _ => null),
        new("claimed_until", DbType.Int64, _ => null),
    ];

    private static readonly Column<Claimed>[] ClaimColumns =
        [new("id", DbType.Int64, one => one.Finished.Visit.SourceId), new("claimed_by", DbType.String, one => one.Node)];

    /// <summary>Of one source, newest first.</summary>
    public Task<IReadOnlyList<Visit>> ListAsync(long sourceId, int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Visit>("""
            SELECT id, source_id, began, took_milliseconds, bytes, status, added, changed, error, note FROM visits
            WHERE source_id = @sourceId ORDER BY began DESC, id DESC LIMIT @most
            """, new { sourceId, most }), cancel);

    /// <summary>Forgets the visits before a moment; how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("DELETE FROM visits WHERE began < @before", new { before }), cancel);

    /// <summary>Keeps the newest <paramref name="most"/> visits of each source and forgets the others; how many.</summary>
    public Task<int> TrimAsync(int most, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("""
            DELETE FROM visits WHERE id IN (
                SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY source_id ORDER BY began DESC, id DESC) AS place FROM visits) AS placed
                WHERE place > @most)
            """, new { most }), cancel);
}
