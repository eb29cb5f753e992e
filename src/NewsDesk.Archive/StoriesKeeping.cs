using System.Text.Json;

namespace NewsDesk.Archive;

/// <summary>How the newsroom keeps stories: what waits to be grouped, what was decided, what is to be told anew. One node at a time does this work.</summary>
public sealed class StoriesKeeping(ArchiveDatabase db)
{
    private const string ClaimName = "grouping";

    private const string Columns = """
        a.id, a.url, a.title, a.publisher, s.title AS source_title, s.weight AS source_weight, a.published, a.wire_time, a.language, a.story_id, a.text
        """;

    private const string From = "FROM articles a JOIN sources s ON s.id = a.source_id";

    /// <summary>
    /// Gives the work to this node until a moment. What it remembers of stories still holds when it had the work all the time since;
    /// false in the answer's second part says that another node may have done some.
    /// </summary>
    public Task<(bool IsMine, bool WasMine)> ClaimAsync(string node, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) =>
        db.WriteAsync(async session =>
        {
            var before = await session.FindAsync<string>("SELECT node FROM claims WHERE name = @name", new { name = ClaimName });
            var mine = 1 == await session.ExecuteAsync("""
                INSERT INTO claims (name, node, until) VALUES (@name, @node, @until)
                ON CONFLICT (name) DO UPDATE SET node = excluded.node, until = excluded.until WHERE claims.node = @node OR claims.until <= @now
                """, new { name = ClaimName, node, now, until });
            return (mine, before == node);
        }, cancel);

    /// <summary>Lets the work go, so that another node need not wait; the name stays, to tell whether one came between.</summary>
    public Task<int> LetGoAsync(string node, DateTimeOffset now, CancellationToken cancel = default) =>
        db.WriteAsync(session => session.ExecuteAsync("UPDATE claims SET until = @now WHERE name = @name AND node = @node", new { name = ClaimName, node, now }), cancel);

    /// <summary>Articles that are in no story yet, in the order in which they came.</summary>
    public Task<IReadOnlyList<ArrivedArticle>> ListUngroupedAsync(int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<ArrivedArticle>($"""
            SELECT {Columns}, a.html {From} WHERE a.story_id IS NULL ORDER BY a.id LIMIT @most
            """, new { most }), cancel);

    /// <summary>The id after which the newest <paramref name="most"/> articles come.</summary>
    public Task<long> FindWindowAsync(int most, CancellationToken cancel = default) =>
        db.ReadAsync(async session => await session.FindAsync<long?>("SELECT id FROM articles ORDER BY id DESC LIMIT 1 OFFSET @most", new { most }) ?? 0, cancel);

    /// <summary>Grouped articles after an id, in the order in which they came, with what was kept of each to fill the window again.</summary>
    public Task<IReadOnlyList<RememberedArticle>> ListGroupedAsync(long after, int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<RememberedArticle>("""
            SELECT a.id, a.published, a.story_id, j.pinned, k.sketch
            FROM articles a LEFT JOIN story_joins j ON j.article_id = a.id LEFT JOIN story_sketches k ON k.article_id = a.id
            WHERE a.id > @after AND a.story_id IS NOT NULL ORDER BY a.id LIMIT @most
            """, new { after, most }), cancel);

    /// <summary>Articles to be read again; of each text only its beginning.</summary>
    public Task<IReadOnlyList<ArrivedArticle>> ListBeginningsAsync(IReadOnlyCollection<long> articles, int textLength, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListByKeysAsync<ArrivedArticle, long>("""
            SELECT a.id, a.url, a.title, a.publisher, a.published, a.language, substr(a.text, 1, @and) AS text FROM articles a WHERE a.id IN @keys
            """, articles, textLength), cancel);

