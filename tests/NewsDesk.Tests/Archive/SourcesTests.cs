using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class SourcesTests
{
    [Theory, OnBoth]
    public async Task A_list_is_taken_over_whole_and_how_visits_went_is_left(Database on)
    {
        await using var house = await OpenAsync(on);
        Assert.Equal(new ListTaken(3, 0, 0), await house.Sources.TakeListAsync([Listed("a"), Listed("b"), Listed("c")], Cancel));
        var visits = new Visits(house.Db);
        foreach (var source in await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel))
            await visits.FinishAsync("n", new Visit { SourceId = source.Id, Began = Noon }, source with { Etag = "e", BodyHash = "h", NextDue = Noon.AddHours(1), Failures = 2 }, Cancel);

        var taken = await house.Sources.TakeListAsync([Listed("a"), Listed("b") with { Title = "B, renamed", Category = "Towns" }, Listed("d"), Listed("d")], Cancel);

        Assert.Equal(new ListTaken(1, 1, 1), taken);
        var now = (await house.Sources.ListAsync(Cancel)).ToDictionary(source => source.Url, StringComparer.Ordinal);
        Assert.Equal(("B, renamed", "Towns", "e", 2), (now["b"].Title, now["b"].Category, now["b"].Etag, now["b"].Failures));
        Assert.Equal((true, true, false, true), (now["a"].Active, now["b"].Active, now["c"].Active, now["d"].Active));
        Assert.Equal(new ListTaken(0, 0, 0), await house.Sources.TakeListAsync([Listed("a"), Listed("b") with { Title = "B, renamed", Category = "Towns" }, Listed("d")], Cancel));
        // One that was left out comes back as what it was.
        Assert.Equal(new ListTaken(0, 1, 3), await house.Sources.TakeListAsync([Listed("c")], Cancel));
        Assert.Equal((now["c"].Id, true, "e"), await house.Sources.FindByUrlAsync("c", Cancel) is { } again ? (again.Id, again.Active, again.Etag) : default);
    }

    [Theory, OnBoth]
    public async Task What_is_read_otherwise_from_now_on_is_due_at_once_and_no_body_of_it_is_known(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.Sources.TakeListAsync([Listed("a"), Listed("b")], Cancel);
        var visits = new Visits(house.Db);
        foreach (var source in await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel))
            await visits.FinishAsync("n", new Visit { SourceId = source.Id, Began = Noon }, source with { Etag = "e", LastModified = "m", BodyHash = "h", NextDue = Noon.AddHours(1) }, Cancel);

        await house.Sources.TakeListAsync([Listed("a") with { Reading = """{"fullText":"never"}""" }, Listed("b")], Cancel);

        var claimed = Assert.Single(await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel));
        Assert.Equal(("a", null, null, null), (claimed.Url, claimed.Etag, claimed.LastModified, claimed.BodyHash));
        Assert.Equal("e", (await house.Sources.FindByUrlAsync("b", Cancel))!.Etag);
    }

    [Theory, OnBoth]
    public async Task A_source_that_the_operator_follows_to_where_it_moved_is_the_same_one(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.Sources.TakeListAsync([Listed("https://old.example/feed")], Cancel);
        var visits = new Visits(house.Db);
        var source = Assert.Single(await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel));
        await visits.FinishAsync("n", new Visit { SourceId = source.Id, Began = Noon }, source with { MovedTo = "https://new.example/feed", Moves = 3 }, Cancel);

        Assert.Equal(new ListTaken(0, 1, 0), await house.Sources.TakeListAsync([Listed("https://new.example/feed")], Cancel));

        var moved = Assert.Single(await house.Sources.ListAsync(Cancel));
        Assert.Equal((source.Id, "https://new.example/feed", null, 0, true), (moved.Id, moved.Url, moved.MovedTo, moved.Moves, moved.Active));
    }

    [Theory, OnBoth]
    public async Task A_retired_source_is_given_to_nobody_until_it_is_woken(Database on)
    {
        await using var house = await OpenAsync(on);
        var id = await house.GivenSourceAsync();
        var visits = new Visits(house.Db);
        var source = Assert.Single(await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel));
        await visits.FinishAsync("n", new Visit { SourceId = id, Began = Noon, Error = "It is gone." }, source with { Retired = Noon, Failures = 4 }, Cancel);
        Assert.Empty(await visits.ClaimAsync("n", 9, Noon.AddYears(1), Noon.AddYears(2), Cancel));

        Assert.True(await house.Sources.WakeAsync(id, Cancel));
        Assert.False(await house.Sources.WakeAsync(id + 99, Cancel));

        var woken = Assert.Single(await visits.ClaimAsync("n", 9, Noon, Noon.AddMinutes(5), Cancel));
        Assert.Equal((null, 0), (woken.Retired, woken.Failures));
    }

    private static Source Listed(string url) => new() { Kind = "feed", Url = url, Title = $"The {url}" };
}
