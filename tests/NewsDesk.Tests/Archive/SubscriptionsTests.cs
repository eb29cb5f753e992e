using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class SubscriptionsTests
{
    private static readonly DateTimeOffset Until = Noon.AddMinutes(5);
    private static readonly SubscriptionLimits Limits = new(50, 60, 9);

    private static SubscriptionRequest Request(string callback = "https://reader.example/", string mode = SubscriptionRequest.Subscribe) => new()
    {
        Topic = "https://paper.example/feed.xml",
        Callback = callback,
        Mode = mode,
        LeaseSeconds = 3600,
        Secret = "s",
        ContentHash = "as asked",
        Asked = Noon,
    };

    private static async Task GivenAsync(Subscriptions subscriptions, string callback)
    {
        Assert.True(await subscriptions.RequestAsync(Request(callback), Limits, Cancel));
        Assert.True(await subscriptions.KeepAsync(Assert.Single(await subscriptions.ClaimRequestsAsync("n", 1, Noon, Until, Cancel)), Noon, Cancel));
    }

    [Theory, OnBoth]
    public async Task A_request_becomes_a_subscription_when_it_is_verified_and_is_told_once_of_each_change(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        await GivenAsync(subscriptions, "https://reader.example/");
        var begun = Assert.Single(await subscriptions.ListAsync(Cancel));
        Assert.Equal(("s", "as asked", Noon.AddHours(1), null), (begun.Secret, begun.ToldHash, begun.Expires, begun.Told));

        await subscriptions.SaveTopicAsync(begun.Topic, "as asked", Cancel);
        Assert.False(await subscriptions.AnyDueAsync(Noon, Cancel));
        await subscriptions.SaveTopicAsync(begun.Topic, "changed", Cancel);
        Assert.True(await subscriptions.AnyDueAsync(Noon, Cancel));

        Assert.Single(await subscriptions.ClaimUntoldAsync("n", 9, Noon, Until, Cancel));
        Assert.Empty(await subscriptions.ClaimUntoldAsync("other", 9, Noon, Until, Cancel));
        Assert.False(await subscriptions.ToldAsync("other", begun.Id, "changed", Noon, Noon, Cancel));
        Assert.True(await subscriptions.MissAsync("n", begun.Id, 1, "no", Noon.AddMinutes(1), Cancel));
        Assert.Equal((1, "no"), (await subscriptions.ListAsync(Cancel)) switch { [var one] => (one.Failures, one.LastError), _ => default });
        Assert.Empty(await subscriptions.ClaimUntoldAsync("n", 9, Noon, Until, Cancel));

        Assert.Single(await subscriptions.ClaimUntoldAsync("n", 9, Noon.AddMinutes(1), Until, Cancel));
        Assert.True(await subscriptions.ToldAsync("n", begun.Id, "changed", Noon, Noon, Cancel));
        Assert.Empty(await subscriptions.ClaimUntoldAsync("n", 9, Until, Until, Cancel));
        Assert.Equal("changed", Assert.Single(await subscriptions.ListTopicsAsync(Noon, Cancel)).ContentHash);
    }

    [Theory, OnBoth]
    public async Task The_newest_request_counts_even_while_an_older_one_is_verified(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        await subscriptions.RequestAsync(Request(), Limits, Cancel);
        var older = Assert.Single(await subscriptions.ClaimRequestsAsync("n", 9, Noon, Until, Cancel));
        Assert.Empty(await subscriptions.ClaimRequestsAsync("other", 9, Noon, Until, Cancel));
        await subscriptions.RequestAsync(Request(mode: SubscriptionRequest.Unsubscribe), Limits, Cancel);

        Assert.False(await subscriptions.KeepAsync(older, Noon, Cancel));
        Assert.Equal(0, await subscriptions.MissRequestAsync(older, null, Cancel));
        Assert.Empty(await subscriptions.ListAsync(Cancel));

        var newer = Assert.Single(await subscriptions.ClaimRequestsAsync("n", 9, Noon, Until, Cancel));
        Assert.Equal(SubscriptionRequest.Unsubscribe, newer.Mode);
        Assert.Equal(1, await subscriptions.MissRequestAsync(newer, Noon.AddMinutes(1), Cancel));
        Assert.Empty(await subscriptions.ClaimRequestsAsync("n", 9, Noon, Until, Cancel));
        Assert.Equal(1, Assert.Single(await subscriptions.ClaimRequestsAsync("n", 9, Noon.AddMinutes(1), Until, Cancel)).Failures);
    }

    [Theory, OnBoth]
    public async Task Who_renews_keeps_what_they_were_told_and_who_leaves_is_gone(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        await GivenAsync(subscriptions, "https://reader.example/");
        await subscriptions.RequestAsync(Request() with { LeaseSeconds = 7200, Secret = null, ContentHash = "later" }, Limits, Cancel);
        await subscriptions.KeepAsync(Assert.Single(await subscriptions.ClaimRequestsAsync("n", 1, Noon, Until, Cancel)), Noon, Cancel);
        var renewed = Assert.Single(await subscriptions.ListAsync(Cancel));
        Assert.Equal((null, "as asked", Noon.AddHours(2)), (renewed.Secret, renewed.ToldHash, renewed.Expires));

        await subscriptions.RequestAsync(Request(mode: SubscriptionRequest.Unsubscribe), Limits, Cancel);
        await subscriptions.KeepAsync(Assert.Single(await subscriptions.ClaimRequestsAsync("n", 1, Noon, Until, Cancel)), Noon, Cancel);
        Assert.Empty(await subscriptions.ListAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task Each_subscriber_is_told_by_exactly_one_node(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        for (var i = 0; i < 40; i++) await GivenAsync(subscriptions, $"https://reader.example/{i}");
        await subscriptions.SaveTopicAsync("https://paper.example/feed.xml", "changed", Cancel);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel)));

        var claimed = await Task.WhenAll(nodes.SelectMany((node, n) => Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            new Subscriptions(node).ClaimUntoldAsync($"node {n}", 7, Noon, Until, Cancel)))));

        var ids = claimed.SelectMany(some => some).Select(one => one.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var node in nodes) await node.DisposeAsync();
        Assert.True(await subscriptions.ReleaseAsync("node 0", Cancel) <= 21);
        Assert.Equal(40, (await subscriptions.ClaimUntoldAsync("after", 100, Until, Until.AddMinutes(1), Cancel)).Count);
    }

    [Theory, OnBoth]
    public async Task A_full_hub_takes_nobody_new_and_forgets_whose_time_is_over(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        var few = new SubscriptionLimits(Requests: 1, Subscriptions: 1, Topics: 1);
        Assert.True(await subscriptions.RequestAsync(Request("https://one.example/"), few, Cancel));
        Assert.False(await subscriptions.RequestAsync(Request("https://two.example/"), few, Cancel));
        Assert.True(await subscriptions.RequestAsync(Request("https://one.example/"), few, Cancel));
        await subscriptions.KeepAsync(Assert.Single(await subscriptions.ClaimRequestsAsync("n", 1, Noon, Until, Cancel)), Noon, Cancel);
        Assert.False(await subscriptions.RequestAsync(Request("https://two.example/"), few, Cancel));
        Assert.True(await subscriptions.RequestAsync(Request("https://one.example/"), few, Cancel));

        await subscriptions.SaveTopicAsync("https://paper.example/feed.xml", "changed", Cancel);
        Assert.Empty(await subscriptions.ListTopicsAsync(Noon.AddHours(1), Cancel));
        Assert.Empty(await subscriptions.ClaimUntoldAsync("n", 9, Noon.AddHours(1), Until, Cancel));
        Assert.Equal(1, await subscriptions.ForgetExpiredAsync(Noon.AddHours(1), Cancel));
        Assert.Empty(await subscriptions.ListAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task A_hub_that_follows_enough_feeds_takes_others_only_for_these(Database on)
    {
        await using var house = await OpenAsync(on);
        var subscriptions = new Subscriptions(house.Db);
        await GivenAsync(subscriptions, "https://one.example/");
        var few = Limits with { Topics = 1 };

        Assert.False(await subscriptions.RequestAsync(Request("https://two.example/") with { Topic = "https://paper.example/atom.xml" }, few, Cancel));
        Assert.True(await subscriptions.RequestAsync(Request("https://two.example/"), few, Cancel));
    }

    [Theory, OnBoth]
    public async Task A_post_is_announced_when_its_words_or_address_change_and_when_it_goes(Database on)
    {
        await using var house = await OpenAsync(on);
        var announcements = new Announcements(house.Db);
        Assert.False(await announcements.HaveBegunAsync(Cancel));
        await announcements.BeginAsync(Noon, Cancel);
        Assert.True(await announcements.HaveBegunAsync(Cancel));
        await house.Posts.SaveAsync(APost("later.md", "later", Noon.AddDays(1)), Cancel);
        await house.Posts.SaveAsync(APost("a.md", "a"), Cancel);

        var appeared = Assert.Single(await announcements.ListUnannouncedAsync(Noon, 9, Cancel));
        Assert.NotNull(appeared.Id);
        Assert.Null(appeared.Feeds);
        await announcements.AnnounceAsync(appeared, """["f"]""", ["https://hub.example/"], ["f", "g"], Noon, Cancel);
        await house.Posts.SaveAsync(APost("a.md", "a") with { FileHash = "printed again" }, Cancel);
        Assert.Empty(await announcements.ListUnannouncedAsync(Noon, 9, Cancel));

        await house.Posts.SaveAsync(APost("a.md", "b"), Cancel);
        var moved = Assert.Single(await announcements.ListUnannouncedAsync(Noon, 9, Cancel));
        Assert.Equal("""["f"]""", moved.Feeds);
        var pings = await announcements.ClaimAsync("n", 9, Noon, Until, Cancel);
        Assert.Equal(["f", "g"], pings.Select(ping => ping.Topic).Order(StringComparer.Ordinal));
        Assert.Empty(await announcements.ClaimAsync("other", 9, Noon, Until, Cancel));
        await announcements.AnnounceAsync(moved, "[]", ["https://hub.example/"], ["f"], Noon, Cancel);
        foreach (var ping in pings) await announcements.DoneAsync(ping, Cancel);
        var again = Assert.Single(await announcements.ClaimAsync("n", 9, Noon, Until, Cancel));
        Assert.Equal("f", again.Topic);
        await announcements.MissAsync(again, Until, Cancel);
        Assert.False(await announcements.AnyDueAsync(Noon, Cancel));
        Assert.Equal(1, Assert.Single(await announcements.ClaimAsync("n", 9, Until, Until, Cancel)).Failures);

        await house.Posts.RemoveAsync("a.md", Cancel);
        var gone = Assert.Single(await announcements.ListUnannouncedAsync(Noon, 9, Cancel));
        Assert.Equal((null, null, "[]"), (gone.Id, gone.Print, gone.Feeds));
        await announcements.AnnounceAsync(gone, "[]", [], [], Noon, Cancel);
        Assert.Empty(await announcements.ListUnannouncedAsync(Noon, 9, Cancel));
    }
}
