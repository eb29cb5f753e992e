namespace NewsDesk.Archive;

/// <summary>Small things that the house must remember by name.</summary>
public sealed class Notes(ArchiveDatabase db)
{
    public Task<string?> FindAsync(string name, CancellationToken cancel = default) => db.ReadAsync(session => FindAsync(session, name), cancel);

    public Task<int> SaveAsync(string name, string value, CancellationToken cancel = default) => db.WriteAsync(session => SaveAsync(session, name, value), cancel);

    internal static Task<string?> FindAsync(Session session, string name) =>
        session.FindAsync<string>("SELECT value FROM settings WHERE name = @name", new { name });

    internal static Task<int> SaveAsync(Session session, string name, string value) => session.ExecuteAsync(
        "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value });
}
