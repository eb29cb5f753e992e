using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsDesk.Archive.Schema;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class SqliteDialect
{
    public override async Task<IReadOnlyList<string>> CheckAsync(Session session)
    {
        var problems = (await session.ListAsync<string>("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
            .Select(problem => $"{_path}: {problem}; bring back a copy with `newsdesk archive restore FILE`.").ToList();
        var keys = await session.ValueAsync<long>("SELECT count(*) FROM pragma_foreign_key_check");
        if (keys > 0) problems.Add($"{_path}: {keys} rows name others that are gone; bring back a copy with `newsdesk archive restore FILE`.");
        foreach (var index in new[] { "article_words", "post_words" })
        {
            try
            {
                await session.ExecuteAsync($"INSERT INTO {index} ({index}) VALUES ('integrity-check')");
            }
            catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_ERROR)
            {
                problems.Add($"{_path}: the search index {index} is damaged; run `newsdesk archive rebuild`.");
            }
        }

        return problems;
    }

    public override Task<T> SnapshotAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel) => ReadAsync(async connection =>
    {
        await using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
        return await ask(connection);
    }, cancel);

    public override Task AdvanceIdsAsync(Session session, string table) => Task.CompletedTask; // it counts on from the highest by itself

    public override Task BackUpAsync(string file, string? tool, CancellationToken cancel) => ReadAsync(async connection =>
    {
        var part = file + ".part";
        File.Delete(part);
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancel);
            ((SqliteConnection)connection).BackupDatabase(copy);
            // One file that needs no other beside it, on the disk before it gets its name.
            await copy.ExecuteAsync("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE;");
            await RefuseDamagedAsync(copy, part);
        }

        await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(part, file, overwrite: true);
        return true;
    }, cancel);

    public override async Task<IReadOnlyList<AppliedStep>> ListStepsOfCopyAsync(string file, string? tool, CancellationToken cancel)
    {
        await using var copy = await OpenCopyAsync(file, cancel);
        await RefuseDamagedAsync(copy, file);
        return [.. await copy.QueryAsync<AppliedStep>("SELECT number, name, checksum FROM schema_steps")];
    }

    public override async Task RestoreAsync(string file, string? tool, CancellationToken cancel)
    {
        await using var copy = await OpenCopyAsync(file, cancel);
        await _queue.WaitAsync(cancel);
        try
        {
            copy.BackupDatabase(_writer);
        }
        finally
        {
            _queue.Release();
        }
    }

    private static async Task<SqliteConnection> OpenCopyAsync(string file, CancellationToken cancel)
    {
        var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await copy.OpenAsync(cancel);
        return copy;
    }

    private static async Task RefuseDamagedAsync(SqliteConnection copy, string file)
    {
        try
        {
            var answer = await copy.ExecuteScalarAsync<string>("PRAGMA quick_check(1)");
            var steps = await copy.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_master WHERE name IN ('schema_steps', 'articles')");
            if (answer == "ok" && steps == 2) return;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new ArchiveException($"{file}: this is no sound copy of an archive; use another one.", error);
        }

        throw new ArchiveException($"{file}: this is no sound copy of an archive; use another one.");
    }
}
