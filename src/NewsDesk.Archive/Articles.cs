namespace NewsDesk.Archive;

/// <summary>Everything that was gathered.</summary>
public sealed class Articles(ArchiveDatabase db)
{
    /// <summary>The longest address that can be kept, in bytes of UTF-8.</summary>
    public const int MaxUrlBytes = Storable.MaxKeyBytes;

    /// <summary>An article that is seen again and again is written to only so often: its row is large.</summary>
    public static readonly TimeSpan SeenAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Who is on the public wire.</summary>
    internal const string Public = "a.withdrawn IS NULL";

    /// <summary>More than there are in earnest: the web may write anything there.</summary>
    private const int MostTags = 500;

    private const string Line = """
        a.id, a.source_id, s.title AS source_title, a.url, a.title, a.byline, a.publisher, a.published, a.first_seen, a.last_seen,
        a.wire_time, a.withdrawn, a.language, a.category, a.excerpt, a.image, a.word_count, a.story_id
        """;

    // A left join: the planner then never begins with the sources, and every article has one.
    private const string From = "FROM articles a LEFT JOIN sources s ON s.id = a.source_id";

    /// <summary>
    /// Keeps an article by its address, and that this source has it under <paramref name="mentionKey"/>: the item's guid, or the
    /// file's path within the inbox. Of an article that several sources have, the first one's words stay.
    /// </summary>
    public async Task<Saved> SaveAsync(Article article, string mentionKey, CancellationToken cancel = default) =>
        (await SaveAsync([new Gathered(article, mentionKey)], cancel))[0];

