using System.Data;
using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>How articles come in, change and leave, within one transaction: rows, mentions, history, search index and counts together.</summary>
internal sealed class ArticleKeeping(Session session, SearchIndex search, DateTimeOffset now)
{
    private const string Index = "article_words";

    private static readonly BulkInsert.Column<Article>[] ArticleColumns =
    [
        new("source_id", DbType.Int64, article => article.SourceId),
        new("url", DbType.String, article => article.Url),
        new("title", DbType.String, article => article.Title),
        new("byline", DbType.String, article => article.Byline),
        new("publisher", DbType.String, article => article.Publisher),
        new("published", DbType.Int64, article => article.Published),
        new("first_seen", DbType.Int64, article => article.FirstSeen),
        new("last_seen", DbType.Int64, article => article.LastSeen),
        new("language", DbType.String, article => article.Language),
        new("category", DbType.String, article => article.Category),
        new("excerpt", DbType.String, article => article.Excerpt),
        new("image", DbType.String, article => article.Image),
        new("content_hash", DbType.String, article => article.ContentHash),
        new("word_count", DbType.Int32, article => article.WordCount),
        new("story_id", DbType.Int64, article => article.StoryId),
        new("text", DbType.String, article => article.Text),
        new("html", DbType.String, article => article.Html),
    ];

    private static readonly BulkInsert.Column<Mention>[] MentionColumns =
    [
        new("source_id", DbType.Int64, mention => mention.SourceId),
        new("mention_key", DbType.String, mention => mention.MentionKey),
        new("article_id", DbType.Int64, mention => mention.ArticleId),
        new("first_seen", DbType.Int64, mention => mention.FirstSeen),
        new("last_seen", DbType.Int64, mention => mention.LastSeen),
        new("hash", DbType.String, mention => mention.Hash),
    ];

    private readonly DayCounts _days = new();

    private sealed record Known
    {
        public long Id { get; init; }

        public string Url { get; init; } = "";

        public long SourceId { get; init; }

        public string ContentHash { get; init; } = "";

        public int WordCount { get; init; }

        public DateTimeOffset FirstSeen { get; init; }

        public DateTimeOffset LastSeen { get; init; }

        public DateTimeOffset WireTime { get; init; }

        public DateTimeOffset? Withdrawn { get; init; }
    }

    private sealed record Words
    {
        public string Title { get; init; } = "";

        public string Text { get; init; } = "";
    }

    private sealed record SourceCategory
    {
        public long Id { get; init; }

        public string? Category { get; init; }
    }