    /// <summary>Keeps what was read of articles.</summary>
    public Task<int> KeepSketchesAsync(IReadOnlyCollection<(long Article, string Sketch)> read, CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        foreach (var (article, sketch) in read) await KeepSketchAsync(session, article, sketch);
        return read.Count;
    }, cancel);

    /// <summary>The articles of a story that the public may see, in the order of their times.</summary>
    public Task<IReadOnlyList<ArrivedArticle>> ListMembersAsync(long storyId, int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<ArrivedArticle>($"""
            SELECT {Columns} {From} WHERE a.story_id = @storyId AND a.withdrawn IS NULL ORDER BY a.wire_time, a.id LIMIT @most
            """, new { storyId, most }), cancel);

    /// <summary>How many articles the public may see of a story, and the time of the newest.</summary>
    public Task<(int Articles, DateTimeOffset Latest)> CountMembersAsync(long storyId, CancellationToken cancel = default) =>
        db.ReadAsync(async session =>
        {
            var (articles, latest) = await session.FindAsync<(long Articles, long Latest)>("""
                SELECT count(*) AS articles, coalesce(max(wire_time), 0) AS latest FROM articles WHERE story_id = @storyId AND withdrawn IS NULL
                """, new { storyId });
            return ((int)articles, DateTimeOffset.FromUnixTimeMilliseconds(latest));
        }, cancel);

    /// <summary>The articles of a story whose figures are noted.</summary>
    public Task<IReadOnlySet<long>> ListWithFiguresAsync(long storyId, CancellationToken cancel = default) =>
        db.ReadAsync<IReadOnlySet<long>>(async session => (await session.ListAsync<long>("""
            SELECT a.id FROM articles a WHERE a.story_id = @storyId AND EXISTS (SELECT 1 FROM figures f WHERE f.article_id = a.id)
            """, new { storyId })).ToHashSet(), cancel);

    /// <summary>The stories of these articles, for those that are in one.</summary>
    public Task<IReadOnlyDictionary<long, long>> ListPlacesAsync(IReadOnlyCollection<long> articles, CancellationToken cancel = default) =>
        db.ReadAsync<IReadOnlyDictionary<long, long>>(async session => (await session.ListByKeysAsync<(long Id, long Story), long>(
            "SELECT id, story_id FROM articles WHERE id IN @keys AND story_id IS NOT NULL", articles)).ToDictionary(one => one.Id, one => one.Story), cancel);

    /// <summary>One article of a story, the first that came; null when there is none.</summary>
    public Task<long?> FindArticleOfAsync(long storyId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<long?>("SELECT min(id) FROM articles WHERE story_id = @storyId", new { storyId }), cancel);

    /// <summary>The highest number that a story ever had.</summary>
    public Task<long> LastStoryAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ValueAsync<long>("""
            SELECT CASE WHEN s.last > m.last THEN s.last ELSE m.last END
            FROM (SELECT coalesce(max(id), 0) AS last FROM stories) s, (SELECT coalesce(max(from_id), 0) AS last FROM story_moves) m
            """), cancel);

    /// <summary>Pairs of stories that editors parted.</summary>
    public Task<IReadOnlyList<(long Low, long High)>> ListPartedAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<(long Low, long High)>("SELECT low, high FROM story_parted ORDER BY low, high"), cancel);

    /// <summary>Files what was decided, one after the other, all or nothing.</summary>
    public Task<int> FileAsync(IReadOnlyList<FiledArticle> filed, CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        foreach (var one in filed)
        {
            foreach (var (_, into, _) in one.Splits) await OpenAsync(session, into);
            if (one.IsNew)
            {
                await session.ExecuteAsync("""
                    INSERT INTO stories (id, title, language, began, latest, articles, outlets, follows, rank)
                    VALUES (@Story, @Title, @Language, @WireTime, @WireTime, 1, 1, (SELECT id FROM stories WHERE id = @Follows), @Rank)
                    """, new { one.Story, one.Article.Title, one.Article.Language, one.Article.WireTime, one.Follows, Rank = one.Article.WireTime.ToUnixTimeMilliseconds() });
                // What the earlier story's page shows is another thing now: it says what came of it.
                if (one.Follows is not null) await session.ExecuteAsync("UPDATE stories SET stale = TRUE WHERE id = @Follows", new { one.Follows });
            }
            else
            {
                await session.ExecuteAsync("""
                    INSERT INTO story_joins (article_id, copy_of, reasons) VALUES (@Id, @CopyOf, @Reasons)
                    ON CONFLICT (article_id) DO UPDATE SET copy_of = excluded.copy_of, pinned = FALSE, reasons = excluded.reasons
                    """, new { one.Article.Id, one.CopyOf, one.Reasons });
                await session.ExecuteAsync("UPDATE stories SET stale = TRUE WHERE id = @Story AND NOT stale", new { one.Story });
            }

            await session.ExecuteAsync("UPDATE articles SET story_id = @Story WHERE id = @Id", new { one.Story, one.Article.Id });
            if (one.Sketch is { } sketch) await KeepSketchAsync(session, one.Article.Id, sketch);
            foreach (var (from, into) in one.Merges) await MergeAsync(session, from, into);
            foreach (var (from, into, articles) in one.Splits)
            {
                foreach (var article in articles) await session.ExecuteAsync("UPDATE articles SET story_id = @into WHERE id = @article", new { article, into });
                await session.ExecuteAsync("UPDATE stories SET stale = TRUE WHERE id = @from AND NOT stale", new { from });
            }
        }

        return filed.Count;
    }, cancel);

    /// <summary>Stories of which an article came, went or changed since they were told.</summary>
    public Task<IReadOnlyList<long>> ListStaleAsync(int most, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<long>("SELECT id FROM stories WHERE stale ORDER BY id LIMIT @most", new { most }), cancel);

    /// <summary>Writes how a story is told now, and the figures of its articles. One that lost all its articles is taken away.</summary>
    public Task<int> TellAsync(Story story, IReadOnlyDictionary<long, IReadOnlyList<Figure>> figures, CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        foreach (var (article, stated) in figures.OrderBy(one => one.Key)) await Figures.ReplaceAsync(session, article, stated);
        return await session.ExecuteAsync("""
            UPDATE stories SET title = @Title, language = @Language, began = @Began, latest = @Latest, articles = @Articles, outlets = @Outlets,
                rank = @Rank, details = @Details, stale = FALSE
            WHERE id = @Id
            """, story);
    }, cancel);

    /// <summary>Of a story that the public sees nothing of any more.</summary>
    public Task<int> HideAsync(long storyId, CancellationToken cancel = default) => db.WriteAsync(session => session.ExecuteAsync("""
        UPDATE stories SET articles = 0, outlets = 0, details = '{}', stale = FALSE WHERE id = @storyId
        """, new { storyId }), cancel);

    /// <summary>The addresses of those articles of these stories that a post answers or shows.</summary>
    public Task<IReadOnlyList<string>> ListAnsweredAsync(IReadOnlyCollection<long> storyIds, CancellationToken cancel = default) =>
        db.ReadAsync<IReadOnlyList<string>>(async session => [.. (await session.ListByKeysAsync<string, long>("""
            SELECT a.url FROM articles a WHERE a.story_id IN @keys
                AND (EXISTS (SELECT 1 FROM post_originals o WHERE o.url = a.url) OR EXISTS (SELECT 1 FROM post_citations c WHERE c.url = a.url))
            """, storyIds)).Distinct(StringComparer.Ordinal)], cancel);

    /// <summary>Notes an editor's decision; the node that groups carries it out.</summary>
    public Task<long> DecideAsync(StoryDecided decision, CancellationToken cancel = default) => db.WriteAsync(session => session.ValueAsync<long>("""
        INSERT INTO story_decisions (decided, editor_id, kind, articles, beside) VALUES (@Decided, @EditorId, @Kind, @Articles, @Beside) RETURNING id
        """, decision with { Decided = decision.Decided == default ? db.Clock.GetUtcNow() : decision.Decided }), cancel, byAPerson: true);

    /// <summary>Decisions that wait to be carried out, in order.</summary>
    public Task<IReadOnlyList<StoryDecided>> ListWaitingAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<StoryDecided>("""
            SELECT id, decided, editor_id, kind, articles, beside, after_article, outcome FROM story_decisions WHERE outcome IS NULL ORDER BY id
            """), cancel);

    /// <summary>All decisions, in order.</summary>
    public Task<IReadOnlyList<StoryDecided>> ListDecisionsAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<StoryDecided>("""
            SELECT id, decided, editor_id, kind, articles, beside, after_article, outcome FROM story_decisions ORDER BY id
            """), cancel);

    /// <summary>
    /// Carries a decision out: articles that go into other stories, stories that go into others whole, what stays parted from now on, and what became of it.
    /// </summary>
    public Task<int> CarryOutAsync(StoryDecided decision, DecisionOutcome outcome, CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        foreach (var fresh in outcome.Moved.Select(move => move.Story).Distinct().Order()) await OpenAsync(session, fresh);

        foreach (var (article, story) in outcome.Moved)
        {
            await MarkStaleAsync(session, article);
            await session.ExecuteAsync("UPDATE articles SET story_id = @story WHERE id = @article", new { article, story });
            await MarkStaleAsync(session, article);
            await session.ExecuteAsync("""
                INSERT INTO story_joins (article_id, pinned, reasons) VALUES (@article, TRUE, '[]') ON CONFLICT (article_id) DO UPDATE SET pinned = TRUE
                """, new { article });
        }

        foreach (var (from, into) in outcome.Merged) await MergeAsync(session, from, into);
        await SetPartedAsync(session, outcome.Parted);
        return await session.ExecuteAsync("UPDATE story_decisions SET outcome = @Sentence, after_article = @AfterArticle WHERE id = @Id",
            new { outcome.Sentence, outcome.AfterArticle, decision.Id });
    }, cancel);

    /// <summary>Forgets every story, so that all articles are grouped again from the first one on; what editors decided is kept, and done again in its place.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel = default) => db.WriteAsync(async session =>
    {
        await session.ExecuteAsync("DELETE FROM story_joins WHERE 1 = 1");
        await session.ExecuteAsync("DELETE FROM story_sketches WHERE 1 = 1");
        await session.ExecuteAsync("DELETE FROM story_moves WHERE 1 = 1");
        await session.ExecuteAsync("DELETE FROM story_parted WHERE 1 = 1");
        var articles = await session.ExecuteAsync("UPDATE articles SET story_id = NULL WHERE story_id IS NOT NULL");
        await session.ExecuteAsync("UPDATE stories SET follows = NULL WHERE follows IS NOT NULL");
        await session.ExecuteAsync("DELETE FROM stories WHERE 1 = 1");
        await session.ExecuteAsync("UPDATE story_decisions SET outcome = NULL WHERE outcome IS NOT NULL");
        return articles;
    }, cancel);

    /// <summary>The story of an article is to be told anew.</summary>
    internal static Task<int> MarkStaleAsync(Session session, long articleId) =>
        session.ExecuteAsync("UPDATE stories SET stale = TRUE WHERE NOT stale AND id = (SELECT story_id FROM articles WHERE id = @articleId)", new { articleId });

    /// <summary>A story that is told when its articles are in it.</summary>
    private static Task<int> OpenAsync(Session session, long fresh) => session.ExecuteAsync("""
        INSERT INTO stories (id, title, began, latest, stale) SELECT @fresh, '', 0, 0, TRUE WHERE NOT EXISTS (SELECT 1 FROM stories WHERE id = @fresh)
        """, new { fresh });

    private static Task<int> KeepSketchAsync(Session session, long article, string sketch) => session.ExecuteAsync("""
        INSERT INTO story_sketches (article_id, sketch) SELECT id, @sketch FROM articles WHERE id = @article
        ON CONFLICT (article_id) DO UPDATE SET sketch = excluded.sketch
        """, new { article, sketch });

    private static async Task SetPartedAsync(Session session, IReadOnlyList<(long Low, long High)> parted)
    {
        await session.ExecuteAsync("DELETE FROM story_parted WHERE 1 = 1");
        foreach (var (low, high) in parted) await session.ExecuteAsync("INSERT INTO story_parted (low, high) VALUES (@low, @high)", new { low, high });
    }

    private static async Task MergeAsync(Session session, long from, long into)
    {
        var both = new { from, into };
        await session.ExecuteAsync("UPDATE articles SET story_id = @into WHERE story_id = @from", both);
        await session.ExecuteAsync("UPDATE stories SET follows = CASE WHEN id = @into THEN NULL ELSE CAST(@into AS BIGINT) END WHERE follows = @from", both);
        await session.ExecuteAsync("UPDATE story_moves SET into_id = @into WHERE into_id = @from", both);
        await session.ExecuteAsync("INSERT INTO story_moves (from_id, into_id) VALUES (@from, @into) ON CONFLICT (from_id) DO UPDATE SET into_id = excluded.into_id", both);
        await session.ExecuteAsync("DELETE FROM stories WHERE id = @from", both);
        await session.ExecuteAsync("UPDATE stories SET stale = TRUE WHERE id = @into", both);
    }
}

