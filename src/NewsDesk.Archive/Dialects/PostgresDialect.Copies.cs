using System.Globalization;
using System.Text.RegularExpressions;
using NewsDesk.Archive.Schema;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class PostgresDialect
{
    private string[] SchemaOption => string.IsNullOrEmpty(_given.SearchPath) ? [] : [$"--schema={_given.SearchPath}"];

    private string DatabaseOption => $"--dbname={_given.Database}";

    public override async Task BackUpAsync(string file, string? tool, CancellationToken cancel)
    {
        var part = file + ".part";
        using var dump = new PostgresTool(tool ?? PostgresTool.Find("pg_dump"),
            ["--format=custom", "--no-owner", "--no-privileges", $"--file={part}", .. SchemaOption, DatabaseOption, "--no-password"], _given);
        await dump.EndAsync(Place, cancel);
        await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(part, file, overwrite: true);
    }

    public override async Task<IReadOnlyList<AppliedStep>> ListStepsOfCopyAsync(string file, string? tool, CancellationToken cancel)
    {
        using var read = new PostgresTool(tool ?? PostgresTool.Find("pg_restore"), ["--data-only", "--table=schema_steps", "--file=-", file], _given, givesOutput: true);
        var steps = new List<AppliedStep>();
        string[]? columns = null;
        while (await read.Output.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("COPY ", StringComparison.Ordinal)) columns = line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..line.IndexOf(')', StringComparison.Ordinal)].Split(", ");
            else if (line == "\\.") columns = null;
            else if (columns is not null) steps.Add(Step(columns.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
        }

        await read.EndAsync(file, cancel, "; it is no sound copy, use another one.");
        return steps.Count > 0 ? steps : throw new ArchiveException($"{file}: this is no sound copy of an archive; use another one.");
    }

    /// <summary>
    /// In one transaction, so that a copy that breaks off in the middle changes nothing: first everything of ours goes, also what an
    /// older copy knows nothing of, then the copy is read in.
    /// </summary>
    public override async Task RestoreAsync(string file, string? tool, CancellationToken cancel)
    {
        var restoring = tool ?? PostgresTool.Find("pg_restore");
        var beside = Path.Combine(Path.GetDirectoryName(restoring) ?? "", "psql");
        var contents = Path.GetTempFileName();
        try
        {
            await WriteContentsAsync(restoring, file, contents, cancel);
            // Kept connections hold plans of tables that are about to be replaced.
            _source.Clear();
            using var write = new PostgresTool(File.Exists(beside) ? beside : PostgresTool.Find("psql"),
                ["--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1", "--no-password", DatabaseOption, "--file=-"], _given, takesInput: true);
            using var read = new PostgresTool(restoring, ["--clean", "--if-exists", "--no-owner", "--no-privileges", $"--use-list={contents}", "--file=-", file], _given, givesOutput: true);
            await write.Input.WriteLineAsync(DropOurs());
            await PumpAsync(read, write, cancel);
            await write.EndAsync(Place, cancel);
            _source.Clear();
        }
        finally
        {
            File.Delete(contents);
        }
    }

    /// <summary>Takes away what the schema's steps have made here, whichever of them the copy knows.</summary>
    private string DropOurs() => "SET client_min_messages = warning;\n" + string.Join('\n', Script.ListFor(this).SelectMany(step => Makes().Matches(step.Sql))
        .Select(made => $"DROP {made.Groups["kind"].Value} IF EXISTS {made.Groups["name"].Value} CASCADE;"));

    [GeneratedRegex(@"^CREATE (?<kind>TABLE|FUNCTION) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Makes();

    private static async Task PumpAsync(PostgresTool read, PostgresTool write, CancellationToken cancel)
    {
        try
        {
            await write.Input.FlushAsync(cancel);
            await read.Output.BaseStream.CopyToAsync(write.Input.BaseStream, cancel);
            // Its end is the signal to commit: not before the other is known to have read all.
            await read.EndAsync("the copy", cancel);
            write.Input.Close();
        }
        catch (IOException)
        {
            // The writing one has broken off; it says why when it is waited for.
        }
    }

    /// <summary>What is in a copy, less the schema itself: where there is one it stays.</summary>
    private async Task WriteContentsAsync(string program, string file, string to, CancellationToken cancel)
    {
        using var list = new PostgresTool(program, ["--list", file], _given, givesOutput: true);
        var lines = (await list.Output.ReadToEndAsync(cancel)).Split('\n')
            .Where(line => !line.Contains(" SCHEMA - ", StringComparison.Ordinal) && !line.Contains(" - SCHEMA ", StringComparison.Ordinal));
        await list.EndAsync(file, cancel);
        await File.WriteAllLinesAsync(to, lines, cancel);
    }

    private static AppliedStep Step(Dictionary<string, string> row) => new()
    {
        Number = int.Parse(row["number"], CultureInfo.InvariantCulture),
        Name = row["name"],
        Checksum = row["checksum"],
    };
}
