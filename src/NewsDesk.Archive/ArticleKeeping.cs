namespace NewsDesk.Archive;

/// <summary>How articles come in, change and leave, within one transaction.</summary>
internal static class ArticleKeeping
{
    private const long MillisecondsOfADay = 86_400_000;

    private sealed record Known
    {
        public long Id { get; init; }

        public long SourceId { get; init; }

        public string ContentHash { get; init; } = "";

        public int WordCount { get; init; }

        public DateTimeOffset FirstSeen { get; init; }

        public DateTimeOffset LastSeen { get; init; }

        public DateTimeOffset WireTime { get; init; }

        public DateTimeOffset? Withdrawn { get; init; }
    }

    public static async Task<IReadOnlyList<Saved>> SaveAsync(Session session, IReadOnlyList<Gathered> gathered, DateTimeOffset now)
    {
        var saved = new Saved[gathered.Count];
        var days = new Tallies();
        // In the order of their addresses, so that two nodes never wait for each other in a ring.
        foreach (var index in Enumerable.Range(0, gathered.Count).OrderBy(i => gathered[i].Article.Url, StringComparer.Ordinal))
        {
            var article = Prepare(gathered[index].Article, now);
            saved[index] = Storable.FitsAKey(article.Url)
                ? await SaveAsync(session, article, gathered[index], days)
                : new Saved(Outcome.Refused, 0);
        }

        await days.WriteAsync(session);
        return saved;
    }

    public static async Task<bool> WithdrawAsync(Session session, long sourceId, string mentionKey, DateTimeOffset now)
    {
        var article = await session.FindAsync<long?>(
            "DELETE FROM mentions WHERE source_id = @sourceId AND mention_key = @key RETURNING article_id", new { sourceId, key = Storable.Key(mentionKey) });
        if (article is null) return false;
        var days = new Tallies();
        await WithdrawIfUnmentionedAsync(session, article.Value, now, days);
        await days.WriteAsync(session);
        return true;
    }

    private static Article Prepare(Article article, DateTimeOffset now)
    {
        var whole = article with
        {
            Url = Storable.Text(article.Url),
            FirstSeen = article.FirstSeen == default ? now : article.FirstSeen,
            LastSeen = article.LastSeen == default ? now : article.LastSeen,
            Language = article.Language is { } language ? Storable.Key(language) : null,
        };
        return whole.ContentHash.Length > 0 ? whole : whole with { ContentHash = HashOf(whole) };
    }

    private static string HashOf(Article article) => Storable.Fingerprint(string.Join('\u001f',
        article.Title, article.Byline, article.Publisher, article.Published?.ToUnixTimeMilliseconds(), article.Language, article.Excerpt,
        article.Image, article.Text, article.Html));

    private static async Task<Saved> SaveAsync(Session session, Article article, Gathered gathered, Tallies days)
    {
        var key = Storable.Key(gathered.MentionKey);
        var known = await FindAsync(session, article.Url);
        Saved saved;
        if (known is null && await InsertAsync(session, article) is { } id)
        {
            saved = new Saved(Outcome.Added, id);
            days.Add(WireTime(article.Published, article.FirstSeen), 1);
        }
        else
        {
            // Another node may have inserted it between the two statements.
            known ??= (await FindAsync(session, article.Url))!;
            saved = new Saved(await UpdateAsync(session, known, article, days), known.Id);
        }

        await MentionAsync(session, article, key, gathered.Hash, saved.Id, days);
        return saved;
    }

    private static Task<Known?> FindAsync(Session session, string url) => session.FindAsync<Known>("""
        SELECT id, source_id, content_hash, word_count, first_seen, last_seen, wire_time, withdrawn FROM articles WHERE url = @url
        """, new { url });

    private static Task<long?> InsertAsync(Session session, Article article) => session.FindAsync<long?>("""
        INSERT INTO articles (source_id, url, title, byline, publisher, published, first_seen, last_seen, language, category, excerpt, image,
            content_hash, word_count, story_id, text, html)
        VALUES (@SourceId, @Url, @Title, @Byline, @Publisher, @Published, @FirstSeen, @LastSeen, @Language,
            (SELECT category FROM sources WHERE id = @SourceId), @Excerpt, @Image, @ContentHash, @WordCount, @StoryId, @Text, @Html)
        ON CONFLICT (url) DO NOTHING
        RETURNING id
        """, article);