/// <summary>An article as it is grouped and told.</summary>
public sealed record ArrivedArticle
{
    public long Id { get; init; }

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Publisher { get; init; }

    public string SourceTitle { get; init; } = "";

    public double SourceWeight { get; init; } = 1;

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset WireTime { get; init; }

    public string? Language { get; init; }

    public long? StoryId { get; init; }

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";
}

/// <summary>An article that has its story, as the window is filled with it.</summary>
public sealed record RememberedArticle
{
    public long Id { get; init; }

    public DateTimeOffset? Published { get; init; }

    public long StoryId { get; init; }

    /// <summary>An editor put it into its story.</summary>
    public bool Pinned { get; init; }

    /// <summary>What is compared of it; null when it was not kept yet.</summary>
    public string? Sketch { get; init; }
}

/// <summary>Where an article was filed, and which stories became one by it.</summary>
public sealed record FiledArticle(
    ArrivedArticle Article, long Story, bool IsNew, long? Follows, long? CopyOf, string Reasons, IReadOnlyList<(long From, long Into)> Merges)
{
    /// <summary>Stories that turned out to be two with this article, and which articles went from one into the other.</summary>
    public IReadOnlyList<(long From, long Into, IReadOnlyList<long> Articles)> Splits { get; init; } = [];

    /// <summary>What is kept of the article to fill the window again.</summary>
    public string? Sketch { get; init; }
}

/// <summary>What an editor decided about articles and their stories.</summary>
public sealed record StoryDecided
{
    public long Id { get; init; }

    public DateTimeOffset Decided { get; init; }

    public long? EditorId { get; init; }

    /// <summary><c>merge</c>, <c>split</c> or <c>move</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of their ids.</summary>
    public required string Articles { get; init; }

    /// <summary>An article of the story that they go into; null for a story of their own.</summary>
    public long? Beside { get; init; }

    /// <summary>The last article that was grouped when it was carried out.</summary>
    public long? AfterArticle { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<long> ArticleIds => JsonSerializer.Deserialize<long[]>(Articles) ?? [];
}

/// <summary>What carrying out a decision came to.</summary>
public sealed record DecisionOutcome(string Sentence, long AfterArticle)
{
    public IReadOnlyList<(long Article, long Story)> Moved { get; init; } = [];

    public IReadOnlyList<(long From, long Into)> Merged { get; init; } = [];

    /// <summary>All that editors have parted, from now on.</summary>
    public IReadOnlyList<(long Low, long High)> Parted { get; init; } = [];
}
