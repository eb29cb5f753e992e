using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Hub;

namespace NewsDesk.Tests.Newsroom.Hub;

/// <summary>A desk whose hub may call this machine, without long pauses; and what subscribers do with it.</summary>
internal static class FollowedPaper
{
    public const string Feed = "https://paper.example/feed.xml";

    public const string Secret = "nobody knows the trouble I have seen";

    /// <summary>So short that a test need not wait, and in the same order as the real ones.</summary>
    public static HubPace Quick { get; } = new()
    {
        BetweenDeliveries = TimeSpan.FromMilliseconds(50),
        FirstPause = TimeSpan.FromMilliseconds(50),
        LongestPause = TimeSpan.FromMilliseconds(200),
        BetweenVerifications = TimeSpan.FromMilliseconds(50),
        LookEvery = TimeSpan.FromMilliseconds(100),
    };

    public static Desk Open(HubPace? pace = null, params (string Option, string Value)[] options) =>
        Fill(new Desk([("allow-networks", "127.0.0.1"), ("host-delay", "0"), .. options]) { Change = services => services.AddSingleton(pace ?? Quick) });

    public static Desk Fill(Desk desk) => desk
        .With("site.yml", "title: The Paper\nurl: https://paper.example/\n")
        .With("posts/2026-11-05-moon.md", Samples.Post("Moon sold", "tags: [space]"));

    public static async Task<HttpResponseMessage> AskAsync(this Desk desk, string mode, string callback, string topic = Feed, params (string Name, string Value)[] more)
    {
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("hub.mode", mode), ("hub.callback", callback), ("hub.topic", topic) }.Concat(more).Select(part => KeyValuePair.Create(part.Name, part.Value)));
        return await desk.Reader.PostAsync("/hub", form, TestContext.Current.CancellationToken);
    }

    public static async Task FollowAsync(this Desk desk, Subscriber subscriber, string path = "/callback", string topic = Feed, params (string Name, string Value)[] more)
    {
        using var answer = await desk.AskAsync("subscribe", subscriber.Address + path, topic, more);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        await UntilAsync(async () => (await desk.ListFollowersAsync()).Any(one => one.Callback == subscriber.Address + path && one.Topic == topic), "the subscription never began");
    }

    public static Task<IReadOnlyList<Subscription>> ListFollowersAsync(this Desk desk) => desk.Part<Subscriptions>().ListAsync(TestContext.Current.CancellationToken);

    /// <summary>What was asked of the hub and is still to be verified.</summary>
    public static Task<long> CountAskedAsync(this Desk desk) => desk.Part<ArchiveDatabase>().ReadAsync(
        session => session.ValueAsync<long>("SELECT count(*) FROM subscription_requests"), TestContext.Current.CancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> isSo, string complaint)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), complaint);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, string complaint) => UntilAsync(() => Task.FromResult(isSo()), complaint);
}
