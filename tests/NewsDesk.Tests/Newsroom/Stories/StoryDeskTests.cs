using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Commands;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Tests.Archive;
using NewsDesk.Tests.Wire.Stories.Invented;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Newsroom.Stories;

public class StoryDeskTests
{
    [Theory, OnBoth]
    public async Task What_comes_in_is_put_into_stories_and_told(Database on)
    {
        await using var house = await OpenAsync(on);
        await GivenStoryAsync(house, "lumenor buys compute from drift harbor");
        await GivenStoryAsync(house, "zoo escape");
        await GroupAsync(house);

        var ranked = (await StoriesOf(house).ListRankedAsync(null, 10, Cancel)).Items;
        Assert.Equal(2, ranked.Count);
        var deal = ranked.Single(story => story.Title.Contains("Drift Harbor", StringComparison.Ordinal));
        Assert.Equal(7, deal.Articles);
        Assert.Equal(7, deal.Outlets);
        var details = StoryDetails.Of(deal);
        Assert.Equal(["up to $4.2bn", "$4.2 billion"], details.Disagreements.Figures.Single().Versions.Select(version => (StoryTeller.HedgeWords(version.Figure.Hedge) + " " + version.Figure.Text).Trim()).Order(StringComparer.Ordinal).Reverse());
        Assert.All(details.Extract, told => Assert.NotEmpty(told.Sentence));
        Assert.NotEmpty(await new Figures(house.Db).ListOfStoryAsync(deal.Id, Cancel));
    }

    [Theory, OnBoth]
    public async Task A_restart_goes_on_where_it_was_and_a_rebuild_comes_to_the_same(Database on)
    {
        await using var house = await OpenAsync(on);
        var articles = InventedStories.Read().Take(60).ToList();
        foreach (var (article, _) in articles) await GivenAsync(house, article);
        await GroupAsync(house);
        var before = await PlacesAsync(house);
        Assert.Equal(60, before.Count);

        foreach (var (article, _) in InventedStories.Read().Skip(60).Take(20)) await GivenAsync(house, article);
        // Another desk, with nothing in its memory.
        await GroupAsync(house);
        var after = await PlacesAsync(house);
        Assert.Equal(80, after.Count);

        await new StoriesKeeping(house.Db).ForgetAsync(Cancel);
        await GroupAsync(house);
        var rebuilt = await PlacesAsync(house);
        await new StoriesKeeping(house.Db).ForgetAsync(Cancel);
        await GroupAsync(house);
        Assert.Equal(rebuilt.OrderBy(one => one.Key), (await PlacesAsync(house)).OrderBy(one => one.Key));
        Assert.Equal(before.OrderBy(one => one.Key), rebuilt.Where(one => before.ContainsKey(one.Key)).OrderBy(one => one.Key));
    }

    [Theory, OnBoth]
    public async Task A_story_that_turns_out_to_be_two_is_two_in_the_archive_and_after_a_rebuild(Database on)
    {
        await using var house = await OpenAsync(on);
        var articles = NewsDesk.Tests.Wire.Stories.SplittingTests.Articles;
        foreach (var article in articles) await GivenAsync(house, article);
        await GroupAsync(house);
        var places = await PlacesAsync(house);
        Assert.Equal(2, places.Values.Distinct().Count());
        var ids = places.Keys.Order().ToList();
        Assert.NotEqual(places[ids[0]], places[ids[1]]);
        var told = (await StoriesOf(house).ListRankedAsync(null, 10, Cancel)).Items;
        Assert.Equal(articles.Count, told.Sum(story => story.Articles));
        Assert.All(told, story => Assert.NotEmpty(story.Title));

        await new StoriesKeeping(house.Db).ForgetAsync(Cancel);
        await GroupAsync(house);
        Assert.Equal(Sets(places), Sets(await PlacesAsync(house)));
    }

