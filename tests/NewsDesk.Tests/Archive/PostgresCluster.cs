using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsDesk.Tests.Archive;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace NewsDesk.Tests.Archive;

/// <summary>
/// Debian's PostgreSQL on a temporary folder and a free port, started by the first test that wants it and stopped with the last. Should
/// the tests be killed, it notices that its input has closed, stops by itself and takes its folder along.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private const string Script = """
        set -e
        cd /
        folder=$(mktemp -d)
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -p "$2" -k "$folder" -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off \
            -c max_connections=150 -c shared_buffers=64MB >>"$folder/log" 2>&1 &
        server=$!
        read -r _ || true
        kill -INT $server
        wait $server || true
        """;

    private readonly Lazy<Task<string>> _server;
    private Process? _process;
    private int _made;

    public PostgresCluster() => _server = new Lazy<Task<string>>(StartAsync);

    /// <summary>Of the newest version that is installed.</summary>
    public static string Programs => Directory.Exists(Installed)
        && Directory.GetDirectories(Installed).Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0) is { } newest
        ? Path.Combine(newest, "bin")
        : throw new InvalidOperationException($"No PostgreSQL under {Installed}: install Debian's package `postgresql` to run these tests.");

    /// <summary>The settings of an empty corner: a schema of its own in the one database, which costs a fiftieth of a database of its own.</summary>
    public async Task<string> CreateCornerAsync(CancellationToken cancel)
    {
        var server = await _server.Value;
        var name = $"test{Interlocked.Increment(ref _made)}";
        await ExecuteAsync(server, $"CREATE SCHEMA {name}", cancel);
        return $"{server};Database=postgres;Maximum Pool Size=20;Search Path={name}";
    }

    /// <summary>The settings of a new, empty database, for what works on whole ones.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancel)
    {
        var server = await _server.Value;
        var name = $"test{Interlocked.Increment(ref _made)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}", cancel);
        return $"{server};Database={name};Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task ExecuteAsync(string settings, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection($"{settings};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<string> StartAsync()
    {
        var port = FreePort();
        // PostgreSQL does not run as root.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "sh", "-c"] : ["sh", "-c"];
        _process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], Script, "sh", Programs, $"{port}"])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        var settings = $"Host=127.0.0.1;Port={port};Username=postgres";
        while (true)
        {
            try
            {
                await ExecuteAsync(settings, "SELECT 1", CancellationToken.None);
                return settings;
            }
            catch (NpgsqlException error)
            {
                if (_process.HasExited) throw new InvalidOperationException("The tests' PostgreSQL did not start; its words stand above.", error);
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
