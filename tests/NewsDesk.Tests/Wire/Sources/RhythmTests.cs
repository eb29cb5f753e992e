using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Sources.Rhythm;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class RhythmTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero); // A Wednesday.

    private static readonly FeedHints None = new();

    [Theory]
    [InlineData(10, 5)] // Every ten minutes: as often as we ever look.
    [InlineData(60, 12)]
    [InlineData(24 * 60, 288)]
    [InlineData(14 * 24 * 60, 24 * 60)]
    public void Who_publishes_often_is_looked_at_often(int minutesBetween, int minutesToWait) =>
        Assert.Equal(TimeSpan.FromMinutes(minutesToWait), Pulse.Learn(Enumerable.Range(0, 20).Select(i => Now.AddMinutes(-i * minutesBetween)), Now, TimeSpan.FromHours(1), broughtNew: true));

    [Fact]
    public void Who_falls_silent_is_looked_at_less()
    {
        var hourly = Enumerable.Range(0, 20).Select(i => Now.AddDays(-5).AddHours(-i));

        Assert.Equal(TimeSpan.FromHours(12), Pulse.Learn(hourly, Now, TimeSpan.FromHours(1), broughtNew: false));
        Assert.Equal(TimeSpan.FromHours(12), Pulse.AfterSilence(TimeSpan.FromMinutes(12), TimeSpan.FromDays(5)));
        Assert.Equal(TimeSpan.FromHours(24), Pulse.AfterSilence(TimeSpan.FromMinutes(12), TimeSpan.FromDays(500)));
    }

    [Fact]
    public void Without_dates_what_comes_tells()
    {
        Assert.Equal(TimeSpan.FromMinutes(30), Pulse.Learn([], Now, TimeSpan.FromHours(1), broughtNew: true));
        Assert.Equal(TimeSpan.FromMinutes(75), Pulse.Learn([], Now, TimeSpan.FromHours(1), broughtNew: false));
        Assert.Equal(TimeSpan.FromMinutes(5), Pulse.Learn([Now.AddYears(3)], Now, TimeSpan.FromMinutes(1), broughtNew: true));
        Assert.Equal(TimeSpan.FromHours(24), Pulse.Learn([Now.AddYears(-40), Now.AddYears(-41)], Now, TimeSpan.FromHours(23), broughtNew: false));
    }

    [Fact]
    public void An_issue_that_comes_out_at_one_moment_counts_as_one()
    {
        var issues = Enumerable.Range(0, 2).SelectMany(day => Enumerable.Repeat(Now.AddDays(-day), 10));

        Assert.Equal(TimeSpan.FromHours(4.8), Pulse.Learn(issues, Now, TimeSpan.FromHours(1), broughtNew: true));
    }

    [Fact]
    public void What_the_source_asks_for_is_the_least_that_is_waited_up_to_a_day()
    {
        Assert.InRange(Wait(None with { TimeToLive = TimeSpan.FromHours(2) }), 1.8, 2.2);
        Assert.InRange(Wait(None with { UpdateEvery = TimeSpan.FromHours(3) }), 2.7, 3.3);
        Assert.InRange(Wait(None, TimeSpan.FromHours(4)), 3.6, 4.4);
        Assert.InRange(Wait(None with { TimeToLive = TimeSpan.FromDays(300) }), 21.6, 26.4);
        Assert.InRange(Wait(None with { TimeToLive = TimeSpan.FromMinutes(1) }), 0.9, 1.1);

        static double Wait(FeedHints hints, TimeSpan? fresh = null) => (Due.Next("https://e.org/", Now, TimeSpan.FromHours(1), hints, fresh) - Now).TotalHours;
    }

    [Fact]
    public void Quiet_hours_and_days_are_passed_over()
    {
        var hours = Due.Next("https://e.org/", Now, TimeSpan.FromHours(1), None with { SkipHours = [12, 13, 14] }, null);
        var days = Due.Next("https://e.org/", Now, TimeSpan.FromHours(1), None with { SkipDays = [DayOfWeek.Wednesday, DayOfWeek.Thursday] }, null);
        var always = Due.Next("https://e.org/", Now, TimeSpan.FromHours(1), None with { SkipHours = [.. Enumerable.Range(0, 24)] }, null);

        Assert.Equal((18, 15), (hours.Day, hours.Hour));
        Assert.Equal((DayOfWeek.Friday, 0), (days.DayOfWeek, days.Hour));
        Assert.InRange((always - Now).TotalHours, 0.9, 1.1);
    }

    [Fact]
    public void Sources_that_were_added_together_are_spread_evenly_and_the_same_every_time()
    {
        var waits = Enumerable.Range(0, 1000).Select(i => (Due.Next($"https://e{i}.org/feed", Now, TimeSpan.FromHours(10), None, null) - Now).TotalHours).ToList();

        Assert.Equal(waits, Enumerable.Range(0, 1000).Select(i => (Due.Next($"https://e{i}.org/feed", Now, TimeSpan.FromHours(10), None, null) - Now).TotalHours));
        Assert.All(waits, wait => Assert.InRange(wait, 9, 11));
        // Ten slices of a fifth of an hour: each has about a tenth.
        Assert.All(Enumerable.Range(0, 10), slice => Assert.InRange(waits.Count(wait => wait >= 9 + (slice * 0.2) && wait < 9.2 + (slice * 0.2)), 60, 140));
    }

    [Fact]
    public void Failures_are_answered_with_longer_and_longer_rests()
    {
        var rests = Enumerable.Range(1, 30).Select(failures => (Due.AfterFailure("https://e.org/", Now, failures, null) - Now).TotalMinutes).ToList();

        Assert.InRange(rests[0], 4.5, 5.5);
        Assert.InRange(rests[3], 36, 44);
        Assert.InRange(rests[^1], 0.9 * 24 * 60, 1.1 * 24 * 60);
        Assert.Equal(TimeSpan.FromHours(3), Due.AfterFailure("https://e.org/", Now, 1, TimeSpan.FromHours(3)) - Now);
        Assert.Equal(TimeSpan.FromDays(7), Due.AfterFailure("https://e.org/", Now, 1, TimeSpan.FromDays(4000)) - Now);
    }
}
