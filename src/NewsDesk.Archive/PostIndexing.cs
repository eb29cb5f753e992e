using System.Globalization;
using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>How a post's file gets into the index and out of it, within one transaction.</summary>
internal static class PostIndexing
{
    private sealed record Known
    {
        public long Id { get; init; }

        public string Uid { get; init; } = "";

        public string Path { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Title { get; init; } = "";

        public string? Summary { get; init; }

        public string Text { get; init; } = "";

        public bool Draft { get; init; }

        public DateTimeOffset Published { get; init; }

        public string? WordsHash { get; init; }

        public DateTimeOffset? Changed { get; init; }

        public Entry Entry => Entry.Of(Title, Summary, Text);

        /// <summary>What readers have of it; null while they could not read it.</summary>
        public ToldPost? ToldAt(DateTimeOffset now) =>
            Draft || Published > now || WordsHash is null ? null : new() { Uid = Uid, Path = Path, WordsHash = WordsHash, Published = Published, Changed = Changed };
    }

    public static async Task<PostSaved> SaveAsync(Session session, SearchIndex search, IndexedPost post)
    {
        var known = await FindAsync(session, post.Path);
        var slug = Storable.Key(post.Slug);
        var wordsHash = Storable.Fingerprint(post.Wording ?? $"{post.Title}\n{post.Summary}\n{post.Text}");
        var uid = await UidAsync(session, post, known);
        // A scheduled post appears without being saved again: then its row says what readers have.
        var told = await ToldPost.FindAsync(session, uid) ?? known?.ToldAt(post.Indexed);
        var changed = told?.ChangedAt(wordsHash, post.Published, post.Indexed);
        var row = new
        {
            post.Path,
            post.FileHash,
            Uid = uid,
            Slug = slug,
            post.Title,
            post.CleanTitle,
            Persona = Key(post.Persona),
            Kind = Key(post.Kind),
            post.Summary,
            post.CleanSummary,
            post.Language,
            post.Draft,
            post.Published,
            post.Updated,
            WordsHash = wordsHash,
            Changed = changed,
            Month = MonthOf(post.Published),
            post.Excerpt,
            post.WordCount,
            post.ReadingMinutes,
            post.Details,
            post.Text,
            post.Html,
            post.CleanHtml,
            post.SignOffHtml,
            post.CleanSignOffHtml,
        };
        var id = await PostMonths.KeepAsync(session, post.Path, [known?.Slug ?? slug, slug], async () =>
        {
            var saved = await WriteAsync(session, row);
            await SettleSlugsAsync(session, known?.Slug ?? slug, slug);
            return saved;
        });
        if (known is not null) await search.RemoveAsync(session, "post_words", id, known.Entry);
        await search.AddAsync(session, "post_words", [new(id, Entry.Of(post.Title, post.Summary, post.Text))]);
        await SavePartsAsync(session, post, id);
        if (known is not null && known.Slug != slug && known.ToldAt(post.Indexed) is not null) await RememberSlugAsync(session, known.Slug, uid);
        if (!post.Draft && post.Published <= post.Indexed)
            await ToldPost.SaveAsync(session, new() { Uid = uid, Path = post.Path, WordsHash = wordsHash, Published = told?.Published ?? post.Published, Changed = changed });
        return new PostSaved(id, row.Uid, await FindOwnerOfSlugAsync(session, id));
    }

    private static Task<long> WriteAsync(Session session, object row) => session.ValueAsync<long>("""
        INSERT INTO posts (path, file_hash, uid, slug, title, clean_title, persona, kind, summary, clean_summary, language, draft, published,
            updated, words_hash, changed, month, excerpt, word_count, reading_minutes, details, text, html, clean_html, sign_off_html, clean_sign_off_html)
        VALUES (@Path, @FileHash, @Uid, @Slug, @Title, @CleanTitle, @Persona, @Kind, @Summary, @CleanSummary, @Language, @Draft, @Published,
            @Updated, @WordsHash, @Changed, @Month, @Excerpt, @WordCount, @ReadingMinutes, @Details, @Text, @Html, @CleanHtml, @SignOffHtml, @CleanSignOffHtml)
        ON CONFLICT (path) DO UPDATE SET file_hash = excluded.file_hash, uid = excluded.uid, slug = excluded.slug, title = excluded.title,
            clean_title = excluded.clean_title, persona = excluded.persona, kind = excluded.kind, summary = excluded.summary,
            clean_summary = excluded.clean_summary, language = excluded.language, draft = excluded.draft, published = excluded.published,
            updated = excluded.updated, words_hash = excluded.words_hash, changed = excluded.changed, month = excluded.month, excerpt = excluded.excerpt, word_count = excluded.word_count,
            reading_minutes = excluded.reading_minutes, details = excluded.details, text = excluded.text, html = excluded.html,
            clean_html = excluded.clean_html, sign_off_html = excluded.sign_off_html, clean_sign_off_html = excluded.clean_sign_off_html
        RETURNING id
        """, row);

