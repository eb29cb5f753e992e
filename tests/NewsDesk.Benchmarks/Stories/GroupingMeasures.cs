using System.Diagnostics;
using System.Globalization;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Benchmarks.Stories;

/// <summary>The story desk's window in processor time: filling it with what was kept, filling it by reading again, what it holds, and what the next articles cost.</summary>
public static class GroupingMeasures
{
    private const int Batch = 2000, Batches = 7;

    public static void Run(int articles)
    {
        var settings = new StorySettings();
        var all = Enumerable.Range(0, articles).Select(GroupingBenchmark.Invent).ToList();
        var kept = all.ConvertAll(article => StorySketch.Of(article, settings).ToString());
        var next = Enumerable.Range(articles, Batch * Batches).Select(GroupingBenchmark.Invent).ToList();
        Tell("read anew", Processor(() => Fill(all.Count, (grouper, i) => grouper.Restore(all[i], StoryOf(i)))), articles);
        Tell("from what was kept", Processor(() => Fill(all.Count, (grouper, i) => grouper.Restore(all[i].Id, StorySketch.Read(kept[i])!, all[i].Published, StoryOf(i)))), articles);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept of an article: {kept.Average(sketch => sketch.Length):0} bytes"));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var full = Fill(all.Count, (grouper, i) => grouper.Restore(all[i].Id, StorySketch.Read(kept[i])!, all[i].Published, StoryOf(i)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB, {full.Articles} articles, {full.Terms} terms"));

        var rates = next.Chunk(Batch).Select(batch => Batch / Processor(() =>
        {
            foreach (var article in batch) full.Add(article);
        })).ToArray();
        Console.WriteLine("joined a second, each of " + Batch.ToString(CultureInfo.InvariantCulture) + ": " + string.Join(' ', rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture))));
    }

    private static int StoryOf(int number) => 1 + (number % GroupingBenchmark.Stories);

    private static StoryGrouper Fill(int articles, Action<StoryGrouper, int> restore)
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < articles; i++) restore(grouper, i);
        return grouper;
    }

    private static double Processor(Action work)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds;
    }

    private static void Tell(string how, double seconds, int articles) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled {how}: {seconds:0.0} s of processor, {seconds / articles * 1e6:0} µs an article"));
}
