using System.Data.Common;
using NewsDesk.Archive.Schema;
using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive.Dialects;

/// <summary>Everything in which one database differs from the other; nothing else in the house asks which it is.</summary>
internal abstract class Dialect : IAsyncDisposable
{
    /// <summary>The middle part of the names of schema scripts that are for this database alone.</summary>
    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>Where the archive lies, for messages.</summary>
    public abstract string Place { get; }

    public abstract SearchIndex Search { get; }

    /// <summary>Ends a question for rows to change: leave out what another node is changing.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Ends a condition on a column: it is one of <c>@keys</c>, which are given as <see cref="Keys"/> says.</summary>
    public abstract string InKeys { get; }

    /// <summary>Many keys as one value.</summary>
    public abstract object Keys<T>(T[] keys);

    /// <summary>
    /// Inserts many rows; <paramref name="after"/> is what the statement says after its values, and <paramref name="returned"/> takes the word and the
    /// number of each row that it returns.
    /// </summary>
    public abstract Task InsertAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string after = "", Action<string, long>? returned = null);

    /// <summary>Up to where all changes can be seen now, as a number; see <see cref="Changes"/>.</summary>
    public abstract string ChangesHorizon { get; }

    /// <summary>Which changes <c>c</c> could perhaps not be seen when the horizon was this number.</summary>
    public abstract string ChangesSince(string horizon);

    /// <summary>What stands for <c>{word}</c> in schema scripts.</summary>
    public abstract IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>Holds off every other node until the transaction ends.</summary>
    public abstract Task LockSchemaAsync(Session session);

    /// <summary>Whether an archive was ever made here.</summary>
    public abstract Task<bool> IsArchiveAsync(Session session);

    /// <summary>A sentence for each thing that the database itself finds wrong.</summary>
    public abstract Task<IReadOnlyList<string>> CheckAsync(Session session);

    /// <summary>Asks many questions of one and the same moment.</summary>
    public abstract Task<T> SnapshotAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel);

    /// <summary>Sets the counters of ids after rows with ids of their own were put in.</summary>
    public abstract Task AdvanceIdsAsync(Session session, string table);

    /// <summary>Writes a consistent copy to a file while the archive is in use.</summary>
    public abstract Task BackUpAsync(string file, string? tool, CancellationToken cancel);

    /// <summary>The schema's steps that a copy was made with.</summary>
    /// <exception cref="ArchiveException">The file is no sound copy.</exception>
    public abstract Task<IReadOnlyList<AppliedStep>> ListStepsOfCopyAsync(string file, string? tool, CancellationToken cancel);

    /// <summary>Puts a copy in the place of everything that is there.</summary>
    public abstract Task RestoreAsync(string file, string? tool, CancellationToken cancel);

    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel);

    public abstract Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> change, bool byAPerson, CancellationToken cancel);

    /// <summary>A sentence for a person when the world is broken; null when it is our own mistake.</summary>
    public abstract string? Explain(DbException error);

    public abstract ValueTask DisposeAsync();

    /// <summary>What a tool says that was to work on an archive where none is.</summary>
    public static ArchiveException NoArchive(string place) =>
        new($"{place}: there is no archive. Name another with --archive, or the folder that holds it with --data; `newsdesk serve` begins a new one.");

    /// <summary>Opens what <paramref name="connection"/> names; <paramref name="mustBeThere"/> makes no new file.</summary>
    public static Task<Dialect> OpenAsync(ArchiveConnection connection, bool mustBeThere, CancellationToken cancel) => connection switch
    {
        ArchiveConnection.SqliteFile file => SqliteDialect.OpenAsync(file.Path, mustBeThere, cancel),
        ArchiveConnection.PostgresServer server => PostgresDialect.OpenAsync(server.Settings, cancel),
        _ => throw new InvalidOperationException($"No dialect for {connection.GetType().Name}."),
    };
}
