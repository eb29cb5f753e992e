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

    [Theory, OnBoth]
    public async Task What_a_person_asks_for_is_given_due_or_not_unless_another_node_has_it(Database on)
    {
        await using var house = await OpenAsync(on);
        var ids = new List<long>();
        foreach (var (url, active) in new[] { ("due", true), ("later", true), ("paused", false), ("taken", true), ("expired", true) })
            ids.Add(await house.Sources.SaveAsync(new Source { Kind = "feed", Url = url, Title = url, Active = active, NextDue = url == "later" ? Noon.AddDays(1) : Noon }, Cancel));
        ids.Add(await house.Sources.SaveAsync(new Source { Kind = "folder", Url = "folder:inbox", Title = "folder" }, Cancel));
        var visits = new Visits(house.Db);
        Assert.Single(await visits.ClaimAskedAsync("other", [ids[3]], Noon, Until, Cancel));
        Assert.Single(await visits.ClaimAskedAsync("other", [ids[4]], Noon.AddHours(-2), Noon.AddHours(-1), Cancel));

        var claimed = await visits.ClaimAskedAsync("mine", ids, Noon, Until, Cancel);

        Assert.Equal(["due", "later", "paused", "expired"], claimed.Select(source => source.Title));
        Assert.Equal(4, (await visits.ClaimAskedAsync("mine", ids, Noon, Until, Cancel)).Count);
        Assert.Empty(await visits.ClaimAskedAsync("other", [ids[0]], Noon, Until, Cancel));
        Assert.Empty(await visits.ClaimAskedAsync("mine", [], Noon, Until, Cancel));
    }

    [Theory, OnBoth]
    public async Task What_a_node_gives_back_is_there_for_others_at_once(Database on)
    {
        await using var house = await OpenAsync(on);
        for (var i = 0; i < 4; i++) await house.GivenSourceAsync($"https://e.org/{i}");
        var visits = new Visits(house.Db);
        var mine = await visits.ClaimAsync("mine", 2, Noon, Until, Cancel);
        var others = await visits.ClaimAsync("other", 2, Noon, Until, Cancel);
        Assert.Empty(await visits.ClaimAsync("third", 9, Noon, Until, Cancel));

        Assert.Equal(2, await visits.ReleaseAsync("mine", Cancel));

        Assert.Equal(mine.Select(source => source.Id).Order(), (await visits.ClaimAsync("third", 9, Noon, Until, Cancel)).Select(source => source.Id).Order());
        foreach (var source in others) Assert.True(await visits.FinishAsync("other", new Visit { SourceId = source.Id, Began = Noon }, source, Cancel));
    }

    [Theory, OnBoth]
    public async Task A_claim_is_renewed_by_who_has_it_and_by_nobody_else(Database on)
    {
        await using var house = await OpenAsync(on);
        foreach (var name in new[] { "a", "b", "c" }) await house.GivenSourceAsync($"https://e.org/{name}");
        var visits = new Visits(house.Db);
        var mine = (await visits.ClaimAsync("mine", 2, Noon, Until, Cancel)).Select(source => source.Id).ToList();
        var other = Assert.Single(await visits.ClaimAsync("other", 1, Noon, Until, Cancel)).Id;

        Assert.Equal(1, await visits.RenewAsync("mine", [mine[0], other], Until.AddMinutes(5), Cancel));
        Assert.Equal(0, await visits.RenewAsync("mine", [], Until.AddMinutes(9), Cancel));

        Assert.Equal(Until.AddMinutes(5), (await house.Sources.FindAsync(mine[0], Cancel))!.ClaimedUntil);
        Assert.Equal(new[] { mine[1], other }.Order(), (await visits.ClaimAsync("late", 9, Until, Until.AddMinutes(1), Cancel)).Select(source => source.Id).Order());
    }

    [Theory, OnBoth]
    public async Task Of_each_source_the_newest_visits_are_kept(Database on)
    {
        await using var house = await OpenAsync(on);
        var (often, seldom) = (await house.GivenSourceAsync("https://e.org/often"), await house.GivenSourceAsync("https://e.org/seldom"));
        var visits = new Visits(house.Db);
        var claimed = (await visits.ClaimAsync("n", 9, Noon, Until, Cancel)).ToDictionary(source => source.Id);
        await visits.FinishAsync("n", [.. Enumerable.Range(0, 9).Select(i => new Finished(new Visit { SourceId = often, Began = Noon.AddMinutes(i) }, claimed[often])),
            new Finished(new Visit { SourceId = seldom, Began = Noon.AddDays(-9) }, claimed[seldom])], Cancel);

        Assert.Equal(5, await visits.TrimAsync(4, Cancel));

        Assert.Equal(Enumerable.Range(5, 4).Reverse().Select(i => Noon.AddMinutes(i)), (await visits.ListAsync(often, 99, Cancel)).Select(visit => visit.Began));
        Assert.Equal(Noon.AddDays(-9), Assert.Single(await visits.ListAsync(seldom, 99, Cancel)).Began);
        Assert.Equal(0, await visits.TrimAsync(4, Cancel));
    }

    [Theory, OnBoth]
    public async Task What_is_due_next_is_known(Database on)
    {
        await using var house = await OpenAsync(on);
        var visits = new Visits(house.Db);
        Assert.Null(await visits.FindNextDueAsync(Cancel));
        foreach (var (url, hours, active) in new[] { ("a", 2, true), ("b", 1, true), ("paused", -1, false) })
            await house.Sources.SaveAsync(new Source { Kind = "feed", Url = url, Title = url, NextDue = Noon.AddHours(hours), Active = active }, Cancel);

        Assert.Equal(Noon.AddHours(1), await visits.FindNextDueAsync(Cancel));
    }
}
