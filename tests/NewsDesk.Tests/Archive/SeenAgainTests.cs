using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

/// <summary>What gathering asks of the archive when it meets an item for the second time.</summary>
public sealed class SeenAgainTests
{
    [Theory, OnBoth]
    public async Task What_a_source_shows_again_is_known_by_its_keys_however_long_they_are(Database on)
    {
        await using var house = await OpenAsync(on);
        var (source, other) = (await house.GivenSourceAsync(), await house.GivenSourceAsync("https://example.org/other"));
        var endless = "tag:" + new string('x', 5_000);
        await house.Articles.SaveAsync([
            new Gathered(AnArticle(source, "https://e.org/1"), "one", "hash 1"), new Gathered(AnArticle(source, "https://e.org/2"), endless, "hash 2"),
            new Gathered(AnArticle(other, "https://e.org/3"), "three", "hash 3")], Cancel);

        var known = await house.Articles.ListMentionsAsync(source, ["one", endless, "three", "never seen", "one"], Cancel);

        Assert.Equal([("hash 1", Articles.KeyOf("one")), ("hash 2", Articles.KeyOf(endless))], known.Select(mention => (mention.Hash, mention.MentionKey)).Order());
        Assert.Empty(await house.Articles.ListMentionsAsync(source, [], Cancel));
    }

    [Theory, OnBoth]
    public async Task It_is_seen_now_and_what_was_withdrawn_returns(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        var saved = await house.Articles.SaveAsync([.. new[] { ("old", -3.0), ("just", -0.5), ("gone", -0.5) }
            .Select(one => new Gathered(AnArticle(source, $"https://e.org/{one.Item1}") with { LastSeen = Noon.AddHours(one.Item2) }, one.Item1, "hash"))], Cancel);
        await house.Articles.WithdrawMentionAsync(source, "gone", Cancel);
        Assert.Equal(2, (await house.Articles.ListNewestAsync(null, 9, WireFilter.Everything, Cancel)).Items.Count);

        await house.Articles.SeeAgainAsync([.. saved.Select(one => one.Id), 999_999], Cancel);
        await house.Articles.SeeAgainAsync([], Cancel);

        Assert.Equal(3, (await house.Articles.ListNewestAsync(null, 9, WireFilter.Everything, Cancel)).Items.Count);
        Assert.Equal(Noon, (await house.Articles.FindByUrlAsync("https://e.org/old", Cancel))!.LastSeen);
        // Within the hour nothing is written: a feed of many items would be written anew at each visit.
        Assert.Equal(Noon.AddHours(-0.5), (await house.Articles.FindByUrlAsync("https://e.org/just", Cancel))!.LastSeen);
    }
}
