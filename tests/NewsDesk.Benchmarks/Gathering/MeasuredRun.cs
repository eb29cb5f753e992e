using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsDesk.Benchmarks.Gathering;

/// <summary>What one run of a program cost: its start, its end and what the system did for it included.</summary>
internal sealed record MeasuredRun(TimeSpan Processor, TimeSpan Clock, double PeakMegabytes, string Output)
{
    /// <summary>Runs a program to its end; one that fails ends the measure with what it said.</summary>
    public static async Task<MeasuredRun> OfAsync(string program, string folder, params string[] arguments)
    {
        var before = UsedByChildren();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        double peak = 0;
        var ended = process.WaitForExitAsync();
        // The kernel's own highest mark, as long as there is somebody to ask.
        while (await Task.WhenAny(ended, Task.Delay(20)) != ended) peak = Math.Max(peak, PeakOf(process));
        await ended;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error} {await output}");
        return new(UsedByChildren() - before, Stopwatch.GetElapsedTime(began), peak, await output);
    }

    private static double PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64 / 1e6;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two questions.
            return 0;
        }
    }

    /// <summary>Processor time of all children that have ended; only the system itself still knows it then.</summary>
    private static TimeSpan UsedByChildren()
    {
        var usage = new long[18];
        const int Children = -1;
        if (GetUsage(Children, usage) != 0) throw new InvalidOperationException("The system does not tell what its children used.");
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
