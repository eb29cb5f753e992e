namespace NewsDesk.Archive;

/// <summary>Every text that an editor saved: nothing that was written is ever lost.</summary>
public sealed class Revisions(ArchiveDatabase db)
{
    private const string Columns = "id, path, saved, editor_id, note, hash, text";

    /// <summary>Waits until the disk has it. A text that is the same as the last one of its path is not kept twice; the id of the kept one.</summary>
    public Task<long> AddAsync(Revision revision, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var row = revision with { Path = Storable.Key(revision.Path), Hash = Storable.Fingerprint(Storable.Text(revision.Text)) };
        return db.WriteAsync(async session =>
        {
            var last = await session.FindAsync<Revision>($"SELECT {Columns} FROM revisions WHERE path = @Path ORDER BY saved DESC, id DESC LIMIT 1", row);
            return last?.Hash == row.Hash
                ? last.Id
                : await session.ValueAsync<long>("""
                    INSERT INTO revisions (path, saved, editor_id, note, hash, text) VALUES (@Path, @Saved, @EditorId, @Note, @Hash, @Text) RETURNING id
                    """, row);
        }, cancel, byAPerson: true);
    }

    public Task<Revision?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Revision>($"SELECT {Columns} FROM revisions WHERE id = @id", new { id }), cancel);

    /// <summary>Of one file, newest first.</summary>
    public Task<IReadOnlyList<Revision>> ListAsync(string path, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Revision>($"SELECT {Columns} FROM revisions WHERE path = @key ORDER BY saved DESC, id DESC", new { key = Storable.Key(path) }), cancel);
}
