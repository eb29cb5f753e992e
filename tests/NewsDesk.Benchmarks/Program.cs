using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Archive;

if (args is ["archive", .. var asked]) return await ArchiveMeasures.RunAsync(asked);

BenchmarkSwitcher.FromAssembly(typeof(ArchiveMeasures).Assembly).Run(args);
return 0;