    /// <summary>Keeps many at once, in one transaction; the answers stand in the same order.</summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Gathered> gathered, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(gathered);
        if (gathered.Count == 0) return Task.FromResult<IReadOnlyList<Saved>>([]);
        var now = db.Clock.GetUtcNow();
        PreparedArticle[] prepared = [.. gathered.Select(one => PreparedArticle.Of(one, now))];
        return db.WriteAsync(session => new ArticleKeeping(session, db.Dialect.Search, now).SaveAsync(prepared), cancel);
    }

    /// <summary>Where a source has shown articles.</summary>
    public Task<IReadOnlyList<Mention>> ListMentionsAsync(long sourceId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Mention>("""
            SELECT source_id, mention_key, article_id, first_seen, last_seen, hash FROM mentions WHERE source_id = @sourceId ORDER BY mention_key
            """, new { sourceId }), cancel);

    /// <summary>Those of the mentions under these keys that the source has shown before.</summary>
    public Task<IReadOnlyList<Mention>> ListMentionsAsync(long sourceId, IReadOnlyCollection<string> keys, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListByKeysAsync<Mention, string>("""
            SELECT source_id, mention_key, article_id, first_seen, last_seen, hash FROM mentions WHERE mention_key IN @keys AND source_id = @and
            """, keys.Select(Storable.Key), sourceId), cancel);

    /// <summary>How the archive writes a mention's key: a very long one is shortened.</summary>
    public static string KeyOf(string mentionKey) => Storable.Key(mentionKey);

    /// <summary>Articles that a source still has, word for word: their time of last sight is set, and one that was withdrawn returns.</summary>
    public Task SeeAgainAsync(IReadOnlyCollection<long> articleIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        return articleIds.Count == 0 ? Task.CompletedTask
            : db.WriteAsync(session => new ArticleKeeping(session, db.Dialect.Search, db.Clock.GetUtcNow()).SeeAgainAsync(articleIds), cancel);
    }

    /// <summary>Every place where an article was seen.</summary>
    public Task<IReadOnlyList<Mention>> ListMentionsOfAsync(long articleId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Mention>("""
            SELECT source_id, mention_key, article_id, first_seen, last_seen, hash FROM mentions WHERE article_id = @articleId ORDER BY first_seen, source_id
            """, new { articleId }), cancel);

    /// <summary>
    /// A source no longer has it: with its last mention an article leaves the public wire, and returns when it is seen again.
    /// False when there was no such mention.
    /// </summary>
    public Task<bool> WithdrawMentionAsync(long sourceId, string mentionKey, CancellationToken cancel = default) =>
        db.WriteAsync(session => new ArticleKeeping(session, db.Dialect.Search, db.Clock.GetUtcNow()).WithdrawAsync(sourceId, mentionKey), cancel);

    /// <summary>Also one that was withdrawn: look at <see cref="ArticleLine.Withdrawn"/> before showing it.</summary>
    public Task<Article?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Article>($"SELECT {Line}, a.content_hash, a.text, a.html {From} WHERE a.id = @id", new { id }), cancel);

    /// <summary>Also one that was withdrawn: what a post answers stays known.</summary>
    public Task<Article?> FindByUrlAsync(string url, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Article>($"SELECT {Line}, a.content_hash, a.text, a.html {From} WHERE a.url = @url", new { url }), cancel);

    /// <summary>Those of the addresses that the archive knows, whole, in no order.</summary>
    public Task<IReadOnlyList<Article>> ListByUrlsAsync(IReadOnlyCollection<string> urls, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListByKeysAsync<Article, string>(
            $"SELECT {Line}, a.content_hash, a.text, a.html {From} WHERE a.url IN @keys", urls.Select(Storable.Text)), cancel);

    /// <summary>What an article said before, newest first.</summary>
    public Task<IReadOnlyList<ArticleVersion>> ListVersionsAsync(long articleId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<ArticleVersion>("""
            SELECT id, article_id, replaced, title, byline, published, excerpt, content_hash, word_count, text, html
            FROM article_versions WHERE article_id = @articleId ORDER BY replaced DESC, id DESC
            """, new { articleId }), cancel);

    /// <summary>The wire, newest first, from <paramref name="place"/> on; null begins at the top.</summary>
    public Task<Slice<ArticleLine>> ListNewestAsync(Place? place, int count, WireFilter filter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return db.ReadAsync(async session =>
        {
            if (filter.Language is not { } wanted) return Slice<ArticleLine>.Of(await ListAsync(session, place, count + 1, filter), count, place, line => line.Place);
            // Each region is one walk along the index; what they bring is merged here.
            var read = new List<ArticleLine>();
            foreach (var tag in (await ListTagsAsync(session)).Where(tag => LanguageTag.Primary(tag) is { Length: > 0 } language && language == LanguageTag.Primary(wanted)))
                read.AddRange(await ListAsync(session, place, count + 1, filter with { Language = tag }));
            var merged = place is { TowardsNewer: true }
                ? read.OrderBy(line => line.Place.Time).ThenBy(line => line.Id)
                : read.OrderByDescending(line => line.Place.Time).ThenByDescending(line => line.Id);
            return Slice<ArticleLine>.Of([.. merged.Take(count + 1)], count, place, line => line.Place);
        }, cancel);
    }

    /// <summary>The languages of the public wire without their regions, as <c>de</c> and <c>en</c>.</summary>
    public Task<IReadOnlyList<string>> ListLanguagesAsync(CancellationToken cancel = default) => db.ReadAsync<IReadOnlyList<string>>(async session =>
        [.. (await ListTagsAsync(session)).Select(LanguageTag.Primary).Where(language => language.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], cancel);

    /// <summary>A story's coverage as the public may see it, newest first, at most <paramref name="count"/>.</summary>
    public Task<IReadOnlyList<ArticleLine>> ListOfStoryAsync(long storyId, int count, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<ArticleLine>($"""
            SELECT {Line} {From} WHERE a.story_id = @storyId AND {Public} ORDER BY a.wire_time DESC, a.id DESC LIMIT @count
            """, new { storyId, count }), cancel);

    /// <summary>How many are on the public wire.</summary>
    public Task<long> CountAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ValueAsync<long>("SELECT CAST(coalesce(sum(articles), 0) AS BIGINT) FROM wire_days"), cancel);

    /// <summary>How many each month of the public wire has, newest first.</summary>
    public async Task<IReadOnlyList<MonthCount>> CountByMonthAsync(CancellationToken cancel = default)
    {
        var days = await db.ReadAsync(session => session.ListAsync<(long Day, long Articles)>("SELECT day, articles FROM wire_days ORDER BY day DESC"), cancel);
        return [.. days
            .Select(day => (Date: DateTimeOffset.UnixEpoch.AddDays(day.Day), day.Articles))
            .GroupBy(day => (day.Date.Year, day.Date.Month))
            .Select(month => new MonthCount { Year = month.Key.Year, Month = month.Key.Month, Count = month.Sum(day => day.Articles) })
            .Where(month => month.Count > 0)];
    }

    internal static async Task<Dictionary<long, ArticleLine>> ListLinesAsync(Session session, IReadOnlyList<long> ids) =>
        (await session.ListByKeysAsync<ArticleLine, long>($"SELECT {Line} {From} WHERE a.id IN @keys", ids)).ToDictionary(line => line.Id);

    private static Task<IReadOnlyList<ArticleLine>> ListAsync(Session session, Place? place, int rows, WireFilter filter)
    {
        var page = new Paging(place);
        return session.ListAsync<ArticleLine>($"""
            SELECT {Line} {From}
            WHERE {Public} {Conditions(filter)} {page.Condition("a.wire_time", "a.id")}
            ORDER BY {page.Order("a.wire_time", "a.id")} LIMIT @Rows
            """, new { place?.Time, place?.Id, Rows = rows, filter.SourceId, filter.Category, filter.Language });
    }

    // From one tag to the next along the index: as many steps as there are tags, however many articles.
    private static Task<IReadOnlyList<string>> ListTagsAsync(Session session) => session.ListAsync<string>("""
        WITH RECURSIVE tags (tag) AS (
            SELECT min(language) FROM articles WHERE withdrawn IS NULL AND language > ''
            UNION ALL
            SELECT (SELECT min(language) FROM articles WHERE withdrawn IS NULL AND language > tags.tag) FROM tags WHERE tags.tag IS NOT NULL)
        SELECT tag FROM tags WHERE tag IS NOT NULL LIMIT @MostTags
        """, new { MostTags });

    // A condition that is not asked for is left out: each combination has the plan that fits it.
    private static string Conditions(WireFilter filter) =>
        (filter.SourceId is null ? "" : "AND a.source_id = @SourceId ")
        + (filter.Category is null ? "" : "AND a.category = @Category ")
        + (filter.Language is null ? "" : "AND a.language = @Language ");
}
