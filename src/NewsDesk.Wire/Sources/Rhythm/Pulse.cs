namespace NewsDesk.Wire.Sources.Rhythm;

/// <summary>How often a source publishes, and so how often it is worth a look.</summary>
public static class Pulse
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>What an article waits for us on average is then a tenth of what the next one keeps us waiting.</summary>
    private const double LooksPerArticle = 5;

    /// <summary>Who has been silent for ten days is looked at once a day.</summary>
    private const double LooksPerSilence = 10;

    /// <summary>Older ones tell of another time.</summary>
    private const int ItemsAsked = 20;

    /// <summary>
    /// How long to wait until the next look, by the dates of what is there; <paramref name="before"/> is what was waited the last time, for sources that write no dates.
    /// </summary>
    public static TimeSpan Learn(IEnumerable<DateTimeOffset> published, DateTimeOffset now, TimeSpan before, bool broughtNew)
    {
        DateTimeOffset[] dates = [.. published.Where(date => date <= now && date > now.AddYears(-1)).OrderDescending().Take(ItemsAsked)];
        if (dates.Length < 2) return Within(broughtNew ? before / 2 : before * 1.25);
        // A whole issue that comes out at one moment counts as one.
        TimeSpan[] gaps = [.. dates.Zip(dates.Skip(1), (newer, older) => newer - older).Where(gap => gap > TimeSpan.FromSeconds(30)).Order()];
        var usual = gaps.Length > 0 ? gaps[gaps.Length / 2] : Longest;
        var silence = now - dates[0];
        return Within(TimeSpan.FromTicks(Math.Max((long)(usual.Ticks / LooksPerArticle), (long)(silence.Ticks / LooksPerSilence))));
    }

    /// <summary>The same when nothing changed: who falls silent is looked at less and less.</summary>
    public static TimeSpan AfterSilence(TimeSpan before, TimeSpan silence) => Within(TimeSpan.FromTicks(Math.Max(before.Ticks, (long)(silence.Ticks / LooksPerSilence))));

    private static TimeSpan Within(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}
