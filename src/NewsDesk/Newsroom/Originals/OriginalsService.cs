using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Settings;

namespace NewsDesk.Newsroom.Originals;

/// <summary>Fetches what posts answer or cite and the archive does not know, one after the other, behind the pages.</summary>
public sealed class OriginalsService(
    OriginalFinder finder, PostDesk desk, Posts posts, Notes notes, DeskSettings settings, House house, CurrentMasthead masthead, TimeProvider clock,
    ILogger<OriginalsService> log) : BackgroundService
{
    /// <summary>In one round; the rest waits for the next.</summary>
    private const int MaxInARound = 50;

    /// <summary>So many of the unknown are looked through for those that are due.</summary>
    private const int MaxListed = 2_000;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Gather) return;
        // The site opens first.
        await Task.Yield();
        while (true)
        {
            var pause = LookAnyway;
            try
            {
                pause = await RoundAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The outermost loop: whatever went wrong this time, it is tried again.
                log.LogError(error, "The originals of posts could not be looked for; it is tried again");
            }

            await desk.Printed.WaitAsync(pause, clock, stoppingToken);
        }
    }

    /// <summary>Answers how long there will be nothing to do, unless a post is printed.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancel)
    {
        var missed = await MissedOriginals.ReadAsync(notes, cancel);
        var unknown = (await posts.ListUnknownOriginalsAsync(MaxListed, cancel))
            .Where(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !ReservedNames.Contain(address) && !IsOurs(address)).ToList();
        var due = unknown.Where(url => missed.IsDue(url, clock.GetUtcNow())).ToList();
        foreach (var url in due.Take(MaxInARound))
        {
            await FindAsync(url, missed, cancel);
            await missed.SaveAsync(notes, cancel);
        }

        if (due.Count > MaxInARound) return BetweenRounds;
        return missed.NextOf(unknown) is { } next && next - clock.GetUtcNow() is var wait && wait < LookAnyway ? (wait > BetweenRounds ? wait : BetweenRounds) : LookAnyway;
    }

    /// <summary>A post that cites another one needs no article made of it.</summary>
    private bool IsOurs(Uri address) => address.Authority.Equals(masthead.Now.SiteUrl.Authority, StringComparison.OrdinalIgnoreCase);

    private async Task FindAsync(string url, MissedOriginals missed, CancellationToken cancel)
    {
        switch (await finder.FindAsync(new Uri(url), cancel))
        {
            case OriginalFinder.Outcome.Found { Article: var article }:
                missed.Forget(url);
                log.LogInformation("Read the original {Url}: {Title}", url, article.Title);
                await desk.ReprintAsync(house.Content, [url], masthead.Now, cancel);
                break;
            case OriginalFinder.Outcome.NotFound { Reason: var reason, IsLasting: var isLasting, RetryAfter: var retryAfter }:
                if (!missed.IsKnown(url))
                    log.LogWarning("{Url}, which a post answers or cites, is not read: {Reason}. Readers see what the post says of it; under originals it may have title and publisher", url, reason);
                missed.Note(url, isLasting, retryAfter, clock.GetUtcNow());
                break;
        }
    }
}
