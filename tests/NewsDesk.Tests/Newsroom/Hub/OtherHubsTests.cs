using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Archive;
using static NewsDesk.Tests.Newsroom.Hub.FollowedPaper;

namespace NewsDesk.Tests.Newsroom.Hub;

/// <summary>Hubs elsewhere hear of what a post's readers see, once, and of nothing else.</summary>
public sealed class OtherHubsTests
{
    private static readonly string[] Files = ["feed.xml", "atom.xml", "feed.json", "clean/feed.xml", "clean/atom.xml", "clean/feed.json"];

    private static readonly string[] OfEverything = [.. Of("")];

    private static IEnumerable<string> Of(string page) => Files.Select(file => $"https://paper.example{page}/{file}");

    private static List<string> Told(Subscriber hub)
    {
        var told = new List<string>();
        while (hub.Given.TryDequeue(out var given))
        {
            var form = QueryHelpers.ParseQuery(given.Text);
            Assert.Equal("application/x-www-form-urlencoded", given.ContentType);
            Assert.Equal("publish", form["hub.mode"]);
            Assert.Equal(form["hub.url"], form["hub.topic"]);
            told.Add(form["hub.url"].ToString());
        }

        return told;
    }

    private static async Task<List<string>> ToldAsync(Desk desk, Subscriber hub, int count)
    {
        await UntilAsync(() => hub.Given.Count >= count, $"the hub was told {hub.Given.Count} times instead of {count}");
        await UntilAsync(async () => 0 == await desk.Part<ArchiveDatabase>().ReadAsync(
            session => session.ValueAsync<long>("SELECT count(*) FROM hub_pings"), TestContext.Current.CancellationToken), "something was left to tell");
        return Told(hub);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> told) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));

    private static Task BegunAsync(Desk desk) =>
        UntilAsync(() => desk.Part<Announcements>().HaveBegunAsync(TestContext.Current.CancellationToken), "the desk never began to tell");

    [Fact]
    public async Task A_post_that_appears_changes_or_goes_is_told_for_each_feed_that_has_it()
    {
        await using var hub = await Subscriber.OpenAsync();
        await using var desk = Open(options: ("other-hubs", hub.Address));
        using var feed = await desk.GetAsync("/feed.xml");
        Assert.Contains($"<{hub.Address}/>; rel=\"hub\"", string.Join(", ", feed.Headers.GetValues("Link")), StringComparison.Ordinal);
        await BegunAsync(desk);
        Assert.Empty(hub.Given);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold", "tags: [space]"));
        AssertSame([.. OfEverything, .. Of("/tag/space")], await ToldAsync(desk, hub, 12));

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold again", "kind: take"));
        AssertSame([.. OfEverything, .. Of("/tag/space"), .. Of("/kind/take")], await ToldAsync(desk, hub, 18));

        desk.Delete("posts/2026-11-06-mars.md");
        AssertSame([.. OfEverything, .. Of("/kind/take")], await ToldAsync(desk, hub, 12));
    }

    [Fact]
    public async Task A_post_that_is_only_printed_again_is_no_news()
    {
        await using var hub = await Subscriber.OpenAsync();
        await using var desk = Open(options: ("other-hubs", hub.Address));
        await desk.ReadAsync("/");
        await BegunAsync(desk);

        desk.With("personas/mona.md", "---\nname: Mona\n---\nA bio.");
        await desk.ReadUntilAsync("/feeds", page => page.Contains("Mona", StringComparison.Ordinal));
        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));

        AssertSame([.. OfEverything], await ToldAsync(desk, hub, 6));
    }

    [Fact]
    public async Task A_hub_in_trouble_is_told_later()
    {
        await using var hub = await Subscriber.OpenAsync();
        hub.OnGiven = context =>
        {
            context.Response.StatusCode = hub.Given.Count <= 2 ? 500 : 204;
            return Task.CompletedTask;
        };
        await using var desk = Open(options: ("other-hubs", hub.Address));
        await desk.ReadAsync("/");
        await BegunAsync(desk);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));

        AssertSame([.. OfEverything], (await ToldAsync(desk, hub, 8)).Distinct(StringComparer.Ordinal));
    }
}
