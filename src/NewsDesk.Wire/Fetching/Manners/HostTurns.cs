using System.Globalization;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>
/// Who may ask a host when: one request at a time, in the order in which they came, with a pause between two, and none at all
/// while the host has asked to be left alone.
/// </summary>
internal sealed class HostTurns(TimeSpan delay, TimeProvider clock)
{
    /// <summary>Who would wait longer for a turn is told to come again.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    /// <summary>A Crawl-delay of an hour would mean never: a longer one counts as this.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);

    /// <summary>The pause after a first 429 or 503 that names none; it doubles with each that follows.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>A Retry-After of a year is a mistake.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromDays(1);

    /// <summary>With so many hosts known, those that nobody waits for any more are forgotten.</summary>
    private const int FirstSweep = 512;

    private const int MaxHosts = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostLine> _lines = new(StringComparer.Ordinal);
    private int _sweepAt = FirstSweep;

    /// <summary>How many hosts are known at the moment.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _lines.Count;
        }
    }

    /// <summary>Waits for the turn. Dispose it when the answer is read.</summary>
    public async ValueTask<(Turn? Turn, Failure? Failure)> TakeAsync(string host, CancellationToken cancel)
    {
        var line = Enter(host, out var refused);
        if (line is null) return (null, refused);
        var isHeld = false;
        try
        {
            if (!line.IsCrowdAllowed)
            {
                await line.Gate.WaitAsync(cancel);
                isHeld = true;
                if (PauseFor(line) is { Ticks: > 0 } pause) await Task.Delay(pause, clock, cancel);
            }

            if (Closed(line) is { } closed)
            {
                Leave(line, isHeld);
                return (null, closed);
            }

            return (new(this, line, isHeld), null);
        }
        catch (OperationCanceledException)
        {
            Leave(line, isHeld);
            throw;
        }
    }

    /// <summary>What robots.txt asks of us between two requests.</summary>
    public void Slow(string host, TimeSpan? crawlDelay)
    {
        if (crawlDelay is not { } asked || delay == TimeSpan.Zero) return;
        lock (_lock)
        {
            LineOf(host).Pause = Max(delay, asked < MaxPause ? asked : MaxPause);
        }
    }

    private HostLine? Enter(string host, out Failure? refused)
    {
        lock (_lock)
        {
            var line = LineOf(host);
            refused = Closed(line);
            if (refused is not null) return null;
            if (!line.IsCrowdAllowed && line.Pause * line.Users > MaxWait)
            {
                refused = new(FailureKind.Waiting, $"{line.Users} other requests to this host wait for their turn, so nothing was sent", line.Pause * line.Users);
                return null;
            }

            line.Users++;
            return line;
        }
    }

    private HostLine LineOf(string host)
    {
        if (_lines.TryGetValue(host, out var known)) return known;
        Sweep();
        return _lines[host] = new(delay, isCrowdAllowed: delay == TimeSpan.Zero);
    }

    private Failure? Closed(HostLine line)
    {
        var rest = line.ClosedUntil - clock.GetUtcNow();
        return rest <= TimeSpan.Zero ? null : new(FailureKind.Waiting, string.Create(CultureInfo.InvariantCulture,
            $"the host said that it is overloaded or asked too often, and is left alone until {line.ClosedUntil.UtcDateTime:HH:mm} UTC; nothing was sent"), rest);
    }

    /// <summary>Gives the turn on, and remembers what the answer said of the host's health.</summary>
    private void Leave(HostLine line, bool isHeld, bool isAsked = false, bool isOverrun = false, TimeSpan? retryAfter = null)
    {
        lock (_lock)
        {
            line.Users--;
            if (isAsked)
            {
                line.ReadyAt = clock.GetUtcNow() + line.Pause;
                line.Overruns = isOverrun ? line.Overruns + 1 : 0;
                if (isOverrun) line.ClosedUntil = Later(line.ClosedUntil, clock.GetUtcNow() + (retryAfter ?? Rest(line.Overruns)));
            }
        }

        if (isHeld) line.Gate.Release();
    }

    private static TimeSpan Rest(int overruns)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(overruns - 1, 10));
        return rest < LongestRest ? rest : LongestRest;
    }

    /// <summary>Never longer than the pause itself: somebody may have set the clock back.</summary>
    private TimeSpan PauseFor(HostLine line) => line.ReadyAt - clock.GetUtcNow() is var pause && pause < line.Pause ? pause : line.Pause;

    /// <summary>Forgets the hosts that are in no use, and when an attack names more than any desk has, also those that rest.</summary>
    private void Sweep()
    {
        if (_lines.Count < _sweepAt) return;
        var now = clock.GetUtcNow();
        foreach (var (host, line) in _lines)
        {
            if (line.Users == 0 && line.ReadyAt <= now && line.ClosedUntil <= now) _lines.Remove(host);
        }

        if (_lines.Count >= MaxHosts)
        {
            foreach (var (host, line) in _lines)
            {
                if (line.Users == 0) _lines.Remove(host);
            }
        }

        _sweepAt = Math.Max(FirstSweep, Math.Min(_lines.Count * 2, MaxHosts));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>The right to ask a host now.</summary>
    public sealed class Turn(HostTurns turns, HostLine line, bool isHeld) : IDisposable
    {
        private bool _isOver;
        private bool _isOverrun;
        private TimeSpan? _retryAfter;

        /// <summary>The host answered 429 or 503.</summary>
        public void Overrun(TimeSpan? retryAfter) => (_isOverrun, _retryAfter) = (true, retryAfter);

        public void Dispose()
        {
            if (_isOver) return;
            _isOver = true;
            turns.Leave(line, isHeld, isAsked: true, _isOverrun, _retryAfter);
        }
    }

    /// <summary>One host, with those who wait for it.</summary>
    internal sealed class HostLine(TimeSpan pause, bool isCrowdAllowed)
    {
        /// <summary>Lets waiters pass in the order in which they came.</summary>
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public bool IsCrowdAllowed => isCrowdAllowed;

        public TimeSpan Pause { get; set; } = pause;

        public int Users { get; set; }

        public int Overruns { get; set; }

        public DateTimeOffset ReadyAt { get; set; }

        public DateTimeOffset ClosedUntil { get; set; }
    }
}
