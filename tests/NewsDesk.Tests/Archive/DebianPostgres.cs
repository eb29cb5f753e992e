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

    // Its log of changes stays on the ordinary disk when its data lies on another.
    private const string Script = """
        set -e
        cd /
        folder=$(mktemp -d)
        bin=$1; port=$2; data=${3:-$folder}/data; shift 3
        trap 'rm -rf "$folder" "$data"' EXIT
        "$bin/initdb" -D "$data" -X "$folder/wal" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        start() {
          "$bin/postgres" -D "$data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=150 "$@" >>"$folder/log" 2>&1 &
          server=$!
        }
        start "$@"
        while read -r end; do
          case $end in
            kill) kill -9 $server $(ps -o pid= --ppid $server) || true ;;
            immediate) kill -QUIT $server ;;
            stop) kill -INT $server; wait $server || true; read -r go_on || exit 0 ;;
          esac
          wait $server || true
          start "$@"
        done
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
    public static Task<DebianPostgres> StartAsync(params string[] options) => StartInAsync("", options);

    /// <summary>The same with its data in a folder of one's own.</summary>
    public static async Task<DebianPostgres> StartInAsync(string folder, params string[] options)
    {
        var port = FreePort();
        // PostgreSQL does not run as root.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "sh", "-c"] : ["sh", "-c"];
        var process = Process.Start(new ProcessStartInfo(command[0],
            [.. command[1..], Script, "sh", Programs, port.ToString(CultureInfo.InvariantCulture), folder, .. options.SelectMany(option => new[] { "-c", option })])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        var server = new DebianPostgres(process, string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres"));
        await server.UntilAnsweringAsync("SELECT 1");
        return server;
    }

    /// <summary>Ends it without a farewell, by SIGKILL to all its processes or by its own emergency stop, and starts it again.</summary>
    public async Task CrashAsync(bool kill, CancellationToken cancel)
    {
        var started = await ValueAsync("SELECT extract(epoch FROM pg_postmaster_start_time())::text", cancel);
        await _process.StandardInput.WriteLineAsync(kill ? "kill" : "immediate");
        await _process.StandardInput.FlushAsync(cancel);
        // Fails while the old one still answers.
        await UntilAnsweringAsync($"SELECT 1 / (pg_postmaster_start_time() > to_timestamp({started}))::int");
    }

    /// <summary>Stops it; nobody can connect until <see cref="GoOnAsync"/>.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await _process.StandardInput.WriteLineAsync("stop");
        await _process.StandardInput.FlushAsync(cancel);
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1", cancel);
                await Task.Delay(50, cancel);
            }
            catch (NpgsqlException)
            {
                return;
            }
        }
    }

    public async Task GoOnAsync(CancellationToken cancel)
    {
        await _process.StandardInput.WriteLineAsync("go on");
        await _process.StandardInput.FlushAsync(cancel);
        await UntilAnsweringAsync("SELECT 1");
    }

    private async Task UntilAnsweringAsync(string sql)
    {
        while (true)
        {
            try
            {
                await ExecuteAsync(sql, CancellationToken.None);
                return;
            }
            catch (NpgsqlException error)
            {
                if (_process.HasExited) throw new InvalidOperationException("PostgreSQL did not start; its words stand above.", error);
                await Task.Delay(50);
            }
        }
    }

    public Task ExecuteAsync(string sql, CancellationToken cancel) => ValueAsync(sql, cancel);

    private async Task<object?> ValueAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection($"{Settings};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
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
