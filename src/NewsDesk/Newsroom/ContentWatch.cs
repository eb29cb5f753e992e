using System.Threading.Channels;

namespace NewsDesk.Newsroom;

/// <summary>Tells when something in the content folder may have changed.</summary>
public sealed class ContentWatch : IDisposable
{
    /// <summary>Editors save in several steps (write, rename, touch): what comes this close together is one change.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(120);

    /// <summary>Network file systems send no events, and a burst may overflow their queue: so we also look without being called.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1.5);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? _watcher;
    private readonly TimeProvider _clock;

    public ContentWatch(string folder, TimeProvider clock, ILogger log)
    {
        _clock = clock;
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 65536 };
            _watcher.Changed += (_, _) => Call();
            _watcher.Created += (_, _) => Call();
            _watcher.Deleted += (_, _) => Call();
            _watcher.Renamed += (_, _) => Call();
            _watcher.Error += (_, _) => Call();
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException error)
        {
            // The system has no watches left to give: looking every now and then does it too.
            log.LogWarning("The content folder cannot be watched ({Reason}); it is looked at every {Seconds} s", error.Message, LookAnyway.TotalSeconds);
        }
    }

    public async Task WaitAsync(CancellationToken cancel)
    {
        await using var timer = _clock.CreateTimer(_ => Call(), null, LookAnyway, Timeout.InfiniteTimeSpan);
        await _calls.Reader.ReadAsync(cancel);
        await Task.Delay(Together, _clock, cancel);
        _calls.Reader.TryRead(out _);
    }

    private void Call() => _calls.Writer.TryWrite(true);

    public void Dispose() => _watcher?.Dispose();
}
