using System.Globalization;
using NewsDesk.Archive.Schema;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class PostgresDialect
{
    /// <summary>Nothing else in the database is ours to copy or to replace.</summary>
    private static readonly string[] Ours = [.. TableLayout.All.Select(table => table.Name), "article_words", "post_words", "schema_steps"];

    private string DatabaseOption => $"--dbname={_given.Database}";

    public override async Task BackUpAsync(string file, string? tool, CancellationToken cancel)
    {
        var part = file + ".part";
        var schema = string.IsNullOrEmpty(_given.SearchPath) ? "" : $"{_given.SearchPath}.";
        using var dump = new PostgresTool(tool ?? PostgresTool.Find("pg_dump"),
            ["--format=custom", "--no-owner", "--no-privileges", $"--file={part}", .. Ours.Select(table => $"--table={schema}{table}"), DatabaseOption, "--no-password"], _given);
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

        await read.EndAsync(file, cancel);
        return steps.Count > 0 ? steps : throw new ArchiveException($"{file}: this is no sound copy of an archive; use another one.");
    }

    /// <summary>
    /// In one transaction, so that a copy that breaks off in the middle changes nothing: first everything of ours goes, also tables that an
    /// older copy knows nothing of, then the copy is read in.
    /// </summary>
    public override async Task RestoreAsync(string file, string? tool, CancellationToken cancel)
    {
        var restoring = tool ?? PostgresTool.Find("pg_restore");
        var beside = Path.Combine(Path.GetDirectoryName(restoring) ?? "", "psql");
        // Kept connections hold plans of tables that are about to be replaced.
        _source.Clear();
        using var write = new PostgresTool(File.Exists(beside) ? beside : PostgresTool.Find("psql"),
            ["--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1", "--no-password", DatabaseOption, "--file=-"], _given, takesInput: true);
        using var read = new PostgresTool(restoring, ["--no-owner", "--no-privileges", "--file=-", file], _given, givesOutput: true);
        await PumpAsync(read, write, cancel);
        await write.EndAsync(Place, cancel);
        _source.Clear();
    }

    private static async Task PumpAsync(PostgresTool read, PostgresTool write, CancellationToken cancel)
    {
        try
        {
            await write.Input.WriteLineAsync($"DROP TABLE IF EXISTS {string.Join(", ", Ours)} CASCADE;");
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

    private static AppliedStep Step(Dictionary<string, string> row) => new()
    {
        Number = int.Parse(row["number"], CultureInfo.InvariantCulture),
        Name = row["name"],
        Checksum = row["checksum"],
    };
}
