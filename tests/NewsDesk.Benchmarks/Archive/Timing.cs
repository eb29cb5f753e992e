using System.Diagnostics;
using System.Globalization;

namespace NewsDesk.Benchmarks.Archive;

/// <summary>How long one thing took, many times over, and what it used of the processors on average: that does not change with what else the machine does.</summary>
internal sealed record Timing(string Name, double P50, double P99, double Processor)
{
    /// <summary>Runs <paramref name="act"/> for each number; the first tenth warms up and does not count.</summary>
    public static async Task<Timing> OfAsync(string name, int rounds, Func<TimeSpan> processor, Func<int, Task> act)
    {
        var warm = rounds / 10;
        var times = new List<double>(rounds);
        var usedBefore = TimeSpan.Zero;
        for (var i = 0; i < rounds + warm; i++)
        {
            if (i == warm) usedBefore = processor();
            var began = Stopwatch.GetTimestamp();
            await act(i);
            if (i >= warm) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var used = (processor() - usedBefore).TotalMilliseconds / rounds;
        times.Sort();
        return new Timing(name, times[times.Count / 2], times[Math.Min(times.Count - 1, (int)(times.Count * 0.99))], used);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {Name} | {P50:0.00} | {P99:0.00} | {Processor:0.00} |");
}
