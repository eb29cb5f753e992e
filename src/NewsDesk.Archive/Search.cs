using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>
/// Finds posts and articles by words, <c>"phrases"</c>, <c>-exclusions</c> and <c>begin*</c>; accents and case do not matter. Any text at all
/// may be asked.
/// </summary>
public sealed class Search(ArchiveDatabase db)
{
    /// <summary>
    /// How many of the newest that fit are ranked (and as many of those that fit in the title): a word that stands in a million articles
    /// must cost no more than a rare one.
    /// </summary>
    public const int Most = 200;

    /// <summary>A longer span of dates is checked on each row instead of being looked up.</summary>
    private const int MostMonths = 24;

    /// <summary>A snippet of a very long text comes from its first part.</summary>
    private const int MostLettersOfASnippet = 60_000;

    /// <summary>A search that has found something by then goes no further back: see <see cref="SearchPage{T}.MayBeMore"/>.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(50);

    private sealed record Candidate
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string? Excerpt { get; init; }

        public DateTimeOffset Time { get; init; }
    }

    private sealed record Body
    {
        public long Id { get; init; }

        public string Text { get; init; } = "";
    }

    /// <summary>A page (0 is the first) of the articles on the public wire that fit.</summary>
    public Task<SearchPage<ArticleLine>> FindArticlesAsync(
        string? text, ArticleSearchFilter filter, int page, int count, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = Query.Parse(text);
        var marks = new List<IReadOnlyList<string>>();
        if (filter.SourceId is { } source) marks.Add([Mark.Source(source)]);
        if (filter.Language is { } language) marks.Add([Mark.Language(language)]);
        if (Months(filter.Since, filter.Until ?? now.AddDays(1)) is { } months) marks.Add(months);
        var conditions = Articles.Public
            + (filter.SourceId is null ? "" : " AND a.source_id = @SourceId")
            + (filter.Since is null ? "" : " AND a.wire_time >= @Since")
            + (filter.Until is null ? "" : " AND a.wire_time < @Until");
        var lookup = new Lookup("article_words", "articles a", "a.id, a.title, a.excerpt, a.wire_time AS time", query, marks, conditions, filter) { Most = Most };
        return FindAsync(lookup, page, count, now, Articles.ListLinesAsync, "articles", cancel);
    }

    /// <summary>A page (0 is the first) of the posts that a reader may see and that fit.</summary>
    public Task<SearchPage<PostLine>> FindPostsAsync(
        string? text, PostSearchFilter filter, int page, int count, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var conditions = Posts.Public
            + (filter.Persona is null ? "" : " AND p.persona = @Persona")
            + (filter.Kind is null ? "" : " AND p.kind = @Kind")
            + (filter.Tag is null ? "" : " AND EXISTS (SELECT 1 FROM post_tags t WHERE t.post_id = p.id AND t.tag = @Tag)")
            + (filter.Since is null ? "" : " AND p.published >= @Since")
            + (filter.Until is null ? "" : " AND p.published < @Until");
        var values = new { filter.Persona, filter.Kind, filter.Tag, filter.Since, filter.Until, now };
        var lookup = new Lookup("post_words", "posts p", "p.id, p.title, coalesce(p.summary, p.excerpt) AS excerpt, p.published AS time", Query.Parse(text), [], conditions, values) { Most = Most };
        return FindAsync(lookup, page, count, now, Posts.ListLinesAsync, "posts", cancel);
    }

    private Task<SearchPage<T>> FindAsync<T>(
        Lookup lookup, int page, int count, DateTimeOffset now, Func<Session, IReadOnlyList<long>, Task<Dictionary<long, T>>> load, string table, CancellationToken cancel)
        where T : notnull
    {
        if (lookup.Query.Wanted.Count == 0) return Task.FromResult(new SearchPage<T>([], 0, false));
        return db.ReadAsync(async session =>
        {
            var patience = new Patience(db.Clock, Enough);
            lookup = lookup with { Patience = patience };
            var newest = await db.Dialect.Search.ListAsync<Candidate>(session, lookup);
            var more = newest.Count == lookup.Most || patience.GaveUp;
            var inTitle = newest.Count == lookup.Most ? await db.Dialect.Search.ListAsync<Candidate>(session, lookup with { InTitle = true }) : [];
            var relevance = new Relevance(lookup.Query);
            var ranked = newest.Concat(inTitle).DistinctBy(row => row.Id)
                .OrderByDescending(row => relevance.Of(row.Title, row.Excerpt, now - row.Time))
                .ThenByDescending(row => row.Time).ThenByDescending(row => row.Id)
                .ToList();
            var shown = ranked.Skip((int)Math.Min((long)Math.Max(0, page) * count, int.MaxValue)).Take(count).ToList();
            if (shown.Count == 0) return new SearchPage<T>([], ranked.Count, more);
            long[] ids = [.. shown.Select(row => row.Id)];
            var items = await load(session, ids);
            var texts = (await session.ListByKeysAsync<Body, long>($"SELECT id, substr(text, 1, {MostLettersOfASnippet}) AS text FROM {table} WHERE id IN @keys", ids))
                .ToDictionary(body => body.Id, body => body.Text);
            return new SearchPage<T>([.. shown.Where(row => items.ContainsKey(row.Id) && texts.ContainsKey(row.Id)).Select(row =>
                new Found<T>(items[row.Id], Snippet.Whole(row.Title, lookup.Query), Snippet.Of(texts[row.Id], lookup.Query)))], ranked.Count, more);
        }, cancel);
    }

    private static List<string>? Months(DateTimeOffset? since, DateTimeOffset until)
    {
        if (since is not { } first || first >= until) return null;
        var month = new DateTimeOffset(first.UtcDateTime.Year, first.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var marks = new List<string>();
        for (; month < until && marks.Count <= MostMonths && month.Year < 9999; month = month.AddMonths(1)) marks.Add(Mark.Month(month));
        return marks.Count <= MostMonths ? marks : null;
    }
}
