using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDesk.Tests;

/// <summary>The real program in a process of its own, on a free port of this machine.</summary>
internal sealed partial class RunningDesk : IAsyncDisposable
{
    private static readonly TimeSpan TimeToOpen = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningDesk(IEnumerable<string> arguments)
    {
        // A shell that runs the tests in the background has them ignore Ctrl-C, and what they start would do as they do.
        var start = new ProcessStartInfo("env") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _open.TrySetException(new InvalidOperationException($"NewsDesk ended before it was open:\n{Output}"));
    }

    /// <summary>What it has said so far, on both outputs.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public Uri Address => _open.Task.Result;

    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it says that it is open.</summary>
    public static async Task<RunningDesk> OpenAsync(string content, string data, CancellationToken cancel, params string[] more)
    {
        var desk = Start(["--content", content, "--data", data, "--urls", "http://127.0.0.1:0", .. more]);
        await desk._open.Task.WaitAsync(TimeToOpen, cancel);
        return desk;
    }

    public static RunningDesk Start(params IEnumerable<string> arguments)
    {
        var desk = new RunningDesk(arguments);
        desk._process.Start();
        desk._process.BeginOutputReadLine();
        desk._process.BeginErrorReadLine();
        return desk;
    }

    /// <summary>Asks it to end, as the system does, and answers its exit code.</summary>
    public async Task<int> EndAsync(string signal, CancellationToken cancel)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        return await ExitAsync(cancel);
    }

    public async Task<int> ExitAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (OpenAt().Match(line) is { Success: true } open) _open.TrySetResult(new Uri(open.Groups["url"].Value));
    }

    [GeneratedRegex(@"NewsDesk is open at (?<url>http://\S+?)\. ", RegexOptions.None, 1000)]
    private static partial Regex OpenAt();
}
