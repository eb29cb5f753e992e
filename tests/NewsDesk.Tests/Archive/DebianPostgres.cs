using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NewsDesk.Tests.Archive;

/// <summary>
/// Debian's PostgreSQL on a temporary folder and a free port, touching no other. Should its owner be killed, it notices that its input has
/// closed, stops by itself and takes its folder along.
/// </summary>
public sealed class DebianPostgres : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private const string Script = """
        set -e
        cd /
        folder=$(mktemp -d)
        trap 'rm -rf "$folder"' EXIT
        bin=$1; port=$2; shift 2
        "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=150 "$@" >>"$folder/log" 2>&1 &
        server=$!
        read -r _ || true
        kill -INT $server
        wait $server || true
        """;

    private readonly Process _process;

    private DebianPostgres(Process process, string settings) => (_process, Settings) = (process, settings);

    /// <summary>Of the newest version that is installed.</summary>
    public static string Programs => Directory.Exists(Installed)
        && Directory.GetDirectories(Installed).Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0) is { } newest
        ? Path.Combine(newest, "bin")
        : throw new InvalidOperationException($"No PostgreSQL under {Installed}: install Debian's package `postgresql`.");

    /// <summary>Without a database.</summary>
    public string Settings { get; }

    /// <summary>Starts it with settings as <c>fsync=off</c>.</summary>
    public static async Task<DebianPostgres> StartAsync(params string[] options)
    {
        var port = FreePort();
        // PostgreSQL does not run as root.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "sh", "-c"] : ["sh", "-c"];
        var process = Process.Start(new ProcessStartInfo(command[0],
            [.. command[1..], Script, "sh", Programs, port.ToString(CultureInfo.InvariantCulture), .. options.SelectMany(option => new[] { "-c", option })])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        var server = new DebianPostgres(process, string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres"));
        while (true)
        {
            try
            {
                await server.ExecuteAsync("SELECT 1", CancellationToken.None);
                return server;
            }
            catch (NpgsqlException error)
            {
                if (process.HasExited) throw new InvalidOperationException("PostgreSQL did not start; its words stand above.", error);
                await Task.Delay(50);
            }
        }
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection($"{Settings};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What the server's living processes have used of the processors.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var processes = Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(Read).OfType<long[]>().ToList();
            var ours = new HashSet<long> { _process.Id };
            for (var before = 0; before < ours.Count;)
            {
                before = ours.Count;
                ours.UnionWith(processes.Where(process => ours.Contains(process[1])).Select(process => process[0]).ToList());
            }

            return TimeSpan.FromSeconds(ours.Select(id => Read($"/proc/{id}")).OfType<long[]>().Sum(process => process[2]) / 100.0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A process, its parent and its hundredths of seconds; null when it has just ended.</summary>
    private static long[]? Read(string process)
    {
        try
        {
            // The name in brackets may hold anything.
            var fields = File.ReadAllText($"{process}/stat").Split(") ")[^1].Split(' ');
            return [long.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture), long.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
