using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class SearchTests
{
    [Theory, OnBoth]
    public async Task Words_phrases_exclusions_and_beginnings_find_what_they_say(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.GivenArticleAsync(source, "https://e.org/sold", title: "Moon sold", text: "The crème of buyers paid 6.3 billion for the moon.");
        await house.GivenArticleAsync(source, "https://e.org/not", title: "No deal", text: "The moon was not sold; billion dollar creme stays.");
        await house.GivenArticleAsync(source, "https://e.org/tokyo", title: "東京の月", text: "月は東京都で売られた。");

        foreach (var (query, found) in new[]
        {
            ("moon", "not sold"), ("MOON sold", "not sold"), ("\"moon sold\"", "sold"), ("moon -deal", "sold"), ("moon -\"not sold\"", "sold"),
            ("bil*", "not sold"), ("cremé", "not sold"), ("6.3", "sold"), ("\"6.3 billion\"", "sold"), ("東京", "tokyo"), ("京東", ""), ("売られ", "tokyo"),
            ("moon tokyo", ""), ("-moon", ""), ("bi*", ""), ("\"sold the crème\"", ""), ("buyer*", "sold"), ("\"for the moon\" crem*", "sold"),
        })
        {
            Assert.Equal($"{query}: {found}", $"{query}: {await FoundAsync(house, query)}");
        }
    }

    [Theory, OnBoth]
    public async Task The_title_weighs_more_than_the_text_and_the_fresh_more_than_the_old(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.GivenArticleAsync(source, "https://e.org/fresh-text", 0, "Other", "The moon.");
        await house.GivenArticleAsync(source, "https://e.org/old-text", 60 * 24 * 90, "Other", "The moon.");
        await house.GivenArticleAsync(source, "https://e.org/old-title", 60 * 24 * 90, "Moon sold", "Other.");
        await house.GivenArticleAsync(source, "https://e.org/fresh-title", 0, "Moon sold", "Other.");

        var page = await house.Search.FindArticlesAsync("moon", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel);
        Assert.Equal("fresh-title old-title fresh-text old-text", string.Join(' ', page.Items.Select(found => found.Item.Url[14..])));
        Assert.Equal((4, false), (page.Total, page.MayBeMore));
        Assert.Equal("Moon", Assert.Single(page.Items[0].Title, part => part.IsHit).Text);
        Assert.Equal("moon", Assert.Single(page.Items[2].Snippet, part => part.IsHit).Text);
        var second = await house.Search.FindArticlesAsync("moon", ArticleSearchFilter.Everything, 1, 3, Noon, Cancel);
        Assert.Equal("https://e.org/old-text", Assert.Single(second.Items).Item.Url);
    }

    [Theory, OnBoth]
    public async Task Articles_are_filtered_by_source_and_dates_and_only_the_public_ones_are_found(Database on)
    {
        await using var house = await OpenAsync(on);
        var one = await house.GivenSourceAsync("https://one.example/feed");
        var two = await house.GivenSourceAsync("https://two.example/feed");
        await house.GivenArticleAsync(one, "https://e.org/a", 60 * 24 * 40);
        await house.GivenArticleAsync(two, "https://e.org/b", 60 * 24 * 2);
        await house.GivenArticleAsync(two, "https://e.org/c");
        await house.Articles.WithdrawMentionAsync(two, "https://e.org/c", Cancel);

        Assert.Equal("a b", await FoundAsync(house, "moon"));
        Assert.Equal("b", await FoundAsync(house, "moon", new(SourceId: two)));
        Assert.Equal("b", await FoundAsync(house, "moon", new(Since: Noon.AddDays(-3))));
        Assert.Equal("", await FoundAsync(house, "moon", new(Since: Noon.AddDays(-1))));
        Assert.Equal("a", await FoundAsync(house, "moon", new(Since: Noon.AddYears(-20), Until: Noon.AddDays(-3))));
        Assert.Equal("", await FoundAsync(house, "moon", new(Since: Noon, Until: Noon.AddDays(-3))));
    }

    [Theory, OnBoth]
    public async Task A_language_is_found_with_all_its_regions_and_nothing_that_is_none(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        foreach (var (name, language) in new[] { ("a", "en"), ("b", "en-GB"), ("c", "DE"), ("d", "';--"), ("e", null) })
            await house.Articles.SaveAsync(AnArticle(source, $"https://e.org/{name}") with { Language = language }, name, Cancel);

        Assert.Equal("a b", await FoundAsync(house, "moon", new(Language: "en")));
        Assert.Equal("a b", await FoundAsync(house, "moon", new(Language: "en-US")));
        Assert.Equal("c", await FoundAsync(house, "moon", new(Language: "de")));
        foreach (var none in new[] { "fr", "';--", "", "e", "en*", "§lde" }) Assert.Equal(none.StartsWith("en", StringComparison.Ordinal) ? "a b" : "", await FoundAsync(house, "moon", new(Language: none)));

        await house.Articles.SaveAsync(AnArticle(source, "https://e.org/c", text: "The moon again.") with { Language = "fr" }, "c", Cancel);
        Assert.Equal("", await FoundAsync(house, "moon", new(Language: "de")));
        Assert.Equal("c", await FoundAsync(house, "moon", new(Language: "fr")));
    }

    [Theory, OnBoth]
    public async Task A_changed_article_is_found_by_its_new_words_only(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.GivenArticleAsync(source, "https://e.org/a", text: "Odd \0 words\ud800 vanish.");
        await house.GivenArticleAsync(source, "https://e.org/a", text: "New ones came.");

        Assert.Equal("", await FoundAsync(house, "vanish"));
        Assert.Equal("a", await FoundAsync(house, "came"));
    }

    [Theory, OnBoth]
    public async Task Posts_are_found_while_they_may_be_seen(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.Posts.SaveAsync(APost("a.md", "a") with { Text = "We buy the sun.", Persona = "mona", Kind = "take", Tags = ["space"] }, Cancel);
        await house.Posts.SaveAsync(APost("b.md", "b") with { Text = "We buy the sun.", Draft = true }, Cancel);
        await house.Posts.SaveAsync(APost("c.md", "c", Noon.AddHours(1)) with { Text = "We buy the sun." }, Cancel);

        Assert.Equal("a", await FoundPostsAsync(house, "sun"));
        Assert.Equal("a c", await FoundPostsAsync(house, "sun", now: Noon.AddHours(2)));
        Assert.Equal("a", await FoundPostsAsync(house, "sun", new("mona", "space", "take", Noon.AddDays(-2), Noon)));
        foreach (var other in new PostSearchFilter[] { new(Persona: "x"), new(Tag: "x"), new(Kind: "x"), new(Since: Noon), new(Until: Noon.AddDays(-2)) })
            Assert.Equal("", await FoundPostsAsync(house, "sun", other));
        await house.Posts.SaveAsync(APost("a.md", "a") with { Text = "We sell it." }, Cancel);
        Assert.Equal("", await FoundPostsAsync(house, "sun"));
        Assert.Equal("a", await FoundPostsAsync(house, "sell"));
        await house.Posts.RemoveAsync("a.md", Cancel);
        Assert.Equal("", await FoundPostsAsync(house, "sell"));
    }

    [Theory, OnBoth]
    public async Task No_input_of_any_kind_is_an_error(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        await house.GivenArticleAsync(source, "https://e.org/a");
        string[] bits =
        [
            "\"", "'", "''", "*", "-", "(", ")", ":", "^", "+", "{", "}", "&", "|", "!", "<->", "\\", "%", "_", ";", "--", "/*", "\0", "\ud83d", "😀", "NEAR", "AND", "OR", "NOT",
            "words:", "¶moon", "§s1", "¦", "moon", "sold*", "-moon", "\"moon sold\"", "'moon':*", "moon\u0301", "\u202e", "東京", "ß", " ", "\t\n", "1e9", "::tsquery", "@match", "$1", "{0}",
        ];
        var random = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => bits[random.Next(bits.Length)] + (random.Next(3) == 0 ? " " : "")));
            await house.Search.FindArticlesAsync(typed, new(source, Noon.AddDays(-9), Noon), 0, 5, Noon, Cancel);
            await house.Search.FindPostsAsync(typed, new(typed, typed, typed), 0, 5, Noon, Cancel);
        }

        foreach (var typed in new[] { null, "", new string('a', 10_000), new string('"', 10_000), string.Concat(Enumerable.Repeat("a* ", 4000)), string.Concat(Enumerable.Repeat("-a \"b", 3000)) })
            Assert.Empty((await house.Search.FindArticlesAsync(typed, ArticleSearchFilter.Everything, 0, 5, Noon, Cancel)).Items);
        Assert.Equal("a", await FoundAsync(house, "moon"));
    }

    [Theory, OnBoth]
    public async Task Marks_of_the_index_cannot_be_looked_for(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.GivenArticleAsync(await house.GivenSourceAsync(), "https://e.org/a");
        foreach (var typed in new[] { "¶moon sold x", "§s1", "¦", "§m202606", "s1", "m202606", "b10x0" }) Assert.Equal("", await FoundAsync(house, typed));
    }

    private static async Task<string> FoundAsync(TestArchive house, string query, ArticleSearchFilter? filter = null) =>
        string.Join(' ', (await house.Search.FindArticlesAsync(query, filter ?? ArticleSearchFilter.Everything, 0, 10, Noon, Cancel)).Items
            .Select(found => found.Item.Url[14..]).Order(StringComparer.Ordinal));

    private static async Task<string> FoundPostsAsync(TestArchive house, string query, PostSearchFilter? filter = null, DateTimeOffset? now = null) =>
        string.Join(' ', (await house.Search.FindPostsAsync(query, filter ?? PostSearchFilter.Everything, 0, 10, now ?? Noon, Cancel)).Items
            .Select(found => found.Item.Slug).Order(StringComparer.Ordinal));

    [Theory, OnBoth]
    public async Task A_search_that_takes_long_stays_with_the_newest_it_found_and_goes_on_while_it_has_found_nothing(Database on)
    {
        var (connection, remove) = await EmptyAsync(on);
        await using (var db = await ArchiveDatabase.OpenAsync(connection, new ClockInAHurry(), Cancel))
        {
            var source = await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://example.org/feed", Title = "Example" }, Cancel);
            await new Articles(db).SaveAsync(AnArticle(source, "https://e.org/old", title: "Moon and Mars"), "old", Cancel);
            // Forty thousand others came and went in between.
            await db.WriteAsync(session => session.ExecuteAsync(on == Database.Sqlite
                ? "UPDATE sqlite_sequence SET seq = 40000 WHERE name = 'articles'" : "SELECT setval(pg_get_serial_sequence('articles', 'id'), 40000)"), Cancel);
            await new Articles(db).SaveAsync(AnArticle(source, "https://e.org/new", title: "Moon alone"), "new", Cancel);

            var moon = await new Search(db).FindArticlesAsync("moon", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel);
            Assert.Equal(["https://e.org/new"], moon.Items.Select(found => found.Item.Url));
            Assert.True(moon.MayBeMore);
            var mars = await new Search(db).FindArticlesAsync("mars", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel);
            Assert.Equal(["https://e.org/old"], mars.Items.Select(found => found.Item.Url));
            Assert.False(mars.MayBeMore);
        }

        await remove();
    }

    /// <summary>A tenth of a second goes by whenever it is looked at.</summary>
    private sealed class ClockInAHurry : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 10;

        public override long GetTimestamp() => ++_looks;

        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
