using System.Collections.Concurrent;
using NewsDesk.Archive;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>
/// Renews the claims on what is not visited yet for as long as this process lives: a source that waits long for its turn stays ours, and of one that was killed they run
/// out within minutes. What was visited is let go even where that could not be written down.
/// </summary>
public sealed class HeldClaims : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, bool> _held = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Visits _visits;
    private readonly string _node;
    private readonly TimeProvider _clock;
    private readonly GatherPace _pace;
    private readonly ILogger _log;
    private readonly Task _renewing;

    public HeldClaims(Visits visits, string node, TimeProvider clock, GatherPace pace, ILogger log)
    {
        (_visits, _node, _clock, _pace, _log) = (visits, node, clock, pace, log);
        _renewing = RenewAsync();
    }

    public void Add(IEnumerable<Source> claimed)
    {
        foreach (var source in claimed) _held[source.Id] = true;
    }

    public void LetGo(Source source) => _held.TryRemove(source.Id, out _);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        _end.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_pace.RenewEvery, _clock, _end.Token);
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // All is visited, or given back.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            await _visits.RenewAsync(_node, [.. _held.Keys], _clock.GetUtcNow() + _pace.ClaimLasts, _end.Token);
        }
        catch (ArchiveException error)
        {
            _log.LogWarning("The claims on sources were not renewed, and another process may visit them too: {Reason}", error.Message);
        }
    }
}
