using System.Text;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Wire.Sources.Rhythm;

/// <summary>When a source is next to be looked at.</summary>
public static class Due
{
    /// <summary>Of the waiting time, to both sides: sources that were added together drift apart.</summary>
    private const double Spread = 0.1;

    /// <summary>After the first failure; doubled with each one that follows.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(5);

    /// <summary>Nobody is waited for longer, whatever it asks.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <summary>
    /// After a visit that went well. The source's own wishes (<c>ttl</c>, <c>sy:</c>, <c>Cache-Control</c>) are the least that is waited, up to a day; hours and days that it
    /// calls quiet are passed over.
    /// </summary>
    public static DateTimeOffset Next(string url, DateTimeOffset now, TimeSpan wait, FeedHints hints, TimeSpan? freshFor)
    {
        foreach (var wish in new[] { hints.TimeToLive, hints.UpdateEvery, freshFor })
        {
            if (wish is { } least && least > wait) wait = least < Pulse.Longest ? least : Pulse.Longest;
        }

        return Awake(now + Spreaded(wait, url, 0), hints);
    }

    /// <summary>When the operator said how often.</summary>
    public static DateTimeOffset Every(string url, DateTimeOffset now, TimeSpan every) => now + Spreaded(every, url, 0);

    /// <summary>After a failure, the <paramref name="failures"/>th in a row; <paramref name="asked"/> is what the server said in Retry-After.</summary>
    public static DateTimeOffset AfterFailure(string url, DateTimeOffset now, int failures, TimeSpan? asked)
    {
        var rest = TimeSpan.FromTicks((long)Math.Min(Pulse.Longest.Ticks, FirstRest.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, 12))));
        var wait = Spreaded(rest, url, failures);
        if (asked is { } wish && wish > wait) wait = wish < LongestAsked ? wish : LongestAsked;
        return now + wait;
    }

    /// <summary>The same for the same source every time, so that a restart changes nothing.</summary>
    private static TimeSpan Spreaded(TimeSpan wait, string url, int turn)
    {
        // FNV-1a: the runtime's own hash differs from start to start.
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(url)) hash = (hash ^ value) * 16777619u;
        hash = (hash ^ (uint)turn) * 16777619u;
        hash ^= hash >> 15;
        return wait * (1 - Spread + (2 * Spread * (hash % 1000 / 999d)));
    }

    private static DateTimeOffset Awake(DateTimeOffset due, FeedHints hints)
    {
        if (hints.SkipHours.Count == 0 && hints.SkipDays.Count == 0) return due;
        // Who never wakes in a week is not taken at its word.
        for (var hours = 0; hours <= 7 * 24; hours++)
        {
            var at = hours == 0 ? due : new DateTimeOffset(due.UtcDateTime.Date.AddHours(due.UtcDateTime.Hour + hours), TimeSpan.Zero) + (due - due.AddMinutes(-due.Minute).AddSeconds(-due.Second));
            if (!hints.SkipHours.Contains(at.UtcDateTime.Hour) && !hints.SkipDays.Contains(at.UtcDateTime.DayOfWeek)) return at;
        }

        return due;
    }
}
