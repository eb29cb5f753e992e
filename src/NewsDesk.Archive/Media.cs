namespace NewsDesk.Archive;

/// <summary>The uploaded files.</summary>
public sealed class Media(ArchiveDatabase db)
{
    private const string Columns = "id, path, hash, type, bytes, width, height, description, added, editor_id";

    /// <summary>Adds a file, or changes what is known of the one at that path; the id.</summary>
    public Task<long> SaveAsync(MediaFile file, CancellationToken cancel = default) => db.WriteAsync(session => session.ValueAsync<long>("""
        INSERT INTO media (path, hash, type, bytes, width, height, description, added, editor_id)
        VALUES (@Path, @Hash, @Type, @Bytes, @Width, @Height, @Description, @Added, @EditorId)
        ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, type = excluded.type, bytes = excluded.bytes, width = excluded.width,
            height = excluded.height, description = excluded.description, editor_id = excluded.editor_id
        RETURNING id
        """, file), cancel, byAPerson: true);

    public Task<MediaFile?> FindByPathAsync(string path, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<MediaFile>($"SELECT {Columns} FROM media WHERE path = @path", new { path }), cancel);

    /// <summary>A file with the same content, if one was uploaded before.</summary>
    public Task<MediaFile?> FindByHashAsync(string hash, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<MediaFile>($"SELECT {Columns} FROM media WHERE hash = @hash ORDER BY id LIMIT 1", new { hash }), cancel);

    public Task<Slice<MediaFile>> ListNewestAsync(Place? place, int count, CancellationToken cancel = default)
    {
        var page = new Paging(place);
        return db.ReadAsync(async session => Slice<MediaFile>.Of(await session.ListAsync<MediaFile>($"""
            SELECT {Columns} FROM media WHERE 1 = 1 {page.Condition("added", "id")} ORDER BY {page.Order("added", "id")} LIMIT @Rows
            """, new { place?.Time, place?.Id, Rows = count + 1 }), count, place, file => file.Place), cancel);
    }

    public Task<bool> RemoveAsync(string path, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("DELETE FROM media WHERE path = @path", new { path }), cancel, byAPerson: true);
}
