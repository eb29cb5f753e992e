namespace NewsDesk.Archive;

/// <summary>Who is to be told of our feeds' changes, and what each was told last. Nodes that share the archive claim what they do.</summary>
public sealed class Subscriptions(ArchiveDatabase db)
{
    private const string RequestColumns = "id, topic, callback, mode, lease_seconds, secret, content_hash, asked, failures, claimed_until";

    private const string Columns = "id, topic, callback, secret, begun, expires, told_hash, told, failures, last_error, claimed_until";

    /// <summary>Somebody was told something else than what the feed says now.</summary>
    private const string Untold = """
        expires > @now AND EXISTS (
            SELECT 1 FROM subscription_topics t WHERE t.topic = subscriptions.topic AND t.content_hash <> subscriptions.told_hash)
        """;

    /// <summary>Notes what is asked; it takes the place of what was asked before for the same callback and feed. False when the hub is full.</summary>
    public Task<bool> RequestAsync(SubscriptionRequest request, SubscriptionLimits limits, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        return db.WriteAsync(async session =>
        {
            var isKnown = await session.ValueAsync<bool>("""
                SELECT EXISTS (SELECT 1 FROM subscription_requests WHERE topic = @Topic AND callback = @Callback)
                    OR EXISTS (SELECT 1 FROM subscriptions WHERE topic = @Topic AND callback = @Callback)
                """, request);
            if (!isKnown && await session.ValueAsync<long>("SELECT count(*) FROM subscription_requests") >= limits.Requests) return false;
            if (!isKnown && await session.ValueAsync<long>("SELECT count(*) FROM subscriptions") >= limits.Subscriptions) return false;
            if (!isKnown && await session.ValueAsync<long>("SELECT count(DISTINCT topic) FROM subscriptions WHERE topic <> @Topic", request) >= limits.Topics) return false;
            await session.ExecuteAsync("""
                INSERT INTO subscription_requests (topic, callback, mode, lease_seconds, secret, content_hash, asked, next_try)
                VALUES (@Topic, @Callback, @Mode, @LeaseSeconds, @Secret, @ContentHash, @Asked, @Asked)
                ON CONFLICT (topic, callback) DO UPDATE SET mode = excluded.mode, lease_seconds = excluded.lease_seconds, secret = excluded.secret,
                    asked = CASE WHEN excluded.asked > subscription_requests.asked THEN excluded.asked ELSE subscription_requests.asked + 1 END,
                    next_try = excluded.next_try, failures = 0, claimed_by = NULL, claimed_until = NULL
                """, request);
            return true;
        }, cancel);
    }

    /// <summary>Whether there is anything to verify or to tell at this moment.</summary>
    public Task<bool> AnyDueAsync(DateTimeOffset now, CancellationToken cancel = default) => db.ReadAsync(session => session.ValueAsync<bool>($"""
        SELECT EXISTS (SELECT 1 FROM subscription_requests WHERE next_try <= @now AND {Claim.Free})
            OR EXISTS (SELECT 1 FROM subscriptions WHERE {Untold} AND next_try <= @now AND {Claim.Free})
        """, new { now }), cancel);

