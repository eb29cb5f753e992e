namespace NewsDesk.Archive;

/// <summary>A post that hubs elsewhere are to be told of: it is new, its words or its address changed, or it is gone.</summary>
public sealed record UnannouncedPost
{
    public string Uid { get; init; } = "";

    /// <summary>Its row; null when it is gone.</summary>
    public long? Id { get; init; }

    /// <summary>What it is now; null when it is gone.</summary>
    public string? Print { get; init; }

    /// <summary>The feeds that had it when it was last announced, as JSON; null when it never was.</summary>
    public string? Feeds { get; init; }
}

/// <summary>One feed of which one hub is to be told.</summary>
public sealed record HubPing
{
    public long Id { get; init; }

    public required string Hub { get; init; }

    public required string Topic { get; init; }

    public DateTimeOffset Asked { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }
}

/// <summary>What hubs elsewhere were told of our posts, and what they are still to be told.</summary>
public sealed class Announcements(ArchiveDatabase db)
{
    private const string BegunNote = "hubs are told of posts since";

    private const string Columns = "id, hub, topic, asked, failures, claimed_until";

    /// <summary>What of a post its readers see: printing it again changes nothing of it.</summary>
    private const string Print = "coalesce(p.words_hash, p.file_hash) || ' ' || p.slug || ' ' || CAST(p.published AS TEXT) || ' ' || coalesce(p.persona, '')";

    /// <summary>Whether hubs were ever told anything: what was there before is no news to them.</summary>
    public async Task<bool> HaveBegunAsync(CancellationToken cancel = default) => await new Notes(db).FindAsync(BegunNote, cancel) is not null;

    public Task<int> BeginAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        new Notes(db).SaveAsync(BegunNote, now.ToString("u", System.Globalization.CultureInfo.InvariantCulture), cancel);

    /// <summary>The sources of which a post answers an article.</summary>
    public Task<IReadOnlyList<long>> ListSourcesAnsweredAsync(long postId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<long>("""
            SELECT DISTINCT m.source_id FROM post_originals o JOIN articles a ON a.url = o.url JOIN mentions m ON m.article_id = a.id
            WHERE o.post_id = @postId ORDER BY m.source_id
            """, new { postId }), cancel);

    public Task<IReadOnlyList<UnannouncedPost>> ListUnannouncedAsync(DateTimeOffset now, int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<UnannouncedPost>($"""
            SELECT p.uid, p.id, {Print} AS print, a.feeds FROM posts p LEFT JOIN announced_posts a ON a.uid = p.uid
            WHERE {Posts.Public} AND (a.uid IS NULL OR a.print <> {Print})
            UNION ALL
            SELECT a.uid, NULL, NULL, a.feeds FROM announced_posts a WHERE NOT EXISTS (SELECT 1 FROM posts p WHERE p.uid = a.uid AND {Posts.Public})
            LIMIT @most
            """, new { now, most }), cancel);

    /// <summary>Announces a post to hubs, in one step: notes what it is now and has each hub told of each feed.</summary>
    /// <param name="feedsNow">The feeds that have it now, as JSON.</param>
    /// <param name="topics">The feeds in which something is different.</param>
    public Task<int> AnnounceAsync(UnannouncedPost post, string feedsNow, IReadOnlyCollection<string> hubs, IReadOnlyCollection<string> topics, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return db.WriteAsync(async session =>
        {
            if (post.Print is null)
            {
                await session.ExecuteAsync("DELETE FROM announced_posts WHERE uid = @Uid", post);
            }
            else
            {
                await session.ExecuteAsync("""
                    INSERT INTO announced_posts (uid, print, feeds) VALUES (@Uid, @Print, @feedsNow)
                    ON CONFLICT (uid) DO UPDATE SET print = excluded.print, feeds = excluded.feeds
                    """, new { post.Uid, post.Print, feedsNow });
            }

            foreach (var hub in hubs)
            {
                foreach (var topic in topics.Where(Storable.FitsAKey))
                {
                    await session.ExecuteAsync("""
                        INSERT INTO hub_pings (hub, topic, asked, next_try) VALUES (@hub, @topic, @now, @now)
                        ON CONFLICT (hub, topic) DO UPDATE SET
                            asked = CASE WHEN excluded.asked > hub_pings.asked THEN excluded.asked ELSE hub_pings.asked + 1 END, next_try = excluded.next_try, failures = 0
                        """, new { hub, topic, now });
                }
            }

            return hubs.Count * topics.Count;
        }, cancel);
    }

    public Task<bool> AnyDueAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ValueAsync<bool>($"SELECT EXISTS (SELECT 1 FROM hub_pings WHERE next_try <= @now AND {Claim.Free})", new { now }), cancel);

    /// <summary>Gives pings to one node until a moment.</summary>
    public Task<IReadOnlyList<HubPing>> ClaimAsync(string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        Claim.TakeAsync<HubPing>(db, "hub_pings", Columns, "TRUE", "next_try", node, most, now, until, cancel);

    /// <summary>The hub was told; what it is to be told since then stays.</summary>
    public Task<int> DoneAsync(HubPing ping, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ping);
        return db.WriteAsync(async session =>
            await session.ExecuteAsync("DELETE FROM hub_pings WHERE id = @Id AND asked = @Asked", ping)
            + await session.ExecuteAsync("UPDATE hub_pings SET claimed_by = NULL, claimed_until = NULL WHERE id = @Id", ping), cancel);
    }

    /// <summary>The hub could not be told; with <paramref name="nextTry"/> it is tried again, else given up.</summary>
    public Task<int> MissAsync(HubPing ping, DateTimeOffset? nextTry, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ping);
        if (nextTry is null) return DoneAsync(ping, cancel);
        return db.WriteAsync(session => session.ExecuteAsync("""
            UPDATE hub_pings SET next_try = @nextTry, failures = @failures, claimed_by = NULL, claimed_until = NULL WHERE id = @Id
            """, new { ping.Id, nextTry, failures = ping.Failures + 1 }), cancel);
    }

    public Task<int> ReleaseAsync(string node, CancellationToken cancel = default) =>
        db.WriteAsync(session => Claim.ReleaseAsync(session, "hub_pings", node), cancel);
}
