using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Benchmarks.Gathering;

/// <summary>Gathers all sources of an archive again and again in one process, as a newsroom does that is up, and tells of each round what it cost.</summary>
internal static class GatherRounds
{
    public static async Task<int> RunAsync(string data, int rounds)
    {
        await using var archive = await ArchiveDatabase.OpenExistingAsync(Path.Combine(data, "newsdesk.db"), TimeProvider.System);
        using var client = new WireClient(new WireSettings("NewsDesk-benchmark") { AllowNetworks = AllowedNetworks.Parse("127.0.0.0/8"), HostDelay = TimeSpan.Zero }, TimeProvider.System);
        var sources = new Sources(archive);
        var gatherer = new Gatherer(client.FetchAsync, sources, new Articles(archive), new Visits(archive), TimeProvider.System, new GatherPace(OneByOne: false), NullLogger<Gatherer>.Instance);
        long[] all = [.. (await sources.ListAsync()).Where(source => source.Kind == "feed").Select(source => source.Id)];
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < rounds; round++)
        {
            process.Refresh();
            var (before, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            var entered = await gatherer.GatherAsync(all, progress: null, CancellationToken.None);
            var clock = Stopwatch.GetElapsedTime(began);
            process.Refresh();
            if (entered.Count != all.Length || entered.Any(one => one.Visit is not { Error: null, Added: 0 })) throw new InvalidOperationException("Not every source said that nothing has changed.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(process.TotalProcessorTime - before).TotalSeconds} {clock.TotalSeconds} {process.PeakWorkingSet64 / 1e6}"));
        }

        return 0;
    }

    /// <summary>A line that a round wrote.</summary>
    public static MeasuredRun Read(string line)
    {
        var parts = line.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new(TimeSpan.FromSeconds(parts[0]), TimeSpan.FromSeconds(parts[1]), parts[2], line);
    }
}