    /// <summary>Gives requests that wait for their verification to one node until a moment.</summary>
    public Task<IReadOnlyList<SubscriptionRequest>> ClaimRequestsAsync(string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        Claim.TakeAsync<SubscriptionRequest>(db, "subscription_requests", RequestColumns, "TRUE", "next_try", node, most, now, until, cancel);

    /// <summary>Gives subscribers who are to be told something to one node until a moment; no other node tells them before.</summary>
    public Task<IReadOnlyList<Subscription>> ClaimUntoldAsync(string node, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        Claim.TakeAsync<Subscription>(db, "subscriptions", Columns, Untold, "next_try", node, most, now, until, cancel);

    /// <summary>Who asked has shown that it was them: the subscription begins, goes on or ends. False when they have asked for something else meanwhile.</summary>
    public Task<bool> KeepAsync(SubscriptionRequest request, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.WriteAsync(async session =>
        {
            if (await session.ExecuteAsync("DELETE FROM subscription_requests WHERE id = @Id AND asked = @Asked", request) == 0) return false;
            if (request.Mode == SubscriptionRequest.Unsubscribe)
            {
                await session.ExecuteAsync("DELETE FROM subscriptions WHERE topic = @Topic AND callback = @Callback", request);
                return true;
            }

            // Who renews goes on where they are: what they were told and what is still to be told stays.
            await session.ExecuteAsync("""
                INSERT INTO subscriptions (topic, callback, secret, begun, expires, told_hash, next_try)
                VALUES (@Topic, @Callback, @Secret, @now, @expires, @ContentHash, @now)
                ON CONFLICT (topic, callback) DO UPDATE SET secret = excluded.secret, expires = excluded.expires, next_try = excluded.next_try,
                    failures = 0, last_error = NULL
                """, new { request.Topic, request.Callback, request.Secret, request.ContentHash, now, expires = now.AddSeconds(request.LeaseSeconds) });
            return true;
        }, cancel);
    }

    /// <summary>Lets a request go that could not be verified, or with <paramref name="nextTry"/> has it tried again; a newer one stays as it is.</summary>
    public Task<int> MissRequestAsync(SubscriptionRequest request, DateTimeOffset? nextTry, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.WriteAsync(session => nextTry is null
            ? session.ExecuteAsync("DELETE FROM subscription_requests WHERE id = @Id AND asked = @Asked", request)
            : session.ExecuteAsync("""
                UPDATE subscription_requests SET next_try = @nextTry, failures = @failures, claimed_by = NULL, claimed_until = NULL WHERE id = @Id AND asked = @Asked
                """, new { request.Id, request.Asked, nextTry, failures = request.Failures + 1 }), cancel);
    }

    /// <summary>Notes what a subscriber was told, and lets go of the claim. False when it had run out.</summary>
    public Task<bool> ToldAsync(string node, long id, string hash, DateTimeOffset now, DateTimeOffset nextTry, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("""
            UPDATE subscriptions SET told_hash = @hash, told = @now, next_try = @nextTry, failures = 0, last_error = NULL, claimed_by = NULL, claimed_until = NULL
            WHERE id = @id AND claimed_by = @node
            """, new { node, id, hash, now, nextTry }), cancel);

    /// <summary>Notes that a subscriber could not be told, how often in a row and why, and lets go of the claim.</summary>
    public Task<bool> MissAsync(string node, long id, int failures, string? error, DateTimeOffset nextTry, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("""
            UPDATE subscriptions SET next_try = @nextTry, failures = @failures, last_error = @error, claimed_by = NULL, claimed_until = NULL
            WHERE id = @id AND claimed_by = @node
            """, new { node, id, failures, error, nextTry }), cancel);

    /// <summary>Ends a subscription.</summary>
    public Task<bool> EndAsync(string node, long id, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("DELETE FROM subscriptions WHERE id = @id AND claimed_by = @node", new { node, id }), cancel);

    /// <summary>The feeds that somebody wants to be told of.</summary>
    public Task<IReadOnlyList<SubscribedTopic>> ListTopicsAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<SubscribedTopic>("""
            SELECT s.topic, t.content_hash FROM (SELECT DISTINCT topic FROM subscriptions WHERE expires > @now) s
            LEFT JOIN subscription_topics t ON t.topic = s.topic ORDER BY s.topic
            """, new { now }), cancel);

    /// <summary>Notes what a feed says now: from then on all who were told something else are to be told.</summary>
    public Task<int> SaveTopicAsync(string topic, string contentHash, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO subscription_topics (topic, content_hash) VALUES (@topic, @contentHash)
            ON CONFLICT (topic) DO UPDATE SET content_hash = excluded.content_hash
            """, new { topic, contentHash }), cancel);

    /// <summary>All of them, by feed and callback.</summary>
    public Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Subscription>($"SELECT {Columns} FROM subscriptions ORDER BY topic, callback"), cancel);

    /// <summary>Forgets the subscriptions whose time is over, and the feeds that nobody follows any more; how many subscriptions.</summary>
    public Task<int> ForgetExpiredAsync(DateTimeOffset now, CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        var ended = await session.ExecuteAsync("DELETE FROM subscriptions WHERE expires <= @now", new { now });
        await session.ExecuteAsync("""
            DELETE FROM subscription_topics WHERE NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.topic = subscription_topics.topic)
            """);
        return ended;
    }, cancel);

    /// <summary>Gives back what a node has claimed and will not do.</summary>
    public Task<int> ReleaseAsync(string node, CancellationToken cancel = default) => db.WriteAsync(async session =>
        await Claim.ReleaseAsync(session, "subscription_requests", node) + await Claim.ReleaseAsync(session, "subscriptions", node), cancel);
}