    public async Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Gathered> gathered)
    {
        Article[] articles = [.. gathered.Select(one => Prepare(one.Article))];
        var known = (await session.ListByKeysAsync<Known, string>("""
            SELECT id, url, source_id, content_hash, word_count, first_seen, last_seen, wire_time, withdrawn FROM articles WHERE url IN @keys
            """, articles.Select(article => article.Url))).ToDictionary(row => row.Url, StringComparer.Ordinal);
        // In the order of their addresses, so that two nodes never wait for each other in a ring.
        var added = await AddAsync([.. articles.Where(article => !known.ContainsKey(article.Url) && Storable.FitsAKey(article.Url))
            .DistinctBy(article => article.Url, StringComparer.Ordinal).OrderBy(article => article.Url, StringComparer.Ordinal)]);

        var saved = new Saved[gathered.Count];
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, articles.Length).OrderBy(i => articles[i].Url, StringComparer.Ordinal))
            saved[i] = await SettleAsync(articles[i], known, added, told);
        await MentionAsync([.. gathered.Index().Where(one => saved[one.Index].Outcome != Outcome.Refused).Select(one => new Mention
        {
            SourceId = one.Item.Article.SourceId,
            MentionKey = Storable.Key(one.Item.MentionKey),
            ArticleId = saved[one.Index].Id,
            FirstSeen = articles[one.Index].LastSeen,
            LastSeen = articles[one.Index].LastSeen,
            Hash = one.Item.Hash,
        })]);
        await _days.WriteAsync(session);
        return saved;
    }

    /// <summary>False when there was no such mention.</summary>
    public async Task<bool> WithdrawAsync(long sourceId, string mentionKey)
    {
        var article = await session.FindAsync<long?>(
            "DELETE FROM mentions WHERE source_id = @sourceId AND mention_key = @key RETURNING article_id", new { sourceId, key = Storable.Key(mentionKey) });
        if (article is null) return false;
        await WithdrawIfUnmentionedAsync(article.Value);
        await _days.WriteAsync(session);
        return true;
    }

    private Article Prepare(Article article)
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

    /// <summary>Adds the new ones; one that another node has added meanwhile is left out.</summary>
    private async Task<Dictionary<string, long>> AddAsync(IReadOnlyList<Article> articles)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        if (articles.Count == 0) return ids;
        var categories = (await session.ListByKeysAsync<SourceCategory, long>("SELECT id, category FROM sources WHERE id IN @keys", articles.Select(article => article.SourceId)))
            .ToDictionary(source => source.Id, source => source.Category);
        await BulkInsert.RunAsync(session, "articles", ArticleColumns,
            [.. articles.Select(article => article with { Category = categories.GetValueOrDefault(article.SourceId) })],
            "ON CONFLICT (url) DO NOTHING RETURNING url, id", row => ids[row.GetString(0)] = row.GetInt64(1));
        var entries = new List<KeyValuePair<long, Entry>>();
        foreach (var article in articles)
        {
            if (!ids.TryGetValue(article.Url, out var id)) continue;
            var time = WireTime(article.Published, article.FirstSeen);
            _days.Add(time, 1);
            entries.Add(new(id, Entry.Of(article.Title, article.Text, article.SourceId, time)));
        }

        await search.AddAsync(session, Index, [.. entries.OrderBy(entry => entry.Key)]);
        return ids;
    }

    private async Task<Saved> SettleAsync(Article article, Dictionary<string, Known> known, Dictionary<string, long> added, HashSet<string> told)
    {
        if (!Storable.FitsAKey(article.Url)) return new Saved(Outcome.Refused, 0);
        if (added.TryGetValue(article.Url, out var id) && told.Add(article.Url)) return new Saved(Outcome.Added, id);
        if (!known.TryGetValue(article.Url, out var before) || !told.Add(article.Url))
        {
            // Twice in this batch, or added by another node between two statements.
            before = (await session.FindAsync<Known>("""
                SELECT id, url, source_id, content_hash, word_count, first_seen, last_seen, wire_time, withdrawn FROM articles WHERE url = @Url
                """, new { article.Url }))!;
        }

        return new Saved(await UpdateAsync(before, article), before.Id);
    }

    private async Task<Outcome> UpdateAsync(Known known, Article article)
    {
        if (known.ContentHash != article.ContentHash && await SpeaksForAsync(article, known))
        {
            await ReplaceAsync(known, article);
            return Outcome.Changed;
        }

        if (known.Withdrawn is not null || article.LastSeen - known.LastSeen >= Articles.SeenAgainAfter)
        {
            await session.ExecuteAsync("UPDATE articles SET last_seen = @LastSeen, withdrawn = NULL WHERE id = @Id", new { article.LastSeen, known.Id });
            if (known.Withdrawn is not null)
            {
                _days.Add(known.WireTime, 1);
                await StoriesKeeping.MarkStaleAsync(session, known.Id);
            }
        }

        return Outcome.Unchanged;
    }

    private async Task ReplaceAsync(Known known, Article article)
    {
        var was = (await session.FindAsync<Words>("SELECT title, text FROM articles WHERE id = @Id", new { known.Id }))!;
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
        await session.ExecuteAsync("DELETE FROM figures WHERE article_id = @Id", new { known.Id });
        await StoriesKeeping.MarkStaleAsync(session, known.Id);
        var time = WireTime(article.Published, known.FirstSeen);
        if (known.Withdrawn is null) _days.Add(known.WireTime, -1);
        _days.Add(time, 1);
        await search.RemoveAsync(session, Index, known.Id, Entry.Of(was.Title, was.Text, known.SourceId, known.WireTime));
        await search.AddAsync(session, Index, [new(known.Id, Entry.Of(article.Title, article.Text, article.SourceId, time))]);
    }

    /// <summary>
    /// Two sources that show one article in different words would rewrite it in turns for ever: so only the one that brought it may,
    /// unless it has let go of it, or had no text.
    /// </summary>
    private async Task<bool> SpeaksForAsync(Article article, Known known) =>
        article.SourceId == known.SourceId
        || (known.WordCount == 0 && article.WordCount > 0)
        || await session.FindAsync<long?>("SELECT article_id FROM mentions WHERE article_id = @Id AND source_id = @SourceId LIMIT 1", new { known.Id, known.SourceId }) is null;

    private async Task MentionAsync(IReadOnlyList<Mention> mentions)
    {
        // The last of a batch counts, and one statement must not touch a row twice.
        Mention[] last = [.. mentions.Reverse().DistinctBy(mention => (mention.SourceId, mention.MentionKey))
            .OrderBy(mention => mention.SourceId).ThenBy(mention => mention.MentionKey, StringComparer.Ordinal)];
        var before = new Dictionary<(long, string), long>();
        foreach (var source in last.GroupBy(mention => mention.SourceId))
        {
            foreach (var mention in await session.ListByKeysAsync<Mention, string>(
                "SELECT source_id, mention_key, article_id FROM mentions WHERE mention_key IN @keys AND source_id = @and", source.Select(mention => mention.MentionKey), source.Key))
            {
                before[(mention.SourceId, mention.MentionKey)] = mention.ArticleId;
            }
        }

        await BulkInsert.RunAsync(session, "mentions", MentionColumns, last, """
            ON CONFLICT (source_id, mention_key) DO UPDATE
            SET article_id = excluded.article_id, last_seen = excluded.last_seen, hash = coalesce(excluded.hash, mentions.hash)
            """);
        // A file of the inbox may have become another article.
        foreach (var mention in last)
        {
            if (before.TryGetValue((mention.SourceId, mention.MentionKey), out var old) && old != mention.ArticleId) await WithdrawIfUnmentionedAsync(old);
        }
    }

    private async Task WithdrawIfUnmentionedAsync(long articleId)
    {
        var left = await session.FindAsync<DateTimeOffset?>("""
            UPDATE articles SET withdrawn = @now
            WHERE id = @articleId AND withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM mentions WHERE article_id = @articleId)
            RETURNING wire_time
            """, new { articleId, now });
        if (left is not { } time) return;
        _days.Add(time, -1);
        await StoriesKeeping.MarkStaleAsync(session, articleId);
    }

    /// <summary>The same rule as the column's.</summary>
    private static DateTimeOffset WireTime(DateTimeOffset? published, DateTimeOffset firstSeen) =>
        published is { } time && time < firstSeen ? time : firstSeen;
}
