namespace NewsDesk.Archive;

/// <summary>Which articles tell one event.</summary>
public sealed class Stories(ArchiveDatabase db)
{
    private const string Columns = "id, title, language, began, latest, articles, outlets, follows, rank, details";

    /// <summary>Adds a story (its id is 0) or changes it; its id.</summary>
    public Task<long> SaveAsync(Story story, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        return db.WriteAsync(session => story.Id == 0
            ? session.ValueAsync<long>("""
                INSERT INTO stories (title, language, began, latest, articles, outlets, follows, rank, details)
                VALUES (@Title, @Language, @Began, @Latest, @Articles, @Outlets, @Follows, @Rank, @Details) RETURNING id
                """, story)
            : session.ValueAsync<long>("""
                UPDATE stories SET title = @Title, language = @Language, began = @Began, latest = @Latest, articles = @Articles,
                    outlets = @Outlets, follows = @Follows, rank = @Rank, details = @Details
                WHERE id = @Id RETURNING id
                """, story), cancel);
    }

    /// <summary>Puts articles into a story, or takes them out of any with null.</summary>
    public Task<int> AssignAsync(IReadOnlyCollection<long> articleIds, long? storyId, CancellationToken cancel = default) =>
        db.WriteAsync(async session =>
        {
            var changed = 0;
            foreach (var id in articleIds.Order())
                changed += await session.ExecuteAsync("UPDATE articles SET story_id = @storyId WHERE id = @id", new { id, storyId });
            return changed;
        }, cancel);

    public Task<Story?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Story>($"SELECT {Columns} FROM stories WHERE id = @id", new { id }), cancel);

    /// <summary>Those that had an article last, first.</summary>
    public Task<Slice<Story>> ListLatestAsync(Place? place, int count, CancellationToken cancel = default)
    {
        var page = new Paging(place);
        return db.ReadAsync(async session => Slice<Story>.Of(await session.ListAsync<Story>($"""
            SELECT {Columns} FROM stories WHERE 1 = 1 {page.Condition("latest", "id")}
            ORDER BY {page.Order("latest", "id")} LIMIT @Rows
            """, new { place?.Time, place?.Id, Rows = count + 1 }), count, place, story => story.Place), cancel);
    }

    /// <summary>The stories that went on from this one.</summary>
    public Task<IReadOnlyList<Story>> ListFollowingAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Story>($"SELECT {Columns} FROM stories WHERE follows = @id ORDER BY began, id", new { id }), cancel);

    /// <summary>Those that more than one outlet tells, first the freshest and broadest.</summary>
    public Task<Slice<Story>> ListRankedAsync(Place? place, int count, CancellationToken cancel = default)
    {
        var page = new Paging(place);
        return db.ReadAsync(async session => Slice<Story>.Of(await session.ListAsync<Story>($"""
            SELECT {Columns} FROM stories WHERE outlets > 1 {page.Condition("rank", "id")}
            ORDER BY {page.Order("rank", "id")} LIMIT @Rows
            """, new { place?.Time, place?.Id, Rows = count + 1 }), count, place, story => story.RankPlace), cancel);
    }

    /// <summary>Those of the ids that are there, in no order.</summary>
    public Task<IReadOnlyList<Story>> ListByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListByKeysAsync<Story, long>($"SELECT {Columns} FROM stories WHERE id IN @keys", ids), cancel);

    /// <summary>Where the articles of a story went that is no more; null when it never was, or is still there.</summary>
    public Task<long?> FindMovedAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<long?>("SELECT into_id FROM story_moves WHERE from_id = @id", new { id }), cancel);

    /// <summary>Why the articles of a story are in it, for those that joined; in the order in which they came.</summary>
    public Task<IReadOnlyList<StoryJoin>> ListJoinsAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<StoryJoin>("""
            SELECT j.article_id, j.copy_of, j.pinned, j.reasons FROM articles a JOIN story_joins j ON j.article_id = a.id
            WHERE a.story_id = @id ORDER BY j.article_id
            """, new { id }), cancel);
}

/// <summary>Why an article is in its story.</summary>
public sealed record StoryJoin
{
    public long ArticleId { get; init; }

    /// <summary>The article whose text this one has.</summary>
    public long? CopyOf { get; init; }

    /// <summary>An editor put it there.</summary>
    public bool Pinned { get; init; }

    /// <summary>JSON of what the archive does not look into.</summary>
    public string Reasons { get; init; } = "[]";
}
