using NewsDesk.Tests.Archive;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace NewsDesk.Tests.Archive;

/// <summary>The tests' own PostgreSQL, started by the first test that wants it and stopped with the last.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // Nothing of a test must survive a power cut.
    private readonly Lazy<Task<DebianPostgres>> _server = new(() => DebianPostgres.StartAsync("fsync=off", "full_page_writes=off", "shared_buffers=64MB"));

    private int _made;

    /// <summary>The settings of an empty corner: a schema of its own in the one database, which costs a fiftieth of a database of its own.</summary>
    public async Task<string> CreateCornerAsync(CancellationToken cancel)
    {
        var server = await _server.Value;
        var name = $"test{Interlocked.Increment(ref _made)}";
        await server.ExecuteAsync($"CREATE SCHEMA {name}", cancel);
        return $"{server.Settings};Database=postgres;Maximum Pool Size=20;Search Path={name}";
    }

    /// <summary>The settings of a new, empty database, for what works on whole ones.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancel)
    {
        var server = await _server.Value;
        var name = $"test{Interlocked.Increment(ref _made)}";
        await server.ExecuteAsync($"CREATE DATABASE {name}", cancel);
        return $"{server.Settings};Database={name};Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
