using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;

namespace NewsDesk.Newsroom.Hub;

/// <summary>Looks for changes of our feeds and tells those who want to know, for as long as the desk is open.</summary>
public sealed class HubService(
    ArchiveDatabase archive, HubWatch watch, HubCalls calls, Subscriptions subscriptions, Announcements announcements, HubList hubs, HubPace pace, TimeProvider clock,
    ILogger<HubService> log) : BackgroundService
{
    private readonly GatherBell _bell = new();
    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private DateTimeOffset _forgot;
    private bool _isBlind;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!hubs.IsOpen && hubs.Others.Count == 0) return;
        // The site opens first.
        await Task.Yield();
        archive.Written += OnWritten;
        using var lanes = new Lanes<HubErrand, string>(pace.MostAtOnce, errand => errand.Server, errand => RunAsync(errand, stoppingToken), (errand, reason) => PostponeAsync(errand, reason, stoppingToken));
        try
        {
            while (true)
            {
                var took = await RoundAsync(lanes, stoppingToken);
                // However many feeds are followed, most of the machine is left to who reads them.
                await Task.Delay(took / pace.MostOfAProcessor is { Ticks: > 0 } rest ? rest : TimeSpan.FromMilliseconds(20), clock, stoppingToken);
                await _bell.WaitAsync(pace.LookEvery, clock, stoppingToken);
            }
        }
        finally
        {
            archive.Written -= OnWritten;
            await lanes.DrainAsync();
            await ReleaseAsync();
        }
    }

    private async Task<TimeSpan> RoundAsync(Lanes<HubErrand, string> lanes, CancellationToken cancel)
    {
        try
        {
            var took = await watch.LookAsync(cancel);
            await ClaimAsync(lanes, cancel);
            await ForgetAsync(cancel);
            _isBlind = false;
            return took;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The outermost loop: what is to be told stands in the archive, and is told when that can be read again.
            if (!_isBlind) log.LogError(error, "The hub could not look what there is to tell; it goes on trying");
            _isBlind = true;
            return TimeSpan.Zero;
        }
    }

    private async Task ClaimAsync(Lanes<HubErrand, string> lanes, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + pace.ClaimLasts;
        // Asked before it is claimed: a claim is a change, and each change calls us again.
        if (hubs.IsOpen && lanes.Pending < pace.MostClaimed && await subscriptions.AnyDueAsync(now, cancel))
        {
            lanes.Add((await subscriptions.ClaimRequestsAsync(_node, pace.MostClaimed - lanes.Pending, now, until, cancel)).Select(request => new HubErrand.Verify(request)));
            lanes.Add((await subscriptions.ClaimUntoldAsync(_node, Math.Max(0, pace.MostClaimed - lanes.Pending), now, until, cancel)).Select(one => new HubErrand.Deliver(one)));
        }

        if (hubs.Others.Count > 0 && lanes.Pending < pace.MostClaimed && await announcements.AnyDueAsync(now, cancel))
            lanes.Add((await announcements.ClaimAsync(_node, pace.MostClaimed - lanes.Pending, now, until, cancel)).Select(ping => new HubErrand.Tell(ping)));
    }

    private async Task ForgetAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow() - _forgot < pace.ForgetEvery) return;
        _forgot = clock.GetUtcNow();
        if (await subscriptions.ForgetExpiredAsync(_forgot, cancel) is > 0 and var ended) log.LogInformation("{Count} subscriptions ended: their time was over", ended);
    }

    /// <summary>Null, or why the same server is not called again just now.</summary>
    private async Task<string?> RunAsync(HubErrand errand, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return null;
        try
        {
            return await calls.RunAsync(_node, errand, cancel) ? null : "its host could not be reached a moment ago";
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error)
        {
            // The outermost loop of a call: its claim runs out by itself, and the next one is made.
            log.LogError(error, "{Address} could not be called", errand.Address);
            return null;
        }
    }

    private async Task PostponeAsync(HubErrand errand, string reason, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return;
        try
        {
            await calls.PostponeAsync(_node, errand, reason, CancellationToken.None);
        }
        catch (ArchiveException error)
        {
            log.LogError("{Address} is called later, and that could not be written down: {Reason}", errand.Address, error.Message);
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await subscriptions.ReleaseAsync(_node, CancellationToken.None);
            await announcements.ReleaseAsync(_node, CancellationToken.None);
        }
        catch (ArchiveException error)
        {
            // The claims run out by themselves.
            log.LogError("What the hub had taken on could not be given back: {Reason}", error.Message);
        }
    }

    private void OnWritten(object? sender, EventArgs e) => _bell.Ring();
}
