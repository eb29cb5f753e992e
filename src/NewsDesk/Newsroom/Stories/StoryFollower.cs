using NewsDesk.Hosting;

namespace NewsDesk.Newsroom.Stories;

/// <summary>Calls the story desk whenever something waits for it, and has posts printed again whose story changed.</summary>
public sealed class StoryFollower(StoryDesk desk, PostDesk posts, House house, CurrentMasthead masthead, TimeProvider clock, ILogger<StoryFollower> log) : BackgroundService
{
    /// <summary>Asking whether something waits costs three looks into short indexes.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var pause = Look;
            try
            {
                for (var round = await desk.RunAsync(stoppingToken); ; round = await desk.RunAsync(stoppingToken))
                {
                    if (round.Answered.Count > 0) await posts.ReprintAsync(house.Content, round.Answered, masthead.Now, stoppingToken);
                    if (round.IsDone) break;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The outermost loop: what waits goes on waiting, and is tried again.
                log.LogError(error, "The story desk could not do its work; it tries again in {Seconds} s", AfterFailure.TotalSeconds);
                pause = AfterFailure;
            }

            await Task.Delay(pause, clock, stoppingToken);
        }
    }
}
