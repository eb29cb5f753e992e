namespace NewsDesk.Archive;

/// <summary>Which articles tell one event.</summary>
public sealed class Stories(ArchiveDatabase db)
{
    private const string Columns = "id, title, language, began, latest, articles, outlets, follows, details";

    /// <summary>Adds a story (its id is 0) or changes it; its id.</summary>
    public Task<long> SaveAsync(Story story, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        return db.WriteAsync(session => story.Id == 0
            ? session.ValueAsync<long>("""
                INSERT INTO stories (title, language, began, latest, articles, outlets, follows, details)
                VALUES (@Title, @Language, @Began, @Latest, @Articles, @Outlets, @Follows, @Details) RETURNING id
                """, story)
            : session.ValueAsync<long>("""
                UPDATE stories SET title = @Title, language = @Language, began = @Began, latest = @Latest, articles = @Articles,
                    outlets = @Outlets, follows = @Follows, details = @Details
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
}
