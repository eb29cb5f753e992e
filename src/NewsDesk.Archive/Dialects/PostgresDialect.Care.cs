using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class PostgresDialect
{
    private const string Debian = "/usr/lib/postgresql";

    public override async Task<IReadOnlyList<string>> CheckAsync(Session session)
    {
        var broken = await session.ListAsync<string>("""
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT (i.indisvalid AND i.indisready) AND n.nspname = current_schema()
            """);
        var problems = broken.Select(index => $"{Place}: the index {index} is not usable; run REINDEX INDEX {index}.").ToList();
        foreach (var (table, key, other) in ForeignKeys)
        {
            var lost = await session.ValueAsync<long>($"""
                SELECT count(*) FROM {table} t WHERE t.{key} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.id = t.{key})
                """);
            if (lost > 0) problems.Add($"{Place}: {lost} rows of {table} name {other} that are gone; bring back a copy with `newsdesk archive restore FILE`.");
        }

        // Reading everything is how a damaged page is found.
        await session.ValueAsync<long>("SELECT CAST(coalesce(sum(length(text) + length(html)), 0) AS BIGINT) FROM articles");
        return problems;
    }

    public override Task<T> SnapshotAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel) => ReadAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return await ask(connection);
    }, cancel);

    public override Task AdvanceIdsAsync(Session session, string table) =>
        session.ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)");

    public override async Task BackUpAsync(string file, string? tool, CancellationToken cancel)
    {
        var part = file + ".part";
        await RunAsync(tool ?? Find("pg_dump"), ["--format=custom", "--no-owner", "--no-privileges", $"--file={part}", .. SchemaOption], cancel);
        await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(part, file, overwrite: true);
    }

    public override async Task RestoreAsync(string file, string? tool, CancellationToken cancel)
    {
        // Kept connections hold plans of tables that are about to be replaced.
        _source.Clear();
        await RunAsync(tool ?? Find("pg_restore"), ["--clean", "--if-exists", "--single-transaction", "--no-owner", "--no-privileges", file], cancel);
        _source.Clear();
    }

    private static (string Table, string Key, string Other)[] ForeignKeys =>
    [
        ("articles", "source_id", "sources"), ("articles", "story_id", "stories"), ("stories", "follows", "stories"), ("article_versions", "article_id", "articles"),
        ("mentions", "article_id", "articles"), ("mentions", "source_id", "sources"), ("post_tags", "post_id", "posts"), ("post_aliases", "post_id", "posts"),
        ("post_originals", "post_id", "posts"), ("figures", "article_id", "articles"), ("visits", "source_id", "sources"), ("credentials", "editor_id", "editors"),
    ];

    private string[] SchemaOption => string.IsNullOrEmpty(_given.SearchPath) ? [] : [$"--schema={_given.SearchPath}"];

    /// <summary>A tool of the server: beside the other programs, or where Debian keeps it.</summary>
    private static string Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // Debian's own tool in the PATH chooses a version by the clusters of this machine; the newest one reads every older server.
        var debian = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat(folders).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists)
            ?? throw new ArchiveException($"{tool} was not found; install Debian's package `postgresql-client`, or say where it is with --tool PATH.");
    }

    private async Task RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, [.. arguments, $"--dbname={_given.Database}", "--no-password"]) { RedirectStandardError = true, UseShellExecute = false };
        // In the environment, where other users of the machine do not see them.
        start.Environment["PGHOST"] = _given.Host;
        start.Environment["PGPORT"] = _given.Port.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(_given.Username)) start.Environment["PGUSER"] = _given.Username;
        if (!string.IsNullOrEmpty(_given.Password)) start.Environment["PGPASSWORD"] = _given.Password;
        start.Environment["PGSSLMODE"] = _given.SslMode switch
        {
            Npgsql.SslMode.VerifyCA => "verify-ca",
            Npgsql.SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        using var process = Start(start);
        var said = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new ArchiveException($"{Path.GetFileName(program)} failed for {Place}: {said.Trim().ReplaceLineEndings(" ")}");
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
