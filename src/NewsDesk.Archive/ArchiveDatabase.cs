using System.Data.Common;
using NewsDesk.Archive.Dialects;
using NewsDesk.Archive.Schema;

namespace NewsDesk.Archive;

/// <summary>An open archive, its schema up to date. The classes named after its subjects ask and change it.</summary>
public sealed class ArchiveDatabase : IAsyncDisposable
{
    private readonly Dialect _dialect;

    private ArchiveDatabase(Dialect dialect, TimeProvider clock) => (_dialect, Clock) = (dialect, clock);

    /// <summary>Which database, which version and where, for the log.</summary>
    public string Description => _dialect.Description;

    /// <summary>Called after each change that this program made, when it can be seen; others' changes are found by looking (<see cref="Changes"/>).</summary>
    public event EventHandler? Written;

    internal Dialect Dialect => _dialect;

    internal TimeProvider Clock { get; }

    /// <summary>Sees every statement before it runs: so a test can ask the database how it would go about it.</summary>
    internal Action<string, object?>? Watch { get; set; }

    /// <summary>There was none: this start has begun it.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Opens the archive at <paramref name="connection"/>, makes it when it is missing, and brings its schema up to date.</summary>
    /// <exception cref="ArchiveException">It cannot be opened, is damaged, or is newer than this program.</exception>
    public static async Task<ArchiveDatabase> OpenAsync(string connection, TimeProvider clock, CancellationToken cancel = default)
    {
        var database = await OpenAsItIsAsync(connection, clock, mustBeThere: false, cancel);
        return await database.DisposeUnlessAsync(database.BringUpToDateAsync, cancel);
    }

    /// <summary>The same for a tool that works on what is there: begins no new archive.</summary>
    /// <exception cref="ArchiveException">There is none, or it cannot be opened, is damaged, or is newer than this program.</exception>
    public static async Task<ArchiveDatabase> OpenExistingAsync(string connection, TimeProvider clock, CancellationToken cancel = default)
    {
        var database = await OpenAsItIsAsync(connection, clock, mustBeThere: true, cancel);
        return await database.DisposeUnlessAsync(async stop =>
        {
            if (!await database.IsArchiveAsync(stop)) throw Dialect.NoArchive(database.Dialect.Place);
            await database.BringUpToDateAsync(stop);
        }, cancel);
    }

    /// <summary>Without a look at its schema: what is there is about to be replaced.</summary>
    internal static async Task<ArchiveDatabase> OpenAsItIsAsync(string connection, TimeProvider clock, bool mustBeThere, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Mapping.SetUp();
        return new ArchiveDatabase(await Dialect.OpenAsync(ArchiveConnection.Parse(connection, defaultPath: ""), mustBeThere, cancel), clock);
    }

    internal Task<bool> IsArchiveAsync(CancellationToken cancel) => ReadAsync(_dialect.IsArchiveAsync, cancel);

    internal async Task BringUpToDateAsync(CancellationToken cancel)
    {
        IsNew = !await IsArchiveAsync(cancel);
        await WriteAsync(session => Upgrade.ApplyAsync(session, _dialect, Clock.GetUtcNow()), cancel);
        await WriteAsync(session => ArchiveRebuild.IfWordsChangedAsync(session, _dialect.Search), cancel);
    }

    private async Task<ArchiveDatabase> DisposeUnlessAsync(Func<CancellationToken, Task> opens, CancellationToken cancel)
    {
        try
        {
            await opens(cancel);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks; never waits for a writer.</summary>
    internal async Task<T> ReadAsync<T>(Func<Session, Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await _dialect.ReadAsync(connection => ask(new Session(connection, _dialect, Watch, cancel)), cancel);
        }
        catch (DbException error) when (_dialect.Explain(error) is { } sentence)
        {
            throw new ArchiveException(sentence, error);
        }
    }

    /// <summary>
    /// Changes, all or nothing. <paramref name="change"/> may be run again after the database broke off a transaction, so it
    /// must do nothing but speak to its session. <paramref name="byAPerson"/> waits until the disk has it.
    /// </summary>
    internal async Task<T> WriteAsync<T>(Func<Session, Task<T>> change, CancellationToken cancel, bool byAPerson = false)
    {
        try
        {
            var answer = await _dialect.WriteAsync(connection => change(new Session(connection, _dialect, Watch, cancel)), byAPerson, cancel);
            Written?.Invoke(this, EventArgs.Empty);
            return answer;
        }
        catch (DbException error) when (_dialect.Explain(error) is { } sentence)
        {
            throw new ArchiveException(sentence, error);
        }
    }

    public ValueTask DisposeAsync() => _dialect.DisposeAsync();
}
