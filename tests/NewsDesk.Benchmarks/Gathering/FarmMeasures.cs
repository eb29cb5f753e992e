using System.Globalization;

namespace NewsDesk.Benchmarks.Gathering;

/// <summary>
/// What gathering costs: <c>farm [FEEDS] [PROGRAM]</c> sends the program, published as for an operator, to a farm of feeds: cold, when all of them are new, and warm,
/// when nothing has changed. Without a PROGRAM it is published first. A newsroom that is up has begun once and gathers for days, so warm rounds within one process stand
/// beside those of the whole program. Writes a table in Markdown.
/// </summary>
internal static class FarmMeasures
{
    private const int Entries = 25;
    private const int ColdRuns = 3;
    private const int WarmRuns = 9;
    private const int WarmRounds = 30;

    public static async Task<int> RunAsync(int feeds, string? program)
    {
        using var farm = new FarmServer(feeds, Entries);
        using var published = program is null ? await PublishedProgram.MakeAsync() : null;
        program ??= published!.Path;
        var folder = Directory.CreateTempSubdirectory("newsdesk-farm-");
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds} feeds of {Entries} entries, {farm.Bytes / 1e6:0.0} MB; medians of {ColdRuns} cold and {WarmRuns} warm runs of the whole process.\n"));
            Console.WriteLine("| | processor, s | clock, s | feeds a second | articles a second | peak memory, MB |\n| --- | --- | --- | --- | --- | --- |");
            var content = folder.CreateSubdirectory("content").FullName;
            var list = Path.Combine(folder.FullName, "farm.opml");
            await File.WriteAllTextAsync(list, farm.Opml());
            var data = Path.Combine(folder.FullName, "data");
            string[] where = ["--content", content, "--data", data, "--allow-networks", "127.0.0.0/8", "--host-delay", "0"];

            var cold = new List<MeasuredRun>();
            for (var i = 0; i < ColdRuns; i++)
            {
                if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
                File.Delete(Path.Combine(content, "sources.opml"));
                await MeasuredRun.OfAsync(program, folder.FullName, ["sources", "import", list, .. where]);
                farm.TakeCounts();
                cold.Add(await MeasuredRun.OfAsync(program, folder.FullName, ["gather", "--once", .. where]));
                Expect((feeds, 0), farm.TakeCounts());
            }

            Write("cold: all new, cleaned, archived, searchable", cold, feeds, feeds * Entries);
            var warm = new List<MeasuredRun>();
            for (var i = 0; i < WarmRuns; i++)
            {
                warm.Add(await MeasuredRun.OfAsync(program, folder.FullName, ["gather", "--once", .. where]));
                Expect((0, feeds), farm.TakeCounts());
            }

            Write("warm: nothing changed", warm, feeds, 0);
            var rounds = (await MeasuredRun.OfAsync(Environment.ProcessPath!, folder.FullName, "farm", "rounds", data, $"{WarmRounds}")).Output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(GatherRounds.Read).ToList();
            Expect((0, feeds * WarmRounds), farm.TakeCounts());
            Write("warm, the first round of a process that is up", rounds[..1], feeds, 0);
            Write($"warm, rounds 2 to {WarmRounds} of it", rounds[1..], feeds, 0);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Expect((int Answered, int Unchanged) expected, (int Answered, int Unchanged) counted)
    {
        if (counted != expected) throw new InvalidOperationException($"The farm gave {counted.Answered} feeds and said {counted.Unchanged} times that nothing changed; {expected.Answered} and {expected.Unchanged} are right.");
    }

    private static void Write(string name, List<MeasuredRun> runs, int feeds, int articles)
    {
        var clock = Median(runs, run => run.Clock.TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Median(runs, run => run.Processor.TotalSeconds):0.00} | {clock:0.00} | {feeds / clock:0} | {(articles == 0 ? "" : $"{articles / clock:0}")} | {runs.Max(run => run.PeakMegabytes):0} |"));
    }

    private static double Median(List<MeasuredRun> runs, Func<MeasuredRun, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
}
