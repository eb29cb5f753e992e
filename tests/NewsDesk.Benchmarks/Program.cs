using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Archive;
using NewsDesk.Benchmarks.Press;
using NewsDesk.Benchmarks.Reading;

switch (args)
{
    case ["archive", .. var asked]:
        return await ArchiveMeasures.RunAsync(asked);
    case ["markdown", .. var sizes]:
        return HostileMarkdown.Run(sizes.Length == 0 ? [40_000, 80_000] : [.. sizes.Select(int.Parse)]);
    case ["traits", var set, var to]:
        // No benchmark, but what the reader's trees are learned from.
        TraitTable.Write(set, to);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TraitTable).Assembly).Run(args);
        return 0;
}
