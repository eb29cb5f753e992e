using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Fetching.Manners;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class HostTurnsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualClock _clock = new();
    private readonly HostTurns _turns;

    public HostTurnsTests() => _turns = new(Second, _clock);

    [Fact]
    public async Task A_host_is_asked_by_one_at_a_time_in_order_with_a_pause()
    {
        var order = new List<(int Who, TimeSpan At)>();
        var start = _clock.GetUtcNow();
        var first = await TakeAsync();
        var waiting = Enumerable.Range(1, 3).Select(async who =>
        {
            using var turn = await TakeAsync();
            lock (order) order.Add((who, _clock.GetUtcNow() - start));
        }).ToList();
        _clock.Advance(10 * Second);
        Assert.Empty(order);

        first.Dispose();
        foreach (var _ in waiting) await AdvanceWhenSomebodyWaitsAsync();
        await Task.WhenAll(waiting);

        Assert.Equal([(1, 11 * Second), (2, 12 * Second), (3, 13 * Second)], order);
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_one_another()
    {
        using var one = await TakeAsync("one.example");
        using var other = await TakeAsync("other.example");
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line()
    {
        var first = await TakeAsync();
        using var given = new CancellationTokenSource();
        var impatient = _turns.TakeAsync("moon.example", given.Token).AsTask();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        first.Dispose();

        var next = TakeAsync();
        await AdvanceWhenSomebodyWaitsAsync();
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_during_the_pause_passes_the_turn_on()
    {
        (await TakeAsync()).Dispose();
        using var given = new CancellationTokenSource();
        var impatient = _turns.TakeAsync("moon.example", given.Token).AsTask();
        var next = TakeAsync();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        await AdvanceWhenSomebodyWaitsAsync();
        (await next).Dispose();
    }

    [Fact]
    public async Task An_overrun_host_is_left_alone_as_long_as_it_asks()
    {
        Overrun(await TakeAsync(), TimeSpan.FromMinutes(5));

        var (turn, failure) = await _turns.TakeAsync("moon.example", TestContext.Current.CancellationToken);
        Assert.Null(turn);
        Assert.Equal((FailureKind.Waiting, TimeSpan.FromMinutes(5), "the host said that it is overloaded or asked too often, and is left alone until 12:05 UTC; nothing was sent"),
            (failure!.Kind, failure.RetryAfter, failure.Reason));

        _clock.Advance(TimeSpan.FromMinutes(5));
        (await TakeAsync()).Dispose();
    }

    [Fact]
    public async Task Those_who_wait_when_a_host_closes_are_told_at_once()
    {
        var first = await TakeAsync();
        var waiting = Enumerable.Range(0, 3).Select(_ => _turns.TakeAsync("moon.example", TestContext.Current.CancellationToken).AsTask()).ToList();
        Overrun(first, TimeSpan.FromHours(1));
        await AdvanceWhenSomebodyWaitsAsync();

        Assert.All(await Task.WhenAll(waiting), one => Assert.Equal(FailureKind.Waiting, one.Failure?.Kind));
    }

    [Fact]
    public async Task The_rest_grows_while_the_host_stays_overrun()
    {
        var rests = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            Overrun(await TakeAsync(), null);
            var (_, failure) = await _turns.TakeAsync("moon.example", TestContext.Current.CancellationToken);
            rests.Add(failure!.RetryAfter!.Value.TotalMinutes);
            _clock.Advance(failure.RetryAfter.Value);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], rests);
    }

    [Fact]
    public async Task A_crawl_delay_lengthens_the_pause_within_reason()
    {
        _turns.Slow("moon.example", 20 * Second);
        _turns.Slow("mad.example", TimeSpan.FromDays(1));
        _turns.Slow("hasty.example", TimeSpan.FromMilliseconds(1));

        Assert.Equal(20 * Second, await PauseAsync("moon.example"));
        Assert.Equal(TimeSpan.FromMinutes(5), await PauseAsync("mad.example"));
        Assert.Equal(Second, await PauseAsync("hasty.example"));
    }

    [Fact]
    public async Task A_line_of_more_than_five_minutes_takes_nobody_more()
    {
        using var given = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 1000).Select(_ => _turns.TakeAsync("moon.example", given.Token).AsTask()).ToList();

        Assert.Equal(1000 - 301, waiting.Count(one => one.IsCompletedSuccessfully && one.Result.Failure?.Kind == FailureKind.Waiting));
        await given.CancelAsync();
        Assert.All(waiting.Skip(1).Take(300), one => Assert.False(one.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nobody_waiting()
    {
        (await TakeAsync()).Dispose();
        _clock.Advance(TimeSpan.FromHours(-5));

        var next = TakeAsync();
        await AdvanceWhenSomebodyWaitsAsync();
        (await next).Dispose();
    }

    [Fact]
    public async Task Hosts_that_nobody_asks_any_more_are_forgotten()
    {
        for (var i = 0; i < 20_000; i++)
        {
            (await TakeAsync($"host-{i}.example")).Dispose();
            if (i % 100 == 0) _clock.Advance(Second);
        }

        Assert.InRange(_turns.Count, 1, 1000);
    }

    [Fact]
    public async Task Hosts_that_all_ask_for_a_day_of_rest_do_not_fill_the_memory()
    {
        for (var i = 0; i < 25_000; i++) Overrun(await TakeAsync($"host-{i}.example"), TimeSpan.FromDays(1));

        Assert.InRange(_turns.Count, 1, 20_000);
    }

    [Fact]
    public async Task Without_a_pause_several_ask_at_a_time()
    {
        var turns = new HostTurns(TimeSpan.Zero, _clock);
        using var one = (await turns.TakeAsync("moon.example", TestContext.Current.CancellationToken)).Turn;
        using var other = (await turns.TakeAsync("moon.example", TestContext.Current.CancellationToken)).Turn;

        Assert.NotNull(one);
        Assert.NotNull(other);
    }

    private async Task<TimeSpan> PauseAsync(string host)
    {
        (await TakeAsync(host)).Dispose();
        var (start, next) = (_clock.GetUtcNow(), TakeAsync(host));
        while (!next.IsCompleted) await AdvanceWhenSomebodyWaitsAsync();
        (await next).Dispose();
        return _clock.GetUtcNow() - start;
    }

    private static void Overrun(HostTurns.Turn turn, TimeSpan? retryAfter)
    {
        turn.Overrun(retryAfter);
        turn.Dispose();
    }

    private async Task<HostTurns.Turn> TakeAsync(string host = "moon.example")
    {
        var (turn, failure) = await _turns.TakeAsync(host, TestContext.Current.CancellationToken);
        return turn ?? throw new Xunit.Sdk.XunitException($"{host} is closed: {failure!.Reason}");
    }

    private async Task AdvanceWhenSomebodyWaitsAsync()
    {
        while (_clock.Waiting == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        _clock.Advance(Second);
    }
}
