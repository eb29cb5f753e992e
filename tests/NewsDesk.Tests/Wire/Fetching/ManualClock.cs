namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>A clock that goes on only when the test says so; who waits for it is woken then.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Bell> _bells = [];
    private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>How many wait for a later time.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _bells.Count(bell => bell.At is not null);
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Bell> rung;
        lock (_lock)
        {
            _now += time;
            rung = _bells.FindAll(bell => bell.At <= _now);
            foreach (var bell in rung) bell.At = null;
        }

        foreach (var bell in rung) bell.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, () => callback(state));
        lock (_lock) _bells.Add(bell);
        bell.Change(dueTime, period);
        return bell;
    }

    private sealed class Bell(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset? At { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock) At = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock) clock._bells.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
