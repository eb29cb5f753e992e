using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class ChangesTests
{
    [Theory, OnBoth]
    public async Task What_pages_show_is_told_when_it_changes(Database on)
    {
        await using var house = await OpenAsync(on);
        var changes = await FollowAsync(house.Db);

        var source = await house.GivenSourceAsync();
        Assert.Equal([new("source", source)], await changes.ListNewAsync(Cancel));

        var article = await house.GivenArticleAsync(source, "https://example.org/moon");
        Assert.Contains(new("article", article), (await changes.ListNewAsync(Cancel))!);

        var post = (await house.Posts.SaveAsync(APost("moon.md", "moon") with { Originals = [new() { Url = "https://example.org/moon" }] }, Cancel)).Id;
        Assert.Contains(new("post", post), (await changes.ListNewAsync(Cancel))!);

        // The post stands beside its original: it changes with it.
        await house.Articles.SaveAsync(AnArticle(source, "https://example.org/moon", title: "Moon bought back"), "https://example.org/moon", Cancel);
        Assert.Equivalent(new Change[] { new("article", article), new("post", post) }, await changes.ListNewAsync(Cancel));

        await house.Articles.WithdrawMentionAsync(source, "https://example.org/moon", Cancel);
        Assert.Contains(new("article", article), (await changes.ListNewAsync(Cancel))!);

        var story = await new Stories(house.Db).SaveAsync(new Story { Title = "The moon", Began = Noon, Latest = Noon }, Cancel);
        Assert.Equal([new("story", story)], await changes.ListNewAsync(Cancel));
        await new Stories(house.Db).AssignAsync([article], story, Cancel);
        Assert.Contains(new("article", article), (await changes.ListNewAsync(Cancel))!);

        await house.Posts.RemoveAsync("moon.md", Cancel);
        Assert.Contains(new("post", post), (await changes.ListNewAsync(Cancel))!);
        Assert.Empty((await changes.ListNewAsync(Cancel))!);
    }

    [Theory, OnBoth]
    public async Task What_no_page_shows_is_not_told(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.GivenArticleAsync(source, "https://example.org/moon");
        var changes = await FollowAsync(house.Db);

        await house.GivenSourceAsync();
        await house.Articles.SaveAsync(AnArticle(source, "https://example.org/moon") with { LastSeen = Noon.AddHours(3) }, "https://example.org/moon", Cancel);
        await new Visits(house.Db).ClaimAsync("node", 1, Noon, Noon.AddMinutes(1), Cancel);

        Assert.Empty((await changes.ListNewAsync(Cancel))!);
    }

    [Theory, OnBoth]
    public async Task How_a_visit_went_is_told_apart_from_what_the_source_is(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        var changes = await FollowAsync(house.Db);
        await new Visits(house.Db).ClaimAsync("node", 1, Noon, Noon.AddMinutes(1), Cancel);

        var after = (await house.Sources.FindAsync(source, Cancel))! with { Failures = 1, LastError = "It does not answer." };
        await new Visits(house.Db).FinishAsync("node", new Visit { SourceId = source, Began = Noon }, after, Cancel);

        Assert.Equal([new("visit", source)], await changes.ListNewAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task Another_nodes_changes_are_told_too_and_each_only_once(Database on)
    {
        await using var house = await OpenAsync(on);
        await using var neighbour = await ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel);
        var changes = await FollowAsync(house.Db);

        var post = (await new Posts(neighbour).SaveAsync(APost("moon.md", "moon"), Cancel)).Id;

        Assert.Contains(new("post", post), (await changes.ListNewAsync(Cancel))!);
        Assert.Empty((await changes.ListNewAsync(Cancel))!);
    }

    [Fact]
    public async Task A_transaction_that_began_first_and_ends_last_is_not_overlooked()
    {
        await using var house = await OpenAsync(Database.Postgres);
        await using var neighbour = await ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel);
        var changes = await FollowAsync(house.Db);
        var mayEnd = new TaskCompletionSource();
        var slow = await BeginStoryAsync(neighbour, mayEnd.Task);

        var quick = (await house.Posts.SaveAsync(APost("moon.md", "moon"), Cancel)).Id;
        Assert.All((await changes.ListNewAsync(Cancel))!, change => Assert.Equal(new("post", quick), change));
        // While the slow one is going on, the quick one is not told again.
        Assert.Empty((await changes.ListNewAsync(Cancel))!);
        mayEnd.SetResult();
        await slow;

        Assert.Equal("story", Assert.Single((await changes.ListNewAsync(Cancel))!).Subject);
    }

    [Fact]
    public async Task What_was_seen_before_the_first_question_is_not_told_though_somebody_is_still_writing()
    {
        await using var house = await OpenAsync(Database.Postgres);
        await using var neighbour = await ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel);
        var mayEnd = new TaskCompletionSource();
        var slow = await BeginStoryAsync(neighbour, mayEnd.Task);
        await house.Posts.SaveAsync(APost("moon.md", "moon"), Cancel);

        var changes = await FollowAsync(house.Db);

        Assert.Empty((await changes.ListNewAsync(Cancel))!);
        mayEnd.SetResult();
        await slow;
        Assert.Equal("story", Assert.Single((await changes.ListNewAsync(Cancel))!).Subject);
    }

    [Theory, OnBoth]
    public async Task Forgotten_changes_make_no_one_overlook_the_next(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.GivenSourceAsync("https://example.org/1");
        var changes = await FollowAsync(house.Db);

        Assert.NotEqual(0, await changes.ForgetAsync(DateTimeOffset.MaxValue, Cancel));
        Assert.Empty((await changes.ListNewAsync(Cancel))!);

        var source = await house.GivenSourceAsync("https://example.org/2");
        Assert.Equal([new("source", source)], await changes.ListNewAsync(Cancel));
    }

    [Fact]
    public async Task An_older_copy_brought_back_may_have_changed_anything()
    {
        await using var house = await OpenAsync(Database.Sqlite);
        var copy = house.Connection + ".copy";
        await new ArchiveCopies(house.Db).BackUpAsync(copy, cancel: Cancel);
        await house.GivenSourceAsync();
        var changes = await FollowAsync(house.Db);

        await new ArchiveCopies(house.Db).RestoreAsync(copy, replace: true, cancel: Cancel);

        Assert.Null(await changes.ListNewAsync(Cancel));
    }

    /// <summary>Writes a story and leaves the transaction open until it may end; what is returned ends with it.</summary>
    private static async Task<Task<int>> BeginStoryAsync(ArchiveDatabase db, Task mayEnd)
    {
        var isWritten = new TaskCompletionSource();
        var slow = db.WriteAsync(async session =>
        {
            await session.ExecuteAsync("INSERT INTO stories (title, began, latest) VALUES ('slow', 0, 0)");
            isWritten.SetResult();
            await mayEnd;
            return 0;
        }, Cancel);
        await isWritten.Task;
        return slow;
    }

    private static async Task<Changes> FollowAsync(ArchiveDatabase db)
    {
        var changes = new Changes(db);
        Assert.Empty((await changes.ListNewAsync(Cancel))!);
        return changes;
    }
}