    [Theory, OnBoth]
    public async Task What_a_desk_kept_of_its_articles_fills_its_window_and_what_is_missing_is_read_again(Database on)
    {
        await using var house = await OpenAsync(on);
        foreach (var (article, _) in InventedStories.Read().Take(40)) await GivenAsync(house, article);
        await GroupAsync(house);
        var keeping = new StoriesKeeping(house.Db);
        var kept = await keeping.ListGroupedAsync(0, 100, Cancel);
        Assert.Equal(40, kept.Count);
        Assert.All(kept, article => Assert.NotNull(article.Sketch));

        await keeping.KeepSketchesAsync([(kept[3].Id, "of another edition")], Cancel);
        var window = await StoryWindow.FillAsync(keeping, NullLogger.Instance, Cancel);
        Assert.Equal(40, window.Grouper.Articles);
        Assert.Equal(kept.Select(article => (long?)article.StoryId), kept.Select(article => window.Grouper.FindStory(StoryWindow.IdOf(article.Id))));
        Assert.Equal(kept[3].Sketch, (await keeping.ListGroupedAsync(0, 100, Cancel))[3].Sketch);
    }

    [Theory, OnBoth]
    public async Task What_an_editor_decided_stays_so_after_a_restart_and_a_rebuild(Database on)
    {
        await using var house = await OpenAsync(on);
        await GivenStoryAsync(house, "zoo escape");
        await GivenStoryAsync(house, "novel prize");
        await GroupAsync(house);
        var first = await PlacesAsync(house);
        var (zoo, prize) = (first.Values.Min(), first.Values.Max());
        var moved = first.Where(one => one.Value == prize).Select(one => one.Key).Order().First();

        var decisions = new StoryDecisions(new StoriesKeeping(house.Db), StoriesOf(house));
        await decisions.MergeAsync(prize, zoo, null, Cancel);
        await GroupAsync(house);
        Assert.All(await PlacesAsync(house), one => Assert.Equal(zoo, one.Value));
        Assert.Equal(zoo, await StoriesOf(house).FindMovedAsync(prize, Cancel));

        await decisions.SplitAsync([moved], null, Cancel);
        await GroupAsync(house);
        var split = await PlacesAsync(house);
        Assert.NotEqual(zoo, split[moved]);
        Assert.Equal((zoo, split[moved]), Assert.Single(await new StoriesKeeping(house.Db).ListPartedAsync(Cancel)));

        await decisions.MoveAsync(moved, zoo, null, Cancel);
        await GroupAsync(house);
        Assert.Equal(zoo, (await PlacesAsync(house))[moved]);
        await decisions.MoveAsync(moved, null, null, Cancel);
        await GroupAsync(house);
        var last = await PlacesAsync(house);
        Assert.NotEqual(zoo, last[moved]);

        await new StoriesKeeping(house.Db).ForgetAsync(Cancel);
        await GroupAsync(house);
        Assert.Equal(Sets(last), Sets(await PlacesAsync(house)));
        Assert.All(await new StoriesKeeping(house.Db).ListDecisionsAsync(Cancel), decision => Assert.NotNull(decision.Outcome));
    }

