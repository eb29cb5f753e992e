namespace NewsDesk.Archive;

/// <summary>What became of the watched sources when a list was taken over.</summary>
public sealed record ListTaken(int Added, int Changed, int Removed);

/// <summary>The places that the desk watches.</summary>
public sealed class Sources(ArchiveDatabase db)
{
    internal const string Columns = """
        id, kind, url, title, site_url, category, language, weight, whole_page, active, added, etag, last_modified, body_hash,
        visited, succeeded, last_new, next_due, every_seconds, failures, last_error, claimed_by, claimed_until,
        reading, wishes, last_published, retired, moved_to, moves, pages_waiting
        """;

    /// <summary>
    /// Adds a source or, when its address is known, takes over how it is described; how its visits went is left as it is. Its id.
    /// </summary>
    public Task<long> SaveAsync(Source source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!Storable.FitsAKey(source.Url))
            throw new ArchiveException($"{source.Url[..80]}…: the source's address is longer than {Storable.MaxKeyBytes} bytes; give a shorter one.");
        var row = source with
        {
            Added = source.Added == default ? db.Clock.GetUtcNow() : source.Added,
            Category = source.Category is { } category ? Storable.Key(category) : null,
        };
        return db.WriteAsync(async session =>
            await DescribeAsync(session, row, await session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE url = @Url", row)), cancel, byAPerson: true);
    }

    /// <summary>
    /// Makes the sources that are watched those of a list, in one step: what is new in it is added, what is described otherwise is taken over, what is
    /// no longer in it is not watched any more and keeps its articles. How visits went is left as it is.
    /// </summary>
    public Task<ListTaken> TakeListAsync(IReadOnlyList<Source> listed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var now = db.Clock.GetUtcNow();
        Source[] rows = [.. listed.Where(source => Storable.FitsAKey(source.Url)).DistinctBy(source => source.Url, StringComparer.Ordinal).Select(source => source with
        {
            Url = Storable.Text(source.Url),
            Added = source.Added == default ? now : source.Added,
            Category = source.Category is { } category ? Storable.Key(category) : null,
        }).OrderBy(source => source.Url, StringComparer.Ordinal)];
        return db.WriteAsync(session => TakeListAsync(session, rows), cancel, byAPerson: true);
    }

    private static async Task<ListTaken> TakeListAsync(Session session, Source[] rows)
    {
        var known = (await session.ListAsync<Source>($"SELECT {Columns} FROM sources ORDER BY url")).ToDictionary(source => source.Url, StringComparer.Ordinal);
        var (added, changed, removed) = (0, 0, 0);
        foreach (var row in rows)
        {
            var before = known.GetValueOrDefault(row.Url) ?? await FollowMoveAsync(session, row, known, rows);
            if (before is not null && SameWords(before, row)) continue;
            await DescribeAsync(session, row, before);
            if (before is null) added++;
            else changed++;
        }

        var wanted = rows.Select(row => row.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in known.Values.Where(source => source.Active && !wanted.Contains(source.Url)))
            removed += await session.ExecuteAsync("UPDATE sources SET active = FALSE WHERE id = @Id AND url = @Url", gone);
        return new ListTaken(added, changed, removed);
    }

    /// <summary>The operator followed the source to where it had told us that it moved: it is the same one.</summary>
    private static async Task<Source?> FollowMoveAsync(Session session, Source row, Dictionary<string, Source> known, Source[] rows)
    {
        var moved = known.Values.FirstOrDefault(source => source.MovedTo == row.Url && !Array.Exists(rows, other => other.Url == source.Url));
        if (moved is null) return null;
        await session.ExecuteAsync("UPDATE sources SET url = @Url, moved_to = NULL, moves = 0 WHERE id = @Id", new { row.Url, moved.Id });
        return moved with { Url = row.Url, Active = false };
    }

    private static bool SameWords(Source one, Source other) =>
        (one.Kind, one.Title, one.SiteUrl, one.Category, one.Language, one.Weight, one.WholePage, one.Active, one.Reading)
        == (other.Kind, other.Title, other.SiteUrl, other.Category, other.Language, other.Weight, other.WholePage, other.Active, other.Reading);

    private static async Task<long> DescribeAsync(Session session, Source row, Source? before)
    {
        var id = await session.ValueAsync<long>("""
            INSERT INTO sources (kind, url, title, site_url, category, language, weight, whole_page, active, added, next_due, every_seconds, reading)
            VALUES (@Kind, @Url, @Title, @SiteUrl, @Category, @Language, @Weight, @WholePage, @Active, @Added, @NextDue, @EverySeconds, @Reading)
            ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, title = excluded.title, site_url = excluded.site_url,
                category = excluded.category, language = excluded.language, weight = excluded.weight,
                whole_page = excluded.whole_page, active = excluded.active, reading = excluded.reading
            RETURNING id
            """, row);
        // What is read otherwise from now on is due at once, and its last body is no longer one that is known.
        if (before is not null && before.Reading != row.Reading)
            await session.ExecuteAsync("UPDATE sources SET etag = NULL, last_modified = NULL, body_hash = NULL, next_due = 0 WHERE id = @id", new { id });
        if (before is not null && before.Category != row.Category)
            await session.ExecuteAsync("UPDATE articles SET category = @Category WHERE source_id = @id", new { row.Category, id });
        return id;
    }

    /// <summary>Lets a source that retired, rests after failures or is not due yet be visited at once. False when there is none of this id.</summary>
    public Task<bool> WakeAsync(long id, CancellationToken cancel = default) => db.WriteAsync(async session =>
        1 == await session.ExecuteAsync("UPDATE sources SET retired = NULL, failures = 0, next_due = 0 WHERE id = @id", new { id }), cancel, byAPerson: true);

    public Task<Source?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE id = @id", new { id }), cancel);

    public Task<Source?> FindByUrlAsync(string url, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE url = @url", new { url }), cancel);

    /// <summary>Those that readers can have heard of, by title: what is watched, and what once brought something.</summary>
    public async Task<IReadOnlyList<NamedSource>> ListNamesAsync(CancellationToken cancel = default)
    {
        var all = await db.ReadAsync(session => session.ListAsync<NamedSource>("SELECT id, title, category FROM sources WHERE active OR last_new IS NOT NULL"), cancel);
        return [.. all.OrderBy(source => source.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(source => source.Id)];
    }

    /// <summary>All of them, also those no longer watched, by title.</summary>
    public async Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancel = default)
    {
        var all = await db.ReadAsync(session => session.ListAsync<Source>($"SELECT {Columns} FROM sources"), cancel);
        // Sorted here: the two databases do not agree on letters.
        return [.. all.OrderBy(source => source.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(source => source.Id)];
    }
}
