namespace NewsDesk.Archive;

/// <summary>The index of the desk's own posts; their files are the truth about them.</summary>
public sealed class Posts(ArchiveDatabase db)
{
    /// <summary>The longest path of a post's file that can be kept, in bytes of UTF-8.</summary>
    public const int MaxPathBytes = Storable.MaxKeyBytes;

    /// <summary>What a reader may see; needs <c>@now</c>.</summary>
    internal const string Public = "NOT p.draft AND NOT p.shadowed AND p.published <= @now";

    private const string Line = """
        p.id, p.path, p.file_hash, p.uid, p.slug, p.title, p.clean_title, p.persona, p.kind, p.summary, p.clean_summary, p.language, p.draft,
        p.shadowed, p.published, p.updated, p.changed, p.excerpt, p.word_count, p.reading_minutes, p.details
        """;

    private const string Whole = Line + ", p.text, p.html, p.clean_html, p.sign_off_html, p.clean_sign_off_html";

    /// <summary>Indexes a post by its file. Of two files with one slug the one published earlier keeps it.</summary>
    /// <exception cref="ArchiveException">The file's path is too long.</exception>
    public async Task<PostSaved> SaveAsync(IndexedPost post, CancellationToken cancel = default) => (await SaveAsync([post], cancel))[0];

    /// <summary>Indexes many at once, in one transaction; the answers stand in the same order.</summary>
    /// <exception cref="ArchiveException">The path of a post's file is too long.</exception>
    public Task<IReadOnlyList<PostSaved>> SaveAsync(IReadOnlyList<IndexedPost> some, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(some);
        if (some.FirstOrDefault(post => !Storable.FitsAKey(post.Path)) is { } tooLong)
            throw new ArchiveException($"{tooLong.Path[..80]}…: the path of this post's file is longer than {Storable.MaxKeyBytes} bytes; shorten it.");
        return db.WriteAsync<IReadOnlyList<PostSaved>>(async session =>
        {
            var saved = new List<PostSaved>(some.Count);
            foreach (var post in some) saved.Add(await PostIndexing.SaveAsync(session, db.Dialect.Search, post));
            return saved;
        }, cancel);
    }

    /// <summary>Takes the post of a file that is gone out of the index; false when there was none.</summary>
    public Task<bool> RemoveAsync(string path, CancellationToken cancel = default) =>
        db.WriteAsync(session => PostIndexing.RemoveAsync(session, db.Dialect.Search, path, db.Clock.GetUtcNow()), cancel);

    /// <summary>A file was renamed: its post keeps its id and its stable id. False when the old path is not known or the new one is.</summary>
    public Task<bool> MoveAsync(string from, string to, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("""
            UPDATE posts SET path = @to WHERE path = @from AND NOT EXISTS (SELECT 1 FROM posts WHERE path = @to)
            """, new { from, to }), cancel);