    [Fact]
    public async Task What_cannot_be_decided_is_told_with_its_reason()
    {
        await using var house = await OpenAsync(Database.Sqlite);
        await GivenStoryAsync(house, "zoo escape");
        await GroupAsync(house);
        var decisions = new StoryDecisions(new StoriesKeeping(house.Db), StoriesOf(house));
        var places = await PlacesAsync(house);
        var story = places.Values.First();
        Assert.Contains("no such story", (await Assert.ThrowsAsync<BadInputException>(() => decisions.MergeAsync(999, story, null, Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("into itself", (await Assert.ThrowsAsync<BadInputException>(() => decisions.MergeAsync(story, story, null, Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to split", (await Assert.ThrowsAsync<BadInputException>(() => decisions.SplitAsync([.. places.Keys], null, Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("no such article", (await Assert.ThrowsAsync<BadInputException>(() => decisions.MoveAsync(999, null, null, Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("already is", (await Assert.ThrowsAsync<BadInputException>(() => decisions.MoveAsync(places.Keys.First(), story, null, Cancel))).Message, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Of_two_nodes_one_groups_and_the_other_takes_over_when_it_is_gone(Database on)
    {
        await using var house = await OpenAsync(on);
        var keeping = new StoriesKeeping(house.Db);
        Assert.Equal((true, false), await keeping.ClaimAsync("one", Noon, Noon.AddMinutes(2), Cancel));
        Assert.Equal((true, true), await keeping.ClaimAsync("one", Noon, Noon.AddMinutes(2), Cancel));
        Assert.Equal((false, false), await keeping.ClaimAsync("other", Noon.AddMinutes(1), Noon.AddMinutes(3), Cancel));
        Assert.Equal((true, false), await keeping.ClaimAsync("other", Noon.AddMinutes(2), Noon.AddMinutes(4), Cancel));
        Assert.False((await keeping.ClaimAsync("one", Noon.AddMinutes(3), Noon.AddMinutes(5), Cancel)).IsMine);
        await keeping.LetGoAsync("other", Noon.AddMinutes(3), Cancel);
        Assert.Equal((true, false), await keeping.ClaimAsync("one", Noon.AddMinutes(3), Noon.AddMinutes(5), Cancel));

        await GivenStoryAsync(house, "zoo escape");
        using var waits = ADesk(house);
        Assert.True((await waits.RunAsync(Cancel)).IsDone);
        Assert.Empty(await PlacesAsync(house));
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_article_leaves_its_story_and_comes_back_to_it(Database on)
    {
        await using var house = await OpenAsync(on);
        await GivenStoryAsync(house, "zoo escape");
        await GroupAsync(house);
        var story = Assert.Single((await StoriesOf(house).ListRankedAsync(null, 5, Cancel)).Items);
        var source = (await house.Sources.ListAsync(Cancel))[0].Id;
        var mention = (await house.Articles.ListMentionsAsync(source, Cancel))[0];

        Assert.True(await house.Articles.WithdrawMentionAsync(source, mention.MentionKey, Cancel));
        await GroupAsync(house);
        Assert.Equal(story.Articles - 1, (await StoriesOf(house).FindAsync(story.Id, Cancel))!.Articles);
    }

    private static NewsDesk.Archive.Stories StoriesOf(TestArchive house) => new(house.Db);

    private static StoryDesk ADesk(TestArchive house) => new(
        new StoriesKeeping(house.Db), new StoryTeller(new StoriesKeeping(house.Db), StoriesOf(house)), new FixedClock(Noon), NullLogger<StoryDesk>.Instance);

    private static async Task GroupAsync(TestArchive house)
    {
        using var desk = ADesk(house);
        await desk.FinishAsync(null, 0, Cancel);
    }

    private static async Task GivenStoryAsync(TestArchive house, string name)
    {
        foreach (var article in InventedStories.Of(name)) await GivenAsync(house, article);
    }

    private static async Task GivenAsync(TestArchive house, NewsDesk.Wire.Stories.StoryArticle article)
    {
        var source = await house.GivenSourceAsync();
        await house.Articles.SaveAsync(new Article
        {
            SourceId = source,
            Url = $"https://{article.Publisher!.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)}.example/{article.Id}",
            Title = article.Title,
            Publisher = article.Publisher,
            Published = article.Published,
            FirstSeen = article.Published!.Value,
            Text = article.Text ?? "",
        }, article.Id, Cancel);
    }

    private static async Task<IReadOnlyDictionary<long, long>> PlacesAsync(TestArchive house) =>
        await new StoriesKeeping(house.Db).ListPlacesAsync([.. Enumerable.Range(1, 200).Select(id => (long)id)], Cancel);

    /// <summary>Which articles are together, whatever their stories' numbers.</summary>
    private static string Sets(IReadOnlyDictionary<long, long> places) =>
        string.Join(" | ", places.GroupBy(one => one.Value).Select(group => string.Join(',', group.Select(one => one.Key).Order())).Order(StringComparer.Ordinal));
}
