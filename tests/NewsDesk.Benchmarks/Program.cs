using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Archive;
using NewsDesk.Benchmarks.Fetching;
using NewsDesk.Benchmarks.Gathering;
using NewsDesk.Benchmarks.Press;
using NewsDesk.Benchmarks.Reading;
using NewsDesk.Benchmarks.Site;
using NewsDesk.Benchmarks.Stories;

switch (args)
{
    case ["archive", .. var asked]:
        return await ArchiveMeasures.RunAsync(asked);
    case ["commonmark", var file]:
        return CommonMarkExamples.Run(file);
    case ["markdown", .. var sizes]:
        return HostileMarkdown.Run(sizes.Length == 0 ? [40_000, 80_000] : [.. sizes.Select(int.Parse)]);
    case ["site", var content]:
        return await ThroughputMeasures.RunAsync(Path.GetFullPath(content), seconds: 2);
    case ["site", "uncached", var number, .. var more]:
        return await UncachedMeasures.RunAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            more.Length > 0 ? Path.GetFullPath(more[0]) : null, [.. more.Skip(1).Select(Path.GetFullPath)]);
    case ["site", "connections", var number, .. var programs]:
        return await ConnectionMeasures.RunAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), [.. programs.Select(Path.GetFullPath)]);
    case ["bare", var port, var head, var body]:
        return await BareKestrel.RunAsync(port, head, body);
    case ["grouping", var articles]:
        GroupingMeasures.Run(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["refill", "build", var articles, var folder]:
        return await RefillMeasures.BuildAsync(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), folder);
    case ["refill", "measure", var folder]:
        return await RefillMeasures.MeasureAsync(folder);
    case ["fetching"]:
        return await FetchMeasures.RunAsync();
    case ["farm", "rounds", var data, var rounds]:
        return await GatherRounds.RunAsync(data, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
    case ["farm", .. var more]:
        return await FarmMeasures.RunAsync(more.Length > 0 ? int.Parse(more[0], System.Globalization.CultureInfo.InvariantCulture) : 300, more.Length > 1 ? Path.GetFullPath(more[1]) : null);
    case ["traits", var set, var to]:
        // No benchmark, but what the reader's trees are learned from.
        TraitTable.Write(set, to);
        return 0;
    case ["reading", "hostile", var shape]:
        ReadingMeasures.Hostile(shape);
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
