using System.Data;
using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>How articles come in, change and leave, within one transaction: rows, mentions, history, search index and counts together.</summary>
internal sealed class ArticleKeeping(Session session, SearchIndex search, DateTimeOffset now)
{
    private const string Index = "article_words";

    private static readonly Column<Article>[] ArticleColumns =
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

    private static readonly Column<Mention>[] MentionColumns =
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

        public string? Language { get; init; }
    }

    private sealed record SourceCategory
    {
        public long Id { get; init; }

        public string? Category { get; init; }
    }

    public async Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<PreparedArticle> articles)
    {
        var known = (await session.ListByKeysAsync<Known, string>("""
            SELECT id, url, source_id, content_hash, word_count, first_seen, last_seen, wire_time, withdrawn FROM articles WHERE url IN @keys
            """, articles.Select(one => one.Article.Url))).ToDictionary(row => row.Url, StringComparer.Ordinal);
        // In the order of their addresses, so that two nodes never wait for each other in a ring.
        var added = await AddAsync([.. articles.Where(one => !known.ContainsKey(one.Article.Url) && Storable.FitsAKey(one.Article.Url))
            .DistinctBy(one => one.Article.Url, StringComparer.Ordinal).OrderBy(one => one.Article.Url, StringComparer.Ordinal)]);

        var saved = new Saved[articles.Count];
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, articles.Count).OrderBy(i => articles[i].Article.Url, StringComparer.Ordinal))
            saved[i] = await SettleAsync(articles[i].Article, known, added, told);
        await MentionAsync([.. articles.Index().Where(one => saved[one.Index].Outcome != Outcome.Refused)
            .Select(one => one.Item.Mention with { ArticleId = saved[one.Index].Id })]);
        await _days.WriteAsync(session);
        return saved;
    }

    /// <summary>How many rows were written; one that was seen within the hour is left alone.</summary>
    public async Task<int> SeeAgainAsync(IReadOnlyCollection<long> ids)
    {
        var stale = (await session.ListByKeysAsync<Known, long>("SELECT id, last_seen, wire_time, withdrawn FROM articles WHERE id IN @keys", ids))
            .Where(row => row.Withdrawn is not null || now - row.LastSeen >= Articles.SeenAgainAfter).OrderBy(row => row.Id).ToList();
        foreach (var row in stale)
        {
            await session.ExecuteAsync("UPDATE articles SET last_seen = @now, withdrawn = NULL WHERE id = @Id", new { now, row.Id });
            if (row.Withdrawn is not null) _days.Add(row.WireTime, 1);
        }

        await _days.WriteAsync(session);
        return stale.Count;
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

    /// <summary>Adds the new ones; one that another node has added meanwhile is left out.</summary>
    private async Task<Dictionary<string, long>> AddAsync(IReadOnlyList<PreparedArticle> articles)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        if (articles.Count == 0) return ids;
        var categories = (await session.ListByKeysAsync<SourceCategory, long>("SELECT id, category FROM sources WHERE id IN @keys", articles.Select(one => one.Article.SourceId)))
            .ToDictionary(source => source.Id, source => source.Category);
        await session.Dialect.InsertAsync(session, "articles", ArticleColumns,
            [.. articles.Select(one => one.Article with { Category = categories.GetValueOrDefault(one.Article.SourceId) })],
            "ON CONFLICT (url) DO NOTHING RETURNING url, id", (url, id) => ids[url] = id);
        var entries = new List<KeyValuePair<long, Entry>>();
        foreach (var (article, _, entry) in articles)
        {
            if (!ids.TryGetValue(article.Url, out var id)) continue;
            _days.Add(PreparedArticle.WireTime(article.Published, article.FirstSeen), 1);
            entries.Add(new(id, entry));
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

        return new Saved(await UpdateAsync(before, article, isNew: added.ContainsKey(article.Url)), before.Id);
    }

    private async Task<Outcome> UpdateAsync(Known known, Article article, bool isNew)
    {
        if (known.ContentHash != article.ContentHash && (SpeaksFor(article, known) || (!isNew && await MaySpeakForAsync(article, known))))
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
        var was = (await session.FindAsync<Words>("SELECT title, text, language FROM articles WHERE id = @Id", new { known.Id }))!;
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
        var time = PreparedArticle.WireTime(article.Published, known.FirstSeen);
        if (known.Withdrawn is null) _days.Add(known.WireTime, -1);
        _days.Add(time, 1);
        await search.RemoveAsync(session, Index, known.Id, Entry.Of(was.Title, was.Text, known.SourceId, known.WireTime, was.Language));
        await search.AddAsync(session, Index, [new(known.Id, PreparedArticle.EntryOf(article, known.FirstSeen))]);
    }

    /// <summary>Whoever brought an article may change it, and who has a text for one that has none.</summary>
    private static bool SpeaksFor(Article article, Known known) =>
        article.SourceId == known.SourceId || (known.WordCount == 0 && article.WordCount > 0);

    /// <summary>
    /// Two sources that show one article in different words would rewrite it in turns if each were heard when it first shows it. So another one is heard when the first
    /// has let go of the article or is watched no longer, and when it says something new of what it has shown before, and not much less: that is a correction. What
    /// came in this very moment belongs to who brought it, whose mention is not written yet.
    /// </summary>
    private async Task<bool> MaySpeakForAsync(Article article, Known known) => await session.ValueAsync<bool>("""
        SELECT NOT EXISTS (SELECT 1 FROM mentions m JOIN sources s ON s.id = m.source_id WHERE m.article_id = @Id AND m.source_id = @owner AND s.active)
            OR (@isWhole AND EXISTS (SELECT 1 FROM mentions WHERE article_id = @Id AND source_id = @SourceId))
        """, new { known.Id, owner = known.SourceId, article.SourceId, isWhole = article.WordCount * 2L >= known.WordCount });

    private async Task MentionAsync(IReadOnlyList<Mention> mentions)
    {
        // The last of a batch counts, and one statement must not touch a row twice.
        Mention[] last = [.. mentions.Reverse().DistinctBy(mention => (mention.SourceId, mention.MentionKey))
            .OrderBy(mention => mention.SourceId).ThenBy(mention => mention.MentionKey, StringComparer.Ordinal)];
        var added = new HashSet<(long, string)>();
        await session.Dialect.InsertAsync(session, "mentions", MentionColumns, last,
            "ON CONFLICT (source_id, mention_key) DO NOTHING RETURNING mention_key, source_id", (key, source) => added.Add((source, key)));
        foreach (var source in last.Where(mention => !added.Contains((mention.SourceId, mention.MentionKey))).GroupBy(mention => mention.SourceId))
            await MentionAgainAsync(source.Key, [.. source]);
    }

    private async Task MentionAgainAsync(long sourceId, IReadOnlyList<Mention> mentions)
    {
        var before = (await session.ListByKeysAsync<Mention, string>(
            "SELECT source_id, mention_key, article_id FROM mentions WHERE mention_key IN @keys AND source_id = @and", mentions.Select(mention => mention.MentionKey), sourceId))
            .ToDictionary(mention => mention.MentionKey, mention => mention.ArticleId, StringComparer.Ordinal);
        await session.Dialect.InsertAsync(session, "mentions", MentionColumns, mentions, """
            ON CONFLICT (source_id, mention_key) DO UPDATE
            SET article_id = excluded.article_id, last_seen = excluded.last_seen, hash = coalesce(excluded.hash, mentions.hash)
            """);
        // A file of the inbox may have become another article.
        foreach (var mention in mentions)
        {
            if (before.TryGetValue(mention.MentionKey, out var old) && old != mention.ArticleId) await WithdrawIfUnmentionedAsync(old);
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
}