    private static Task<int> RememberSlugAsync(Session session, string slug, string uid) =>
        session.ExecuteAsync("INSERT INTO former_slugs (slug, uid) VALUES (@slug, @uid) ON CONFLICT (slug) DO UPDATE SET uid = excluded.uid", new { slug, uid });

    public static async Task<bool> RemoveAsync(Session session, SearchIndex search, string path, DateTimeOffset now)
    {
        if (await FindAsync(session, path) is not { } known) return false;
        if (known.ToldAt(now) is { } told) await ToldPost.SaveAsync(session, told);
        await search.RemoveAsync(session, "post_words", known.Id, known.Entry);
        await PostMonths.KeepAsync(session, path, [known.Slug], async () =>
        {
            await session.ExecuteAsync("DELETE FROM posts WHERE id = @Id", new { known.Id });
            return await SettleSlugsAsync(session, known.Slug, known.Slug);
        });
        return true;
    }

    private static Task<Known?> FindAsync(Session session, string path) =>
        session.FindAsync<Known>("SELECT id, uid, path, slug, title, summary, text, draft, published, words_hash, changed FROM posts WHERE path = @path", new { path });

    /// <summary>Made of the path, not by chance: an index that was deleted and made again gives every feed the ids it knows.</summary>
    private static async Task<string> UidAsync(Session session, IndexedPost post, Known? known)
    {
        if (post.Uid.Length > 0) return Storable.Key(post.Uid);
        if (known is not null) return known.Uid;
        if (await ToldPost.FindUidAsync(session, post.Path) is { } before) return before;
        var uid = Storable.Fingerprint(post.Path)[..32];
        // A file may have moved away from this path and taken its id along, also one that is gone since.
        var isTaken = await session.ValueAsync<bool>("SELECT EXISTS (SELECT 1 FROM posts WHERE uid = @uid) OR EXISTS (SELECT 1 FROM told_posts WHERE uid = @uid)", new { uid });
        return !isTaken ? uid : Storable.Fingerprint($"{post.Path}\n{post.FileHash}")[..32];
    }

    private static async Task SavePartsAsync(Session session, IndexedPost post, long id)
    {
        await session.ExecuteAsync("DELETE FROM post_tags WHERE post_id = @id", new { id });
        await session.ExecuteAsync("DELETE FROM post_aliases WHERE post_id = @id", new { id });
        await session.ExecuteAsync("DELETE FROM post_originals WHERE post_id = @id", new { id });
        await session.ExecuteAsync("DELETE FROM post_citations WHERE post_id = @id", new { id });
        foreach (var (position, tag) in post.Tags.Select(Storable.Key).Distinct(StringComparer.Ordinal).Index())
        {
            await session.ExecuteAsync("INSERT INTO post_tags (post_id, position, tag, published) VALUES (@id, @position, @tag, @Published)",
                new { id, position, tag, post.Published });
        }

        foreach (var (position, alias) in post.Aliases.Select(Storable.Key).Distinct(StringComparer.Ordinal).Index())
            await session.ExecuteAsync("INSERT INTO post_aliases (post_id, position, alias) VALUES (@id, @position, @alias)", new { id, position, alias });
        foreach (var (position, original) in post.Originals.Index())
        {
            await session.ExecuteAsync("""
                INSERT INTO post_originals (post_id, position, url, title, publisher, author, published, quote)
                VALUES (@id, @position, @Url, @Title, @Publisher, @Author, @Published, @Quote)
                """, new { id, position, Url = Storable.Key(original.Url), original.Title, original.Publisher, original.Author, original.Published, original.Quote });
        }

        foreach (var (position, url) in post.Cited.Select(Storable.Key).Distinct(StringComparer.Ordinal).Index())
            await session.ExecuteAsync("INSERT INTO post_citations (post_id, position, url) VALUES (@id, @position, @url)", new { id, position, url });
    }

    /// <summary>Drafts take no slug from anyone.</summary>
    private static Task<int> SettleSlugsAsync(Session session, string before, string now) => session.ExecuteAsync("""
        UPDATE posts SET shadowed = EXISTS (
            SELECT 1 FROM posts older WHERE older.slug = posts.slug AND NOT older.draft AND (older.published, older.path) < (posts.published, posts.path))
        WHERE slug IN (@before, @now)
        """, new { before, now });

    private static Task<string?> FindOwnerOfSlugAsync(Session session, long id) => session.FindAsync<string>("""
        SELECT older.path FROM posts JOIN posts older ON older.slug = posts.slug AND NOT older.draft AND NOT older.shadowed AND older.id <> posts.id
        WHERE posts.id = @id AND posts.shadowed LIMIT 1
        """, new { id });

    private static string? Key(string? text) => text is null ? null : Storable.Key(text);

    private static int MonthOf(DateTimeOffset time) => int.Parse(time.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
