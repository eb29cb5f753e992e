namespace NewsDesk.Archive;

/// <summary>The places that the desk watches.</summary>
public sealed class Sources(ArchiveDatabase db)
{
    internal const string Columns = """
        id, kind, url, title, site_url, category, language, weight, whole_page, active, added, etag, last_modified, body_hash,
        visited, succeeded, last_new, next_due, every_seconds, failures, last_error, claimed_by, claimed_until
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
        {
            var before = await session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE url = @Url", row);
            var id = await session.ValueAsync<long>("""
                INSERT INTO sources (kind, url, title, site_url, category, language, weight, whole_page, active, added, next_due, every_seconds)
                VALUES (@Kind, @Url, @Title, @SiteUrl, @Category, @Language, @Weight, @WholePage, @Active, @Added, @NextDue, @EverySeconds)
                ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, title = excluded.title, site_url = excluded.site_url,
                    category = excluded.category, language = excluded.language, weight = excluded.weight,
                    whole_page = excluded.whole_page, active = excluded.active
                RETURNING id
                """, row);
            if (before is not null && before.Category != row.Category)
                await session.ExecuteAsync("UPDATE articles SET category = @Category WHERE source_id = @id", new { row.Category, id });
            return id;
        }, cancel, byAPerson: true);
    }

    public Task<Source?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE id = @id", new { id }), cancel);

    public Task<Source?> FindByUrlAsync(string url, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Source>($"SELECT {Columns} FROM sources WHERE url = @url", new { url }), cancel);

    /// <summary>All of them, also those no longer watched, by title.</summary>
    public async Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancel = default)
    {
        var all = await db.ReadAsync(session => session.ListAsync<Source>($"SELECT {Columns} FROM sources"), cancel);
        // Sorted here: the two databases do not agree on letters.
        return [.. all.OrderBy(source => source.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(source => source.Id)];
    }
}
