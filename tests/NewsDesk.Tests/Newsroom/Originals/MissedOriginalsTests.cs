using NewsDesk.Archive;
using NewsDesk.Newsroom.Originals;
using NewsDesk.Tests.Archive;

namespace NewsDesk.Tests.Newsroom.Originals;

public sealed class MissedOriginalsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https://herald.example/moon", true)]
    [InlineData("https://example.com/", true)]
    [InlineData("https://www.example.org/", true)]
    [InlineData("https://notexample.com/", false)]
    [InlineData("https://herald.news/", false)]
    public void Names_that_are_set_aside_are_nobody(string url, bool isNobody) => Assert.Equal(isNobody, ReservedNames.Contain(new Uri(url)));

    [Theory, OnBoth]
    public async Task The_pause_grows_and_is_remembered(Database on)
    {
        await using var archive = await TestArchive.OpenAsync(on);
        var notes = new Notes(archive.Db);
        var missed = await MissedOriginals.ReadAsync(notes, TestContext.Current.CancellationToken);
        Assert.True(missed.IsDue("a", Now));

        var pauses = new List<double>();
        for (var times = 0; times < 6; times++)
        {
            missed.Note("a", isLasting: false, retryAfter: null, Now);
            pauses.Add((missed.NextOf(["a", "b"])!.Value - Now).TotalHours);
        }

        Assert.Equal([0.25, 1, 4, 16, 64, 168], pauses);
        missed.Note("c", isLasting: true, retryAfter: null, Now);
        missed.Note("d", isLasting: false, retryAfter: TimeSpan.FromHours(2), Now);
        await missed.SaveAsync(notes, TestContext.Current.CancellationToken);

        var again = await MissedOriginals.ReadAsync(notes, TestContext.Current.CancellationToken);
        Assert.Equal([Now.AddHours(168), Now.AddHours(168), Now.AddHours(2)], [again.NextOf(["a"]), again.NextOf(["c"]), again.NextOf(["d"])]);
        again.Forget("a");
        Assert.True(again.IsDue("a", Now));
    }

    [Theory, OnBoth]
    public async Task The_archive_tells_what_posts_answer_and_it_does_not_know(Database on)
    {
        await using var archive = await TestArchive.OpenAsync(on);
        var sourceId = await archive.Sources.SaveAsync(new() { Kind = "folder", Url = "folder:inbox", Title = "The inbox" }, TestArchive.Cancel);
        await archive.Articles.SaveAsync(new() { SourceId = sourceId, Url = "https://known.news/", Title = "Known" }, "known", TestArchive.Cancel);
        await archive.Posts.SaveAsync(Post("old.md", 1, "https://b.news/", "https://known.news/"), TestArchive.Cancel);
        await archive.Posts.SaveAsync(Post("new.md", 2, "https://a.news/", "https://c.news/"), TestArchive.Cancel);
        await archive.Posts.SaveAsync(Post("also.md", 3, "https://c.news/") with { Cited = ["https://cited.news/", "https://known.news/"] }, TestArchive.Cancel);

        Assert.Equal(["https://c.news/", "https://cited.news/", "https://a.news/", "https://b.news/"], await archive.Posts.ListUnknownOriginalsAsync(10, TestArchive.Cancel), StringComparer.Ordinal);
        Assert.Equal(["https://c.news/"], await archive.Posts.ListUnknownOriginalsAsync(1, TestArchive.Cancel), StringComparer.Ordinal);
    }

    private static IndexedPost Post(string path, int day, params string[] originals) => new()
    {
        Path = path,
        FileHash = path,
        Slug = path,
        Title = path,
        Published = Now.AddDays(day),
        Originals = [.. originals.Select(url => new PostOriginal { Url = url })],
    };
}
