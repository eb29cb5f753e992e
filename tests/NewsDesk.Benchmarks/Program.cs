using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Archive;

if (args is ["archive", .. var asked]) return await ArchiveMeasures.RunAsync(asked);

BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;
