using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class ArticlesTests
{
    [Theory, OnBoth]
    public async Task An_article_comes_back_as_it_was_saved(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync(category: "Tech");
        var article = AnArticle(source, "https://example.org/a", 5) with
        {
            Byline = "Ann, Bob",
            Publisher = "Example",
            Published = Noon.AddHours(-2),
            Language = "de",
            Excerpt = "Sold!",
            Image = "https://example.org/i.jpg",
            ContentHash = "abc",
        };

        var saved = await house.Articles.SaveAsync(article, "guid-1", Cancel);

        Assert.Equal(Outcome.Added, saved.Outcome);
        var expected = article with { Id = saved.Id, SourceTitle = "Example", Category = "Tech", WireTime = Noon.AddHours(-2) };
        Assert.Equal(expected, await house.Articles.FindAsync(saved.Id, Cancel));
        Assert.Equal(expected, await house.Articles.FindByUrlAsync(article.Url, Cancel));
        Assert.Equal(expected, Assert.Single(await house.Articles.ListByUrlsAsync([article.Url, "https://example.org/unknown"], Cancel)));
    }

    [Theory, OnBoth]
    public async Task A_changed_article_keeps_its_old_text_in_the_history(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        var id = await house.GivenArticleAsync(source, "https://example.org/a", text: "The moon was sold.");

        var again = await house.Articles.SaveAsync(AnArticle(source, "https://example.org/a"), "https://example.org/a", Cancel);
        var changed = await house.Articles.SaveAsync(AnArticle(source, "https://example.org/a", text: "The moon was not sold."), "https://example.org/a", Cancel);

        Assert.Equal(new Saved(Outcome.Unchanged, id), again);
        Assert.Equal(new Saved(Outcome.Changed, id), changed);
        Assert.Equal("The moon was not sold.", (await house.Articles.FindAsync(id, Cancel))!.Text);
        var version = Assert.Single(await house.Articles.ListVersionsAsync(id, Cancel));
        Assert.Equal("The moon was sold.", version.Text);
        Assert.Equal(Noon, version.Replaced);
        Assert.Equal(1, await house.Articles.CountAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task One_article_in_two_sources_is_one_row_with_two_mentions_in_the_words_of_the_first(Database on)
    {
        await using var house = await OpenAsync(on);
        var first = await house.GivenSourceAsync("https://one.example/feed");
        var second = await house.GivenSourceAsync("https://two.example/feed");
        var id = await house.GivenArticleAsync(first, "https://example.org/a");

        var saved = await house.Articles.SaveAsync(AnArticle(second, "https://example.org/a", text: "Summary only."), "guid-2", Cancel);

        Assert.Equal(new Saved(Outcome.Unchanged, id), saved);
        Assert.Equal([first, second], (await house.Articles.ListMentionsOfAsync(id, Cancel)).Select(mention => mention.SourceId).Order());
        Assert.Equal("guid-2", Assert.Single(await house.Articles.ListMentionsAsync(second, Cancel)).MentionKey);
    }

    [Theory, OnBoth]
    public async Task Sources_that_bring_one_article_in_the_same_moment_do_not_change_it_for_each_other(Database on)
    {
        await using var house = await OpenAsync(on);
        var (first, second) = (await house.GivenSourceAsync("https://one.example/feed"), await house.GivenSourceAsync("https://two.example/feed"));

        var saved = await house.Articles.SaveAsync(
            [new(AnArticle(first, "https://example.org/a"), "guid-1"), new(AnArticle(second, "https://example.org/a") with { Publisher = "Two" }, "guid-2")], Cancel);

        Assert.Equal([Outcome.Added, Outcome.Unchanged], saved.Select(one => one.Outcome));
        Assert.Empty(await house.Articles.ListVersionsAsync(saved[0].Id, Cancel));
        Assert.Equal(2, (await house.Articles.ListMentionsOfAsync(saved[0].Id, Cancel)).Count);
    }

    [Theory, OnBoth]
    public async Task A_correction_is_taken_from_whichever_source_shows_it_but_never_for_much_less_text(Database on)
    {
        await using var house = await OpenAsync(on);
        var (first, second) = (await house.GivenSourceAsync("https://one.example/feed"), await house.GivenSourceAsync("https://two.example/feed"));
        Task<Saved> TellAsync(long source, string text) => house.Articles.SaveAsync(AnArticle(source, "https://example.org/a", text: text) with { WordCount = text.Split(' ').Length }, $"guid-{source}", Cancel);
        var id = (await TellAsync(first, "The moon was sold to a man from Wexcombe.")).Id;

        Assert.Equal(Outcome.Unchanged, (await TellAsync(second, "The moon was sold to a man from Wexcombe, our paper says.")).Outcome);
        Assert.Equal(Outcome.Changed, (await TellAsync(second, "The moon was not sold to a man from Wexcombe.")).Outcome);
        Assert.Equal(Outcome.Unchanged, (await TellAsync(first, "The moon …")).Outcome);

        Assert.Equal("The moon was not sold to a man from Wexcombe.", (await house.Articles.FindAsync(id, Cancel))!.Text);
    }

    [Theory, OnBoth]
    public async Task Who_is_watched_no_longer_speaks_for_no_article(Database on)
    {
        await using var house = await OpenAsync(on);
        var (first, second) = (await house.GivenSourceAsync("https://one.example/feed"), await house.GivenSourceAsync("https://two.example/feed"));
        await house.GivenArticleAsync(first, "https://example.org/a", text: "The moon was sold.");
        await house.Sources.TakeListAsync([(await house.Sources.FindAsync(second, Cancel))!], Cancel);

        Assert.Equal(Outcome.Changed, (await house.Articles.SaveAsync(AnArticle(second, "https://example.org/a", text: "The moon was leased."), "guid-2", Cancel)).Outcome);
    }

    [Theory, OnBoth]
    public async Task With_its_last_mention_an_article_leaves_the_wire_and_returns_when_seen_again(Database on)
    {
        await using var house = await OpenAsync(on);
        var first = await house.GivenSourceAsync("https://one.example/feed");
        var second = await house.GivenSourceAsync("https://two.example/feed");
        var id = await house.GivenArticleAsync(first, "https://example.org/a");
        await house.GivenArticleAsync(second, "https://example.org/a");

        Assert.True(await house.Articles.WithdrawMentionAsync(first, "https://example.org/a", Cancel));
        Assert.Single(await WireAsync(house));
        Assert.True(await house.Articles.WithdrawMentionAsync(second, "https://example.org/a", Cancel));
        Assert.Empty(await WireAsync(house));
        Assert.Equal(0, await house.Articles.CountAsync(Cancel));
        Assert.Equal(Noon, (await house.Articles.FindAsync(id, Cancel))!.Withdrawn);
        Assert.False(await house.Articles.WithdrawMentionAsync(second, "https://example.org/a", Cancel));

        Assert.Equal(id, await house.GivenArticleAsync(second, "https://example.org/a"));
        Assert.Single(await WireAsync(house));
        Assert.Equal(1, await house.Articles.CountAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task A_file_that_became_another_article_takes_the_old_one_off_the_wire(Database on)
    {
        await using var house = await OpenAsync(on);
        var inbox = await house.GivenSourceAsync();
        await house.Articles.SaveAsync(AnArticle(inbox, "https://example.org/a"), "page.html", Cancel);
        await house.Articles.SaveAsync(AnArticle(inbox, "https://example.org/b"), "page.html", Cancel);

        Assert.Equal("https://example.org/b", Assert.Single(await WireAsync(house)).Url);
    }

    [Theory, OnBoth]
    public async Task Who_claims_to_publish_in_the_future_stands_where_it_was_first_seen(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.Articles.SaveAsync(AnArticle(source, "https://example.org/a", 10) with { Published = Noon.AddYears(50) }, "a", Cancel);
        await house.GivenArticleAsync(source, "https://example.org/b", 5);

        Assert.Equal("https://example.org/b https://example.org/a", string.Join(' ', (await WireAsync(house)).Select(line => line.Url)));
    }

    [Theory, OnBoth]
    public async Task Odd_text_is_kept_and_an_endless_address_is_refused(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        var odd = AnArticle(source, "https://example.org/a", title: "a\0b\ud83d", text: "😀 ' \" ; DROP TABLE articles; --");

        var saved = await house.Articles.SaveAsync(odd, new string('k', 5000), Cancel);
        var refused = await house.Articles.SaveAsync(AnArticle(source, "https://example.org/" + new string('ä', 2000)), "k", Cancel);

        var found = (await house.Articles.FindAsync(saved.Id, Cancel))!;
        Assert.Equal("ab\ufffd", found.Title);
        Assert.Equal(odd.Text, found.Text);
        Assert.Equal(Outcome.Refused, refused.Outcome);
        Assert.True(await house.Articles.WithdrawMentionAsync(source, new string('k', 5000), Cancel));
    }

    private static async Task<IReadOnlyList<ArticleLine>> WireAsync(TestArchive house) =>
        (await house.Articles.ListNewestAsync(null, 10, WireFilter.Everything, Cancel)).Items;
}