    public Task<IReadOnlyList<PostFile>> ListFilesAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<PostFile>("SELECT path, file_hash FROM posts ORDER BY path"), cancel);

    /// <summary>The files of the posts, public or not, that answer, cite or show one of these articles.</summary>
    public Task<IReadOnlyList<string>> ListPathsAnsweringAsync(IReadOnlyCollection<string> articleUrls, CancellationToken cancel = default) =>
        db.ReadAsync<IReadOnlyList<string>>(async session =>
            [.. (await session.ListByKeysAsync<string, string>("""
                SELECT p.path FROM post_originals o JOIN posts p ON p.id = o.post_id WHERE o.url IN @keys
                """, articleUrls)).Concat(await session.ListByKeysAsync<string, string>("""
                SELECT p.path FROM post_citations c JOIN posts p ON p.id = c.post_id WHERE c.url IN @keys
                """, articleUrls)).Distinct(StringComparer.Ordinal)], cancel);

    /// <summary>What posts answer or cite and the archive does not know, that of the newest posts first; drafts' too, since somebody is writing them.</summary>
    public Task<IReadOnlyList<string>> ListUnknownOriginalsAsync(int count, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<string>("""
            SELECT o.url FROM (SELECT post_id, url FROM post_originals UNION ALL SELECT post_id, url FROM post_citations) o
            JOIN posts p ON p.id = o.post_id LEFT JOIN articles a ON a.url = o.url
            WHERE a.id IS NULL GROUP BY o.url ORDER BY max(p.published) DESC, o.url LIMIT @count
            """, new { count }), cancel);

    /// <summary>Whatever the index has of a file: also a draft, also one whose time has not come.</summary>
    public Task<IndexedPost?> FindByPathAsync(string path, CancellationToken cancel = default) =>
        FindAsync("p.path = @key", path, DateTimeOffset.UnixEpoch, cancel);

    public Task<IndexedPost?> FindBySlugAsync(string slug, DateTimeOffset now, CancellationToken cancel = default) =>
        FindAsync($"p.slug = @key AND {Public}", slug, now, cancel);

    /// <summary>The post of this slug, in whatever case it is asked for, else the one that had it once.</summary>
    public async Task<IndexedPost?> FindBySlugOrAliasAsync(string slug, DateTimeOffset now, CancellationToken cancel = default) =>
        await FindBySlugAsync(slug, now, cancel)
        ?? (slug.ToLowerInvariant() is var lower && lower != slug ? await FindBySlugAsync(lower, now, cancel) : null)
        ?? await FindByAliasAsync(slug, now, cancel);

    public Task<IndexedPost?> FindByUidAsync(string uid, DateTimeOffset now, CancellationToken cancel = default) =>
        FindAsync($"p.uid = @key AND {Public}", uid, now, cancel);

    /// <summary>The post that was once found under this slug or path; the newest when several were.</summary>
    public Task<IndexedPost?> FindByAliasAsync(string alias, DateTimeOffset now, CancellationToken cancel = default) =>
        FindAsync($"""
            p.id IN (
                SELECT post_id FROM post_aliases WHERE alias = @key
                UNION ALL SELECT named.id FROM former_slugs f JOIN posts named ON named.uid = f.uid WHERE f.slug = @key)
            AND {Public}
            """, alias, now, cancel);

    /// <summary>Newest first, from <paramref name="place"/> on, without their texts.</summary>
    public Task<Slice<PostLine>> ListNewestAsync(Place? place, int count, PostFilter filter, DateTimeOffset now, CancellationToken cancel = default) =>
        ListNewestAsync<PostLine>(Line, place, count, filter, now, cancel);

    /// <summary>The same with their texts, as feeds want them.</summary>
    public Task<Slice<IndexedPost>> ListNewestWholeAsync(Place? place, int count, PostFilter filter, DateTimeOffset now, CancellationToken cancel = default) =>
        ListNewestAsync<IndexedPost>(Whole, place, count, filter, now, cancel);

    /// <summary>These posts with their texts, newest first.</summary>
    public Task<IReadOnlyList<IndexedPost>> ListWholeAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        db.ReadAsync<IReadOnlyList<IndexedPost>>(async session =>
            [.. (await PostParts.AddAsync(session, await session.ListByKeysAsync<IndexedPost, long>($"SELECT {Whole} FROM posts p WHERE p.id IN @keys", ids)))
                .OrderByDescending(post => post.Place.Time).ThenByDescending(post => post.Id)], cancel);

    /// <summary>The posts that answer an article, newest first.</summary>
    public Task<IReadOnlyList<PostLine>> ListAnsweringAsync(string articleUrl, DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(async session => await PostParts.AddAsync(session, await session.ListAsync<PostLine>($"""
            SELECT {Line} FROM posts p
            WHERE p.id IN (SELECT post_id FROM post_originals WHERE url = @articleUrl) AND {Public}
            ORDER BY p.published DESC, p.id DESC
            """, new { articleUrl, now })), cancel);

    /// <summary>The posts that answer any article of a story, newest first.</summary>
    public Task<IReadOnlyList<PostLine>> ListAnsweringStoryAsync(long storyId, DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(async session => await PostParts.AddAsync(session, await session.ListAsync<PostLine>($"""
            SELECT {Line} FROM posts p
            WHERE p.id IN (SELECT o.post_id FROM articles a JOIN post_originals o ON o.url = a.url WHERE a.story_id = @storyId) AND {Public}
            ORDER BY p.published DESC, p.id DESC
            """, new { storyId, now })), cancel);

    /// <summary>When the next scheduled post appears; null when none waits.</summary>
    public Task<DateTimeOffset?> NextAppearanceAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<DateTimeOffset?>("""
            SELECT published FROM posts p WHERE NOT p.draft AND NOT p.shadowed AND p.published > @now ORDER BY p.published, p.id LIMIT 1
            """, new { now }), cancel);

    /// <summary>How many posts each month has, newest first.</summary>
    public Task<IReadOnlyList<MonthCount>> CountByMonthAsync(PostFilter filter, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // All of them are counted as they come and go.
        if (filter == PostFilter.Everything) return CountAllByMonthAsync(now, cancel);
        return db.ReadAsync(session => session.ListAsync<MonthCount>($"""
            SELECT p.month / 100 AS year, p.month % 100 AS month, count(*) AS count FROM {(filter.Tag is null ? "posts p" : TaggedPosts)}
            WHERE {Public} {Conditions(filter)}
            GROUP BY p.month ORDER BY p.month DESC
            """, Values(filter, now)), cancel);
    }

    /// <summary>The tags of the posts that a reader can see, the most used first.</summary>
    public Task<IReadOnlyList<Tally>> CountByTagAsync(int count, DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Tally>($"""
            SELECT t.tag AS name, count(*) AS count FROM {TaggedPosts} WHERE {Public} GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT @count
            """, new { now, count }), cancel);

    /// <summary>The kinds of the posts that a reader can see, the most written first.</summary>
    public Task<IReadOnlyList<Tally>> CountByKindAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Tally>($"""
            SELECT p.kind AS name, count(*) AS count FROM posts p WHERE {Public} AND p.kind IS NOT NULL GROUP BY p.kind ORDER BY count(*) DESC, p.kind
            """, new { now }), cancel);

    /// <summary>The sources of which posts that a reader can see answer an article, the most answered first.</summary>
    public Task<IReadOnlyList<SourceTally>> CountBySourceAnsweredAsync(DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<SourceTally>($"""
            SELECT s.id, s.title AS name, count(DISTINCT p.id) AS count
            FROM posts p JOIN post_originals o ON o.post_id = p.id JOIN articles a ON a.url = o.url JOIN mentions m ON m.article_id = a.id
            JOIN sources s ON s.id = m.source_id
            WHERE {Public} GROUP BY s.id, s.title ORDER BY count(DISTINCT p.id) DESC, s.title
            """, new { now }), cancel);

    private Task<IReadOnlyList<MonthCount>> CountAllByMonthAsync(DateTimeOffset now, CancellationToken cancel) => db.ReadAsync<IReadOnlyList<MonthCount>>(async session =>
    {
        var shown = await session.ListAsync<(int Month, long Posts)>("SELECT month, posts FROM post_months ORDER BY month DESC");
        // Few wait for their time.
        var waiting = (await session.ListAsync<(int Month, long Posts)>("""
            SELECT month, count(*) FROM posts p WHERE NOT p.draft AND NOT p.shadowed AND p.published > @now GROUP BY month
            """, new { now })).ToDictionary(month => month.Month, month => month.Posts);
        return [.. shown.Select(month => new MonthCount { Year = month.Month / 100, Month = month.Month % 100, Count = month.Posts - waiting.GetValueOrDefault(month.Month) })
            .Where(month => month.Count > 0)];
    }, cancel);

    /// <summary>How many posts a reader can see.</summary>
    public async Task<long> CountAsync(DateTimeOffset now, CancellationToken cancel = default) => (await CountByMonthAsync(PostFilter.Everything, now, cancel)).Sum(month => month.Count);

    internal static async Task<Dictionary<long, PostLine>> ListLinesAsync(Session session, IReadOnlyList<long> ids) =>
        (await PostParts.AddAsync(session, await session.ListByKeysAsync<PostLine, long>($"SELECT {Line} FROM posts p WHERE p.id IN @keys", ids))).ToDictionary(post => post.Id);

    private Task<IndexedPost?> FindAsync(string condition, string key, DateTimeOffset now, CancellationToken cancel) =>
        db.ReadAsync(async session =>
        {
            var found = await session.ListAsync<IndexedPost>($"SELECT {Whole} FROM posts p WHERE {condition} ORDER BY p.published DESC, p.id DESC LIMIT 1", new { key, now });
            return (await PostParts.AddAsync(session, found)).SingleOrDefault();
        }, cancel);

    private Task<Slice<T>> ListNewestAsync<T>(string columns, Place? place, int count, PostFilter filter, DateTimeOffset now, CancellationToken cancel)
        where T : PostLine
    {
        ArgumentNullException.ThrowIfNull(filter);
        var page = new Paging(place);
        // A tag's page walks along the tag's own index; every other one along the posts'.
        var (from, time, id) = filter.Tag is null
            ? ("posts p", "p.published", "p.id")
            : (TaggedPosts, "t.published", "t.post_id");
        return db.ReadAsync(async session => Slice<T>.Of(await PostParts.AddAsync(session, await session.ListAsync<T>($"""
            SELECT {columns} FROM {from}
            WHERE {Public} {Conditions(filter)} {page.Condition(time, id)}
            ORDER BY {page.Order(time, id)} LIMIT @rows
            """, Values(filter, now, place, count + 1))), count, place, post => post.Place), cancel);
    }

    private const string TaggedPosts = "post_tags t JOIN posts p ON p.id = t.post_id";

    private static object Values(PostFilter filter, DateTimeOffset now, Place? place = null, int rows = 0) =>
        new { now, place?.Time, place?.Id, rows, filter.Persona, filter.Kind, filter.Tag, filter.SourceAnswered, filter.Month };

    private static string Conditions(PostFilter filter) =>
        (filter.Persona is null ? "" : "AND p.persona = @Persona ")
        + (filter.Kind is null ? "" : "AND p.kind = @Kind ")
        + (filter.Tag is null ? "" : "AND t.tag = @Tag AND t.published <= @now ")
        + (filter.Month is null ? "" : "AND p.month = @Month ")
        + (filter.SourceAnswered is null ? "" : """
            AND EXISTS (SELECT 1 FROM post_originals o JOIN articles a ON a.url = o.url JOIN mentions m ON m.article_id = a.id
                WHERE o.post_id = p.id AND m.source_id = @SourceAnswered)

            """);
}
