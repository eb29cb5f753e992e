using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsDesk.Archive.Searching;
using SQLitePCL;

namespace NewsDesk.Archive.Dialects;

/// <summary>One file in WAL mode: many readers, and one writer whom all others wait for in a queue.</summary>
internal sealed partial class SqliteDialect : Dialect
{
    // Only another process (a tool beside the running desk) is waited for; within this one the queue keeps order.
    private const int BusySeconds = 30;

    private readonly string _path;
    private readonly string _library;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _queue = new(1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    private SqliteDialect(string path, string library)
    {
        (_path, _library) = (path, library);
        _writer = Connect(SqliteOpenMode.ReadWriteCreate);
    }

    public override string Name => "sqlite";

    public override string Description => $"{_library} in {_path}";

    public override string Place => _path;

    public override string SkipLocked => ""; // there is one writer

    public override string Locked => "";

    // There is one writer, so ids come in order.
    public override string ChangesHorizon => "(SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'changes')";

    public override string ChangesSince(string horizon) => $"c.id >= {horizon}";

    public override SearchIndex Search { get; } = new SqliteSearch();

    public override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Never reused: an id that was once shown in an address must not become another article's.
        ["identity"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
        ["bytewise"] = "COLLATE BINARY",
    };

    public static async Task<Dialect> OpenAsync(string path, bool mustBeThere, CancellationToken cancel)
    {
        // A folder that is not there is a slip of the pen or a disk that is not mounted: a new, empty archive would hide it.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new ArchiveException($"{path}: the folder {folder} is not there; make it, or correct Archive:Connection.");
        if (mustBeThere && !File.Exists(path)) throw NoArchive(path);
        var dialect = new SqliteDialect(path, SqliteLibrary.Load());
        try
        {
            await dialect._writer.OpenAsync(cancel);
            // The order matters: a busy file is waited for before its journal is touched.
            await dialect._writer.ExecuteAsync($"""
                PRAGMA busy_timeout = {BusySeconds * 1000};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA foreign_keys = ON;
                PRAGMA cache_size = -65536;
                PRAGMA temp_store = MEMORY;
                PRAGMA journal_size_limit = 67108864;
                """);
            return dialect;
        }
        catch (Exception error)
        {
            await dialect.DisposeAsync();
            if (error is SqliteException refused && dialect.Explain(refused) is { } sentence) throw new ArchiveException(sentence, error);
            throw;
        }
    }

    public override Task LockSchemaAsync(Session session) => Task.CompletedTask; // the writer's transaction already holds the file

    public override async Task<bool> IsArchiveAsync(Session session) => await session.ValueAsync<long>("SELECT count(*) FROM sqlite_master WHERE name = 'schema_steps'") > 0;

    public override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var reader = _readers.TryTake(out var kept) ? kept : await OpenReaderAsync(cancel);
        try
        {
            var answer = await ask(reader);
            _readers.Add(reader);
            return answer;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> change, bool byAPerson, CancellationToken cancel)
    {
        await _queue.WaitAsync(cancel);
        try
        {
            if (byAPerson) await _writer.ExecuteAsync("PRAGMA synchronous = FULL");
            try
            {
                await _writer.ExecuteAsync("BEGIN IMMEDIATE;");
                var answer = await change(_writer);
                await _writer.ExecuteAsync("COMMIT;");
                return answer;
            }
            catch
            {
                // By hand, because SQLite itself rolls back when the disk is full, and the driver's own transaction then fails a second time.
                if (raw.sqlite3_get_autocommit(_writer.Handle) == 0) await _writer.ExecuteAsync("ROLLBACK;");
                throw;
            }
            finally
            {
                if (byAPerson) await _writer.ExecuteAsync("PRAGMA synchronous = NORMAL");
            }
        }
        finally
        {
            _queue.Release();
        }
    }

    public override string? Explain(DbException error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"{_path}: this is no archive, or it is damaged; bring back a copy with `newsdesk archive restore FILE`, or move the file away to begin a new one.",
        raw.SQLITE_FULL => $"{_path}: the disk is full; what was being written was not kept, the rest is safe. Free some room and it goes on.",
        raw.SQLITE_IOERR => $"{_path}: the disk cannot be read or written ({error.Message}); look at the disk and its free room.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{_path}: the archive cannot be written to; let this user write to the file and its folder.",
        raw.SQLITE_CANTOPEN => $"{_path}: the archive cannot be opened; look whether its folder exists and this user may write there.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{_path}: another process has kept the archive to itself for {BusySeconds} seconds; end it and try again.",
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        while (_readers.TryTake(out var reader)) await reader.DisposeAsync();
        await _writer.DisposeAsync();
        _queue.Dispose();
    }

    private async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancel)
    {
        // A file that has vanished meanwhile is an outage: an empty one in its place would be the worse news.
        var reader = Connect(SqliteOpenMode.ReadWrite);
        await reader.OpenAsync(cancel);
        await reader.ExecuteAsync($"""
            PRAGMA busy_timeout = {BusySeconds * 1000};
            PRAGMA query_only = ON;
            PRAGMA cache_size = -32768;
            PRAGMA mmap_size = 1073741824;
            PRAGMA temp_store = MEMORY;
            """);
        return reader;
    }

    private SqliteConnection Connect(SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = _path,
        Mode = mode,
        Pooling = false, // readers are kept here, with their settings
        DefaultTimeout = BusySeconds,
    }.ToString());
}
