using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsDesk.Archive;

/// <summary>An archive that was brought back, and where the damaged one lies that was in its place.</summary>
public sealed record Restored(string Description, string? SetAside);

/// <summary>Writes copies of an archive to files, and brings them back.</summary>
public sealed class ArchiveCopies(ArchiveDatabase db)
{
    private static readonly string[] Ends = ["", "-wal", "-shm"];

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

    /// <summary>
    /// Puts a copy in the place of the archive at <paramref name="connection"/>, also of one that this program cannot open because it is newer or
    /// damaged. A damaged file is set aside, and only when the copy stands ready beside it.
    /// </summary>
    /// <exception cref="ArchiveException">The copy is none, or newer than this program, or the archive must not be replaced; then nothing was changed.</exception>
    public static async Task<Restored> RestoreAsync(string connection, string file, bool replace, string? tool, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!File.Exists(file)) throw new ArchiveException($"{file}: there is no such file.");
        _ = await KindAsync(file, cancel);
        try
        {
            await using var db = await ArchiveDatabase.OpenAsItIsAsync(connection, clock, mustBeThere: false, cancel);
            await new ArchiveCopies(db).RestoreAsync(file, replace, tool, cancel);
            return new Restored(db.Description, null);
        }
        catch (ArchiveException error) when (
            replace && IsDamage(error) && ArchiveConnection.Parse(connection, "") is ArchiveConnection.SqliteFile damaged && File.Exists(damaged.Path))
        {
            return await RestoreBesideAsync(damaged.Path, file, clock, cancel);
        }
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

        if (!replace && await HoldsSomethingAsync(cancel))
            throw new ArchiveException($"{db.Dialect.Place}: this archive is not empty. Back it up, then say --replace to put {file} in its place.");
        await OnDiskAsync(file, async () =>
        {
            // While everything is still there.
            Schema.Upgrade.Refuse(await db.Dialect.ListStepsOfCopyAsync(Path.GetFullPath(file), tool, cancel), db.Dialect, file);
            await db.Dialect.RestoreAsync(Path.GetFullPath(file), tool, cancel);
        });
        // An older copy is brought up to date.
        await db.BringUpToDateAsync(cancel);
    }

    private static async Task<Restored> RestoreBesideAsync(string path, string file, TimeProvider clock, CancellationToken cancel)
    {
        var beside = path + ".restored";
        Delete(beside);
        try
        {
            await using var db = await ArchiveDatabase.OpenAsync(beside, clock, cancel);
            await new ArchiveCopies(db).RestoreAsync(file, replace: true, cancel: cancel);
        }
        catch
        {
            Delete(beside);
            throw;
        }

        var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{clock.GetUtcNow():yyyyMMddHHmmss}");
        Move(path, aside);
        Move(beside, path);
        await using var restored = await ArchiveDatabase.OpenExistingAsync(path, clock, cancel);
        return new Restored(restored.Description, aside);
    }

    private static bool IsDamage(ArchiveException error) =>
        error.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    private async Task<bool> HoldsSomethingAsync(CancellationToken cancel) => await db.IsArchiveAsync(cancel) && await db.ReadAsync(session => session.ValueAsync<long>("""
        SELECT (SELECT count(*) FROM (SELECT 1 FROM articles LIMIT 1) a) + (SELECT count(*) FROM (SELECT 1 FROM posts LIMIT 1) p)
        """), cancel) > 0;

    /// <summary>A file of SQLite's and what lies beside it.</summary>
    private static List<string> FilesOf(string path) => [.. Ends.Select(end => path + end).Where(File.Exists)];

    private static void Move(string from, string to)
    {
        foreach (var file in FilesOf(from)) File.Move(file, to + file[from.Length..]);
    }

    private static void Delete(string path)
    {
        foreach (var file in FilesOf(path)) File.Delete(file);
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
