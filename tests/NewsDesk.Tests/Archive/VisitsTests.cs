using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class VisitsTests
{
    private static readonly DateTimeOffset Until = Noon.AddMinutes(5);

    [Theory, OnBoth]
    public async Task Each_due_source_goes_to_exactly_one_node(Database on)
    {
        await using var house = await OpenAsync(on);
        for (var i = 0; i < 60; i++) await house.GivenSourceAsync($"https://e.org/{i}");
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel)));

        var claimed = await Task.WhenAll(nodes.SelectMany((node, n) => Enumerable.Range(0, 3).Select(i => Task.Run(() =>
            new Visits(node).ClaimAsync($"node {n}", 7, Noon, Until, Cancel)))));

        var ids = claimed.SelectMany(some => some).Select(source => source.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty((await new Visits(nodes[0]).ClaimAsync("late", 100, Noon, Until, Cancel)).IntersectBy(ids, source => source.Id));
        Assert.Equal(60, (await new Visits(nodes[0]).ClaimAsync("after", 100, Until, Until.AddMinutes(5), Cancel)).Count);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task Only_active_sources_whose_time_has_come_are_given_the_most_overdue_first(Database on)
    {
        await using var house = await OpenAsync(on);
        foreach (var (name, due, active) in new[] { ("b", -1, true), ("a", -2, true), ("later", 1, true), ("gone", -3, false) })
            await house.Sources.SaveAsync(new Source { Kind = "feed", Url = name, Title = name, NextDue = Noon.AddMinutes(due), Active = active }, Cancel);

        Assert.Equal("a", Assert.Single(await new Visits(house.Db).ClaimAsync("n", 1, Noon, Until, Cancel)).Title);
        Assert.Equal("b", Assert.Single(await new Visits(house.Db).ClaimAsync("n", 9, Noon, Until, Cancel)).Title);
    }

    [Theory, OnBoth]
    public async Task A_visit_is_kept_and_sets_what_the_source_is_now(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.GivenSourceAsync();
        var visits = new Visits(house.Db);
        var source = Assert.Single(await visits.ClaimAsync("n", 9, Noon, Until, Cancel));
        var visit = new Visit { SourceId = source.Id, Began = Noon, TookMilliseconds = 12, Bytes = 3_000_000_000, Status = 200, Added = 1, Changed = 2, Error = "no" };
        var after = source with
        {
            Etag = "e",
            LastModified = "m",
            BodyHash = "b",
            Visited = Noon,
            Succeeded = Noon,
            LastNew = Noon,
            NextDue = Noon.AddHours(1),
            EverySeconds = 60,
            Failures = 2,
            LastError = "no",
            ClaimedBy = null,
            ClaimedUntil = null,
        };

        Assert.True(await visits.FinishAsync("n", visit, after, Cancel));
        Assert.Equal(after, await house.Sources.FindAsync(source.Id, Cancel));
        var kept = Assert.Single(await visits.ListAsync(source.Id, 9, Cancel));
        Assert.Equal(visit with { Id = kept.Id }, kept);
        Assert.False(await visits.FinishAsync("n", visit, after with { Etag = "stale" }, Cancel));
        Assert.Equal("e", (await house.Sources.FindAsync(source.Id, Cancel))!.Etag);
        Assert.Equal(2, await visits.ForgetAsync(Noon.AddDays(1), Cancel));
    }
}
