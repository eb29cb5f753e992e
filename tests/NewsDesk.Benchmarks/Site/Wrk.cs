using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Benchmarks.Site;

/// <summary>Debian's <c>wrk</c>, with one thread and 64 connections.</summary>
internal static partial class Wrk
{
    /// <summary>How many requests were answered, and how many a second.</summary>
    public static async Task<(long Requests, double PerSecond)> RunAsync(Uri address, int seconds, params string[] headers)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", "-c64", $"-d{seconds.ToString(CultureInfo.InvariantCulture)}s" }) start.ArgumentList.Add(argument);
        foreach (var header in headers)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add(header);
        }

        start.ArgumentList.Add(address.AbsoluteUri);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Errors().IsMatch(said)) throw new InvalidOperationException($"{address} did not answer well:\n{said}");
        return (long.Parse(Requests().Match(said).Groups["count"].Value, CultureInfo.InvariantCulture), double.Parse(PerSecond().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<count>\d+) requests in", RegexOptions.None, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex PerSecond();

    [GeneratedRegex("Non-2xx|Socket errors", RegexOptions.None, 1000)]
    private static partial Regex Errors();
}
