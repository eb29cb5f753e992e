using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Archive;
using NewsDesk.Benchmarks.Reading;

switch (args)
{
    case ["archive", .. var asked]:
        return await ArchiveMeasures.RunAsync(asked);
    case ["traits", var set, var to]:
        // No benchmark, but what the reader's trees are learned from.
        TraitTable.Write(set, to);
        return 0;
    case ["reading", var set, var type]:
        ReadingMeasures.Pages(set, type);
        return 0;
    case ["reading", "hostile"]:
        ReadingMeasures.Hostile();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TraitTable).Assembly).Run(args);
        return 0;
}
