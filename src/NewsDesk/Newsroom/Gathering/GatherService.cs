using NewsDesk.Settings;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Gathers behind the pages for as long as the desk is open.</summary>
public sealed class GatherService(Gatherer gatherer, GatherBell bell, DeskSettings settings, ILogger<GatherService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Gather)
        {
            log.LogInformation("Nothing is gathered by this process: Wire:Gather is off");
            return;
        }

        // The site opens first.
        await Task.Yield();
        await gatherer.FollowAsync(progress: null, bell, stoppingToken);
    }
}
