using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class PostsTests
{
    [Theory, OnBoth]
    public async Task A_post_comes_back_as_it_was_indexed(Database on)
    {
        await using var house = await OpenAsync(on);
        var post = APost("a.md", "moon") with
        {
            Uid = "uid-1",
            CleanTitle = "The moon",
            Persona = "mona",
            Kind = "take",
            Tags = ["space", "Money"],
            Summary = "s",
            CleanSummary = "c",
            Updated = Noon,
            SignOffHtml = "<p>Bye</p>",
            CleanSignOffHtml = "<p>B</p>",
            Excerpt = "Ours",
            WordCount = 7,
            ReadingMinutes = 1,
            Aliases = ["old-moon", "older-moon"],
            Details = """{"a":1}""",
            Originals = [new PostOriginal { Url = "https://example.org/a", Title = "t", Publisher = "p", Author = "w", Published = Noon, Quote = "q" }],
        };

        var saved = await house.Posts.SaveAsync(post, Cancel);

        Assert.Equal(new PostSaved(saved.Id, "uid-1", null), saved);
        foreach (var found in new[]
        {
            await house.Posts.FindBySlugAsync("moon", Noon, Cancel), await house.Posts.FindByAliasAsync("older-moon", Noon, Cancel),
            await house.Posts.FindByUidAsync("uid-1", Noon, Cancel), await house.Posts.FindByPathAsync("a.md", Cancel),
        })
        {
            Assert.Equivalent(post with { Id = saved.Id }, found, strict: true);
        }
    }

    [Theory, OnBoth]
    public async Task A_hidden_post_is_in_no_list_and_on_no_page(Database on)
    {
        await using var house = await OpenAsync(on);
        foreach (var hidden in new[] { APost("draft.md", "draft") with { Draft = true }, APost("later.md", "later", Noon.AddMilliseconds(1)) })
        {
            await house.Posts.SaveAsync(hidden with
            {
                Uid = hidden.Slug,
                Persona = "mona",
                Kind = "take",
                Tags = ["space"],
                Aliases = ["old"],
                Originals = [new PostOriginal { Url = "https://example.org/a" }],
            }, Cancel);
            Assert.Null(await house.Posts.FindBySlugAsync(hidden.Slug, Noon, Cancel));
            Assert.Null(await house.Posts.FindByUidAsync(hidden.Slug, Noon, Cancel));
        }

        Assert.Null(await house.Posts.FindByAliasAsync("old", Noon, Cancel));
        foreach (var filter in new[] { PostFilter.Everything, new PostFilter(Persona: "mona"), new PostFilter(Tag: "space"), new PostFilter(Kind: "take") })
        {
            Assert.Empty((await house.Posts.ListNewestAsync(null, 10, filter, Noon, Cancel)).Items);
            Assert.Equal("later", Assert.Single((await house.Posts.ListNewestWholeAsync(null, 10, filter, Noon.AddSeconds(1), Cancel)).Items).Slug);
        }

        Assert.Empty(await house.Posts.ListAnsweringAsync("https://example.org/a", Noon, Cancel));
        Assert.Empty(await house.Posts.CountByMonthAsync(PostFilter.Everything, Noon, Cancel));
        Assert.Equal(0, await house.Posts.CountAsync(Noon, Cancel));
        Assert.Equal(Noon.AddMilliseconds(1), await house.Posts.NextAppearanceAsync(Noon, Cancel));
        Assert.Null(await house.Posts.NextAppearanceAsync(Noon.AddSeconds(1), Cancel));
    }

    [Theory, OnBoth]
    public async Task Of_two_files_with_one_slug_the_older_keeps_it_until_it_goes(Database on)
    {
        await using var house = await OpenAsync(on);
        var younger = await house.Posts.SaveAsync(APost("younger.md", "moon", Noon.AddHours(-1)), Cancel);
        Assert.Null(younger.SlugTakenBy);
        await house.Posts.SaveAsync(APost("older.md", "moon", Noon.AddHours(-2)), Cancel);

        Assert.Equal("older.md", (await house.Posts.FindBySlugAsync("moon", Noon, Cancel))!.Path);
        Assert.Equal("older.md", Assert.Single((await house.Posts.ListNewestAsync(null, 10, PostFilter.Everything, Noon, Cancel)).Items).Path);
        Assert.Equal("older.md", (await house.Posts.SaveAsync(APost("younger.md", "moon", Noon.AddHours(-1)), Cancel)).SlugTakenBy);

        Assert.True(await house.Posts.RemoveAsync("older.md", Cancel));
        Assert.Equal("younger.md", (await house.Posts.FindBySlugAsync("moon", Noon, Cancel))!.Path);
        Assert.False(await house.Posts.RemoveAsync("older.md", Cancel));
    }

    [Theory, OnBoth]
    public async Task A_post_keeps_its_stable_id_through_a_new_slug_title_date_and_name(Database on)
    {
        await using var house = await OpenAsync(on);
        var uid = (await house.Posts.SaveAsync(APost("a.md", "moon"), Cancel)).Uid;
        var changed = await house.Posts.SaveAsync(APost("a.md", "mars", Noon.AddDays(-9)) with { Title = "Mars" }, Cancel);
        Assert.Equal(uid, changed.Uid);
        Assert.True(await house.Posts.MoveAsync("a.md", "b.md", Cancel));
        Assert.Equal(uid, (await house.Posts.FindBySlugAsync("mars", Noon, Cancel))!.Uid);
        Assert.NotEqual(uid, (await house.Posts.SaveAsync(APost("a.md", "venus"), Cancel)).Uid, StringComparer.Ordinal);

        await using var rebuilt = await OpenAsync(on);
        Assert.Equal(uid, (await rebuilt.Posts.SaveAsync(APost("a.md", "moon"), Cancel)).Uid);
    }

    [Theory, OnBoth]
    public async Task Months_are_counted(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.Posts.SaveAsync(APost("a.md", "a", new DateTimeOffset(2026, 5, 31, 23, 30, 0, TimeSpan.FromHours(-2))), Cancel);
        await house.Posts.SaveAsync(APost("b.md", "b", new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero)), Cancel);

        Assert.Equal([new MonthCount { Year = 2026, Month = 6, Count = 1 }, new MonthCount { Year = 2025, Month = 12, Count = 1 }],
            await house.Posts.CountByMonthAsync(PostFilter.Everything, Noon, Cancel));
    }
}
