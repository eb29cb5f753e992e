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
}

/// <summary>Which node visits which source when, and how it went.</summary>
public sealed class Visits(ArchiveDatabase db)
{
    /// <summary>
    /// Gives the most overdue sources to one node until <paramref name="until"/>; no other node gets them before. A node that dies gives its
    /// claims back by doing nothing.
    /// </summary>
    public Task<IReadOnlyList<Source>> ClaimAsync(string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ListAsync<Source>($"""
            WITH due AS MATERIALIZED (
                SELECT id FROM sources WHERE active AND next_due <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
                ORDER BY next_due, id LIMIT @most {db.Dialect.SkipLocked})
            UPDATE sources SET claimed_by = @node, claimed_until = @until WHERE id IN (SELECT id FROM due)
            RETURNING {Sources.Columns}
            """, new { node, most, now, until }), cancel);

    /// <summary>
    /// Records a visit, lets go of the claim, and sets what the source is now: <paramref name="after"/> says when it is due again and what
    /// to send next time. False when the claim had run out and another node has the source: then nothing of it was set.
    /// </summary>
    public Task<bool> FinishAsync(string node, Visit visit, Source after, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(after);
        return db.WriteAsync(async session =>
        {
            await session.ExecuteAsync("""
                INSERT INTO visits (source_id, began, took_milliseconds, bytes, status, added, changed, error)
                VALUES (@SourceId, @Began, @TookMilliseconds, @Bytes, @Status, @Added, @Changed, @Error)
                """, visit);
            return 1 == await session.ExecuteAsync("""
                UPDATE sources SET etag = @Etag, last_modified = @LastModified, body_hash = @BodyHash, visited = @Visited, succeeded = @Succeeded,
                    last_new = @LastNew, next_due = @NextDue, every_seconds = @EverySeconds, failures = @Failures, last_error = @LastError,
                    claimed_by = NULL, claimed_until = NULL
                WHERE id = @SourceId AND claimed_by = @node
                """, new
            {
                visit.SourceId,
                node,
                after.Etag,
                after.LastModified,
                after.BodyHash,
                after.Visited,
                after.Succeeded,
                after.LastNew,
                after.NextDue,
                after.EverySeconds,
                after.Failures,
                after.LastError,
            });
        }, cancel);
    }

    /// <summary>Of one source, newest first.</summary>
    public Task<IReadOnlyList<Visit>> ListAsync(long sourceId, int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Visit>("""
            SELECT id, source_id, began, took_milliseconds, bytes, status, added, changed, error FROM visits
            WHERE source_id = @sourceId ORDER BY began DESC, id DESC LIMIT @most
            """, new { sourceId, most }), cancel);

    /// <summary>Forgets the visits before a moment; how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("DELETE FROM visits WHERE began < @before", new { before }), cancel);
}
