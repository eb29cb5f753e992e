namespace NewsDesk.Archive;

/// <summary>Who may write here, and how they show who they are. Each change waits until the disk has it.</summary>
public sealed class Editors(ArchiveDatabase db)
{
    private const string Columns = "id, name, display_name, role, active, added";

    /// <summary>Adds an editor, or changes the one of that name; the id.</summary>
    public Task<long> SaveAsync(Editor editor, CancellationToken cancel = default) => db.WriteAsync(session => session.ValueAsync<long>("""
        INSERT INTO editors (name, display_name, role, active, added) VALUES (@Name, @DisplayName, @Role, @Active, @Added)
        ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, role = excluded.role, active = excluded.active
        RETURNING id
        """, editor), cancel, byAPerson: true);

    public Task<Editor?> FindAsync(long id, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Editor>($"SELECT {Columns} FROM editors WHERE id = @id", new { id }), cancel);

    public Task<Editor?> FindByNameAsync(string name, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.FindAsync<Editor>($"SELECT {Columns} FROM editors WHERE name = @name", new { name }), cancel);

    public Task<IReadOnlyList<Editor>> ListAsync(CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Editor>($"SELECT {Columns} FROM editors ORDER BY name"), cancel);

    public Task<long> AddCredentialAsync(Credential credential, CancellationToken cancel = default) => db.WriteAsync(session => session.ValueAsync<long>("""
        INSERT INTO credentials (editor_id, kind, label, proof, added, used) VALUES (@EditorId, @Kind, @Label, @Proof, @Added, @Used) RETURNING id
        """, credential), cancel, byAPerson: true);

    public Task<IReadOnlyList<Credential>> ListCredentialsAsync(long editorId, CancellationToken cancel = default) =>
        db.ReadAsync(session => session.ListAsync<Credential>("""
            SELECT id, editor_id, kind, label, proof, added, used FROM credentials WHERE editor_id = @editorId ORDER BY id
            """, new { editorId }), cancel);

    public Task<bool> RemoveCredentialAsync(long id, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("DELETE FROM credentials WHERE id = @id", new { id }), cancel, byAPerson: true);

    public Task<bool> MarkUsedAsync(long credentialId, DateTimeOffset now, CancellationToken cancel = default) =>
        db.WriteAsync(async session => 1 == await session.ExecuteAsync("UPDATE credentials SET used = @now WHERE id = @credentialId", new { credentialId, now }), cancel);
}