    private static async Task<Outcome> UpdateAsync(Session session, Known known, Article article, Tallies days)
    {
        if (known.ContentHash != article.ContentHash && await SpeaksForAsync(session, article, known))
        {
            await session.ExecuteAsync("""
                INSERT INTO article_versions (article_id, replaced, title, byline, published, excerpt, content_hash, word_count, text, html)
                SELECT id, @LastSeen, title, byline, published, excerpt, content_hash, word_count, text, html FROM articles WHERE id = @Id
                """, new { known.Id, article.LastSeen });
            await session.ExecuteAsync("""
                UPDATE articles SET source_id = @SourceId, title = @Title, byline = @Byline, publisher = @Publisher, published = @Published,
                    last_seen = @LastSeen, withdrawn = NULL, language = @Language,
                    category = (SELECT category FROM sources WHERE sources.id = @SourceId), excerpt = @Excerpt, image = @Image,
                    content_hash = @ContentHash, word_count = @WordCount, text = @Text, html = @Html
                WHERE id = @Id
                """, article with { Id = known.Id });
            if (known.Withdrawn is null) days.Add(known.WireTime, -1);
            days.Add(WireTime(article.Published, known.FirstSeen), 1);
            return Outcome.Changed;
        }

        if (known.Withdrawn is not null || article.LastSeen - known.LastSeen >= Articles.SeenAgainAfter)
        {
            await session.ExecuteAsync("UPDATE articles SET last_seen = @LastSeen, withdrawn = NULL WHERE id = @Id", new { article.LastSeen, known.Id });
            if (known.Withdrawn is not null) days.Add(known.WireTime, 1);
        }

        return Outcome.Unchanged;
    }

    /// <summary>
    /// Two sources that show one article in different words would rewrite it in turns for ever: so only the one that brought it may,
    /// unless it has let go of it, or had no text.
    /// </summary>
    private static async Task<bool> SpeaksForAsync(Session session, Article article, Known known) =>
        article.SourceId == known.SourceId
        || (known.WordCount == 0 && article.WordCount > 0)
        || await session.FindAsync<long?>("SELECT article_id FROM mentions WHERE article_id = @Id AND source_id = @SourceId LIMIT 1", known) is null;

    private static async Task MentionAsync(Session session, Article article, string key, string? hash, long articleId, Tallies days)
    {
        var values = new { article.SourceId, key, articleId, article.LastSeen, hash };
        var before = await session.FindAsync<long?>("SELECT article_id FROM mentions WHERE source_id = @SourceId AND mention_key = @key", values);
        await session.ExecuteAsync("""
            INSERT INTO mentions (source_id, mention_key, article_id, first_seen, last_seen, hash)
            VALUES (@SourceId, @key, @articleId, @LastSeen, @LastSeen, @hash)
            ON CONFLICT (source_id, mention_key) DO UPDATE
            SET article_id = excluded.article_id, last_seen = excluded.last_seen, hash = coalesce(excluded.hash, mentions.hash)
            """, values);
        // A file of the inbox may have become another article.
        if (before is { } old && old != articleId) await WithdrawIfUnmentionedAsync(session, old, article.LastSeen, days);
    }

    private static async Task WithdrawIfUnmentionedAsync(Session session, long articleId, DateTimeOffset now, Tallies days)
    {
        var left = await session.FindAsync<DateTimeOffset?>("""
            UPDATE articles SET withdrawn = @now
            WHERE id = @articleId AND withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM mentions WHERE article_id = @articleId)
            RETURNING wire_time
            """, new { articleId, now });
        if (left is { } time) days.Add(time, -1);
    }

    /// <summary>The same rule as the column's.</summary>
    private static DateTimeOffset WireTime(DateTimeOffset? published, DateTimeOffset firstSeen) =>
        published is { } time && time < firstSeen ? time : firstSeen;

    /// <summary>How many articles each day wins or loses; written at the end, in order, because every node writes today's.</summary>
    private sealed class Tallies
    {
        private readonly SortedDictionary<long, long> _days = [];

        public void Add(DateTimeOffset time, int change)
        {
            var day = Math.DivRem(time.ToUnixTimeMilliseconds(), MillisecondsOfADay, out var rest) - (rest < 0 ? 1 : 0);
            _days[day] = _days.GetValueOrDefault(day) + change;
        }

        public async Task WriteAsync(Session session)
        {
            foreach (var (day, change) in _days.Where(day => day.Value != 0))
            {
                await session.ExecuteAsync("""
                    INSERT INTO wire_days (day, articles) VALUES (@day, @change)
                    ON CONFLICT (day) DO UPDATE SET articles = wire_days.articles + excluded.articles
                    """, new { day, change });
            }
        }
    }
}
