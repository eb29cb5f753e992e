using BenchmarkDotNet.Running;
using NewsDesk.Benchmarks.Reading;

// traits SET OUT: no benchmark, but what the reader's trees are learned from.
if (args is ["traits", var set, var to]) TraitTable.Write(set, to);
else BenchmarkSwitcher.FromAssembly(typeof(TraitTable).Assembly).Run(args);
