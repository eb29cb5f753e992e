using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Tests.Wire.Fetching;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>Who lives keeps its sources, however long their turn takes; of who was killed they come free within minutes.</summary>
public sealed class HeldClaimsTests
{
    private static readonly GatherPace Pace = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_in_work_stays_claimed_and_one_that_was_visited_or_whose_process_died_does_not()
    {
        await using var room = await GatherRoom.OpenAsync();
        await room.WatchAsync(Enumerable.Range(0, 3).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://e.org/{i}", Title = $"{i}" }));
        var clock = new ManualClock();
        var claimed = await room.Visits.ClaimAskedAsync("alive", [1, 2], clock.GetUtcNow(), clock.GetUtcNow() + Pace.ClaimLasts, Cancel);
        Assert.Single(await room.Visits.ClaimAskedAsync("killed", [3], clock.GetUtcNow(), clock.GetUtcNow() + Pace.ClaimLasts, Cancel));
        await using var held = new HeldClaims(room.Visits, "alive", clock, Pace, NullLogger.Instance);
        held.Add(claimed);
        held.LetGo(claimed[1]);

        for (var minute = 1; minute <= 6; minute++)
        {
            clock.Advance(Pace.RenewEvery);
            var renewed = clock.GetUtcNow() + Pace.ClaimLasts;
            while ((await room.Sources.FindAsync(1, Cancel))!.ClaimedUntil != renewed || clock.Waiting == 0) await Task.Delay(5, Cancel);
        }

        Assert.Equal([2L, 3L], (await room.Visits.ClaimAskedAsync("another", [1, 2, 3], clock.GetUtcNow(), clock.GetUtcNow() + Pace.ClaimLasts, Cancel)).Select(source => source.Id));
    }

    [Fact]
    public async Task A_round_renews_what_waits_while_one_visit_takes_long()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var room = await GatherRoom.OpenAsync();
        await room.WatchAsync(Enumerable.Range(0, 2).Select(i => new WatchedSource { Kind = SourceKind.Feed, Url = $"https://e.org/{i}", Title = $"{i}" }));
        room.Web.With("https://e.org/0", AWeb.Rss()).With("https://e.org/1", AWeb.Rss());
        var clock = new ManualClock();
        Fetch slow = async (request, cancel) =>
        {
            asked.TrySetResult();
            await answer.Task;
            return await room.Fetch(request, cancel);
        };
        var gatherer = new NewsDesk.Newsroom.Gathering.Gatherer(slow, room.Sources, room.Articles, room.Visits, clock, Pace, NullLogger<NewsDesk.Newsroom.Gathering.Gatherer>.Instance);

        var round = gatherer.GatherAsync([1, 2], null, Cancel);
        await asked.Task.WaitAsync(Cancel);
        for (var minute = 1; minute <= 4; minute++)
        {
            clock.Advance(Pace.RenewEvery);
            var renewed = clock.GetUtcNow() + Pace.ClaimLasts;
            while ((await room.Sources.ListAsync(Cancel)).Any(source => source.ClaimedUntil != renewed) || clock.Waiting == 0) await Task.Delay(5, Cancel);
        }

        Assert.Empty(await room.Visits.ClaimAskedAsync("another", [1, 2], clock.GetUtcNow(), clock.GetUtcNow() + Pace.ClaimLasts, Cancel));
        answer.SetResult();
        Assert.Equal(2, (await round).Count);
        Assert.All(await room.Sources.ListAsync(Cancel), source => Assert.Null(source.ClaimedUntil));
    }
}
