using System.Text;

namespace NewsDesk.Archive;

/// <summary>Writes copies of an archive to files, and brings them back.</summary>
public sealed class ArchiveCopies(ArchiveDatabase db)
{
    private static readonly (byte[] Begin, string Dialect, string Name)[] Kinds =
        [("SQLite format 3\0"u8.ToArray(), "sqlite", "SQLite"), ("PGDMP"u8.ToArray(), "postgres", "PostgreSQL")];

    /// <summary>
    /// Writes a consistent copy while the archive is in use; the file gets its name when it is complete. <paramref name="tool"/> is the path of
    /// pg_dump where it is needed and not found.
    /// </summary>
    public async Task BackUpAsync(string file, string? tool = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = Path.GetFullPath(file);
        if (path == Path.GetFullPath(db.Dialect.Place)) throw new ArchiveException($"{file}: this is the archive itself; name another file for the copy.");
        await OnDiskAsync(file, () => db.Dialect.BackUpAsync(path, tool, cancel));
    }

    /// <summary>Puts a copy in the place of this archive. One that holds articles or posts is replaced only when <paramref name="replace"/> says so.</summary>
    public async Task RestoreAsync(string file, bool replace, string? tool = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(file)) throw new ArchiveException($"{file}: there is no such file.");
        var kind = await KindAsync(file, cancel);
        if (kind.Dialect != db.Dialect.Name)
        {
            throw new ArchiveException(
                $"{file}: this is a copy of an archive on {kind.Name}, and {db.Dialect.Place} is not one. Restore it there, then move it with `newsdesk archive copy --to CONNECTION`.");
        }

        var rows = await db.ReadAsync(session => session.ValueAsync<long>("""
            SELECT (SELECT count(*) FROM (SELECT 1 FROM articles LIMIT 1) a) + (SELECT count(*) FROM (SELECT 1 FROM posts LIMIT 1) p)
            """), cancel);
        if (rows > 0 && !replace)
            throw new ArchiveException($"{db.Dialect.Place}: this archive is not empty. Back it up, then say --replace to put {file} in its place.");
        await OnDiskAsync(file, () => db.Dialect.RestoreAsync(Path.GetFullPath(file), tool, cancel));
        // An older copy is brought up to date; a newer one is refused here, with the reason.
        await db.WriteAsync(session => Schema.Upgrade.ApplyAsync(session, db.Dialect, db.Clock.GetUtcNow()), cancel);
        await db.WriteAsync(session => ArchiveRebuild.IfWordsChangedAsync(session, db.Dialect.Search), cancel);
    }

    /// <summary>Moves a damaged file and what lies beside it out of the way, for a new archive to begin there; where it is now.</summary>
    public static string SetAside(ArchiveConnection.SqliteFile damaged, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(damaged);
        var aside = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{damaged.Path}.damaged-{now:yyyyMMddHHmmss}");
        foreach (var end in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(damaged.Path + end)) File.Move(damaged.Path + end, aside + end);
        }

        return aside;
    }

    private static async Task<(string Dialect, string Name)> KindAsync(string file, CancellationToken cancel)
    {
        var begin = new byte[16];
        await using (var read = File.OpenRead(file)) _ = await read.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancel);
        foreach (var kind in Kinds)
        {
            if (begin.AsSpan().StartsWith(kind.Begin)) return (kind.Dialect, kind.Name);
        }

        throw new ArchiveException($"{file}: this is no copy of an archive ({Encoding.ASCII.GetString(begin[..5]).Trim('\0')}…); name a file that `newsdesk archive backup` wrote.");
    }

    private async Task OnDiskAsync(string file, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (System.Data.Common.DbException error) when (db.Dialect.Explain(error) is { } sentence)
        {
            throw new ArchiveException($"{file}: {sentence}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"{file}: the file cannot be written or read ({error.Message}); look at its folder and the room on the disk.", error);
        }
    }
}
