using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace NewsDesk.Archive.Dialects;

/// <summary>One of the server's own programs, as <c>pg_dump</c>, at work on an archive.</summary>
internal sealed class PostgresTool : IDisposable
{
    private const string Debian = "/usr/lib/postgresql";

    private readonly string _name;
    private readonly Process _process;
    private readonly Task<string> _said;

    /// <summary>Starts it; <paramref name="settings"/> say which database, where it works on one.</summary>
    public PostgresTool(string program, IEnumerable<string> arguments, NpgsqlConnectionStringBuilder settings, bool takesInput = false, bool givesOutput = false)
    {
        _name = Path.GetFileName(program);
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = takesInput,
            RedirectStandardOutput = givesOutput,
            UseShellExecute = false,
        };
        // In the environment, where other users of the machine do not see them.
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(settings.Username)) start.Environment["PGUSER"] = settings.Username;
        if (!string.IsNullOrEmpty(settings.Password)) start.Environment["PGPASSWORD"] = settings.Password;
        if (!string.IsNullOrEmpty(settings.SearchPath)) start.Environment["PGOPTIONS"] = $"-c search_path={settings.SearchPath}";
        start.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        _process = Start(start);
        _said = _process.StandardError.ReadToEndAsync();
    }

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Beside the other programs, or where Debian keeps it.</summary>
    public static string Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // Debian's own tool in the PATH chooses a version by the clusters of this machine; the newest one reads every older server.
        var debian = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat(folders).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new ArchiveException($"{name} was not found; install Debian's package `postgresql-client`, or say where it is with --tool PATH.");
    }

    /// <summary>Waits until it has ended.</summary>
    /// <exception cref="ArchiveException">It failed at <paramref name="what"/>; the message ends with <paramref name="remedy"/>.</exception>
    public async Task EndAsync(string what, CancellationToken cancel, string remedy = "")
    {
        await _process.WaitForExitAsync(cancel);
        var said = (await _said).Trim().ReplaceLineEndings(" ");
        if (_process.ExitCode != 0) throw new ArchiveException($"{_name} failed for {what}: {said}{remedy}");
    }

    /// <summary>Ends it at once when it was not waited for.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ArchiveException($"{start.FileName} cannot be run ({error.Message}); say where it is with --tool PATH.", error);
        }
    }
}
