using System.Text.RegularExpressions;
using NewsDesk.Archive;
using NewsDesk.Archive.Searching;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

/// <summary>Asks both databases how they would go about each question that a page asks, with enough rows that a wrong way is taken.</summary>
public sealed partial class PlanTests
{
    private const int Rows = 6_000;

    /// <summary>These grow with what was gathered or written; walking through one of them whole is what must not be.</summary>
    private const string Growing = "articles|article_versions|mentions|stories|article_words|post_words|posts|post_tags|post_aliases|post_originals|post_citations|visits|figures|revisions|media|a|f|o|p|t|m|v|w";

    private static readonly string[] Filling =
    [
        """
        INSERT INTO sources (kind, url, title, category, added) SELECT 'feed', 'https://e.org/' || n, 'Source', 'category-' || n % 10, 0 FROM numbers WHERE n <= 200
        """,
        """
        INSERT INTO articles (source_id, url, title, first_seen, last_seen, language, category, content_hash, word_count, text, html)
        SELECT 1 + n % 200, 'https://e.org/' || n, 'Moon', @noon - n * 60000, @noon, CASE WHEN n % 3 = 0 THEN 'de' ELSE 'en' END, 'category-' || (1 + n % 200) % 10, 'h', 4, 'x', 'x' FROM numbers
        """,
        "INSERT INTO mentions (source_id, mention_key, article_id, first_seen, last_seen) SELECT 1 + n % 200, 'k' || n, n, 0, 0 FROM numbers",
        """
        INSERT INTO article_versions (article_id, replaced, title, content_hash, word_count, text, html) SELECT n, 0, 'Moon', 'h', 4, 'x', 'x' FROM numbers
        """,
        """
        INSERT INTO posts (path, file_hash, uid, slug, title, persona, kind, language, draft, published, month, excerpt, word_count, reading_minutes, details, text, html, clean_html)
        SELECT 'post-' || n || '.md', 'h', 'uid-' || n, 'post-' || n, 'Moon', 'persona-' || n % 20, 'kind-' || n % 5, 'en', n % 10 = 0, @noon - n * 60000, 202606, '', 1, 1, '{}', 'x', 'x', 'x' FROM numbers
        """,
        "INSERT INTO post_tags (post_id, position, tag, published) SELECT n, 0, 'tag-' || n % 50, @noon - n * 60000 FROM numbers",
        "INSERT INTO post_aliases (post_id, position, alias) SELECT n, 0, 'old-' || n FROM numbers",
        "INSERT INTO post_originals (post_id, position, url) SELECT n, 0, 'https://e.org/' || n FROM numbers",
        "INSERT INTO post_citations (post_id, position, url) SELECT n, 0, 'https://e.org/' || n FROM numbers",
        "INSERT INTO stories (title, began, latest, articles, outlets, rank, follows) SELECT 'Moon', @noon - n * 60000, @noon - n * 60000, 2, 1 + n % 3, @noon - n * 60000, CASE WHEN n % 10 = 1 AND n > 1 THEN n - 1 END FROM numbers",
        "UPDATE articles SET story_id = 1 + id / 2 WHERE id < @rows",
        "INSERT INTO figures (article_id, position, measure, amount, written, sentence) SELECT n, 0, 'money', 1, 'x', 'x' FROM numbers",
        "INSERT INTO visits (source_id, began, took_milliseconds, bytes, added, changed) SELECT 1 + n % 200, @noon - n * 60000, 1, 1, 0, 0 FROM numbers",
        "INSERT INTO editors (name, display_name, role, added) SELECT 'editor ' || n, 'x', 'x', 0 FROM numbers WHERE n < 10",
        "INSERT INTO revisions (path, saved, editor_id, hash, text) SELECT 'post-' || n % 500 || '.md', @noon - n * 60000, 1 + n % 9, 'x', 'x' FROM numbers",
        "INSERT INTO media (path, hash, type, bytes, added) SELECT 'm/' || n, 'h' || n, 'image/png', 1, @noon - n * 60000 FROM numbers",
    ];

    [Theory, OnBoth]
    public async Task No_question_of_a_page_walks_through_a_growing_table(Database on)
    {
        await using var house = await OpenAsync(on);
        await FillAsync(house);
        var asked = new List<(string Sql, object? Values)>();
        house.Db.Watch = (sql, values) => asked.Add((sql, values));
        await AskAsync(house);
        house.Db.Watch = null;
        asked.RemoveAll(question => question.Sql.StartsWith("SET ", StringComparison.Ordinal));
        Assert.True(asked.Count > 50, $"{asked.Count}");

        var seen = await PlanAsync(house, on, "SELECT a.id FROM articles a WHERE a.byline = 'x' ORDER BY a.title", null);
        Assert.Matches(on == Database.Sqlite ? SqliteScan() : PostgresScan(), seen);
        Assert.Matches(Sorting(), seen);

        var bad = new List<string>();
        foreach (var (sql, values) in asked)
        {
            var plan = await PlanAsync(house, on, sql, values);
            if ((on == Database.Sqlite ? SqliteScan() : PostgresScan()).IsMatch(plan)) bad.Add($"{sql}\n{plan}");
        }

        Assert.True(bad.Count == 0, string.Join("\n\n", bad));

        // And each page of a list is one walk along an index, without sorting.
        foreach (var (sql, values) in asked.Where(question => question.Sql.Contains("LIMIT @Rows", StringComparison.Ordinal)))
        {
            var plan = await PlanAsync(house, on, sql, values);
            Assert.False(Sorting().IsMatch(plan), $"{sql}\n{plan}");
        }
    }

    [GeneratedRegex($@"^SCAN ({Growing})\b(?! (USING|VIRTUAL))", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SqliteScan();

    [GeneratedRegex($@"Seq Scan on ({Growing})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PostgresScan();

    [GeneratedRegex(@"TEMP B-TREE|^\W*Sort ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sorting();

    private static async Task AskAsync(TestArchive house)
    {
        await ListAsync(house);
        await house.Articles.FindAsync(7, Cancel);
        await house.Articles.FindByUrlAsync("https://e.org/7", Cancel);
        await house.Articles.ListByUrlsAsync(["https://e.org/7", "https://e.org/8"], Cancel);
        await house.Articles.ListMentionsOfAsync(7, Cancel);
        await house.Articles.ListVersionsAsync(7, Cancel);
        await house.Posts.FindBySlugAsync("post-7", Noon, Cancel);
        await house.Posts.FindByPathAsync("post-7.md", Cancel);
        await house.Posts.FindByUidAsync("uid-7", Noon, Cancel);
        await house.Posts.FindByAliasAsync("old-7", Noon, Cancel);
        await house.Posts.ListAnsweringAsync("https://e.org/7", Noon, Cancel);
        await house.Posts.NextAppearanceAsync(Noon, Cancel);
        await house.Posts.ListPathsAnsweringAsync(["https://e.org/7", "https://e.org/8"], Cancel);
        await house.Posts.CountByMonthAsync(PostFilter.Everything, Noon, Cancel);
        await house.Posts.CountAsync(Noon, Cancel);
        await house.Articles.CountByMonthAsync(Cancel);
        await house.Articles.CountAsync(Cancel);
        await house.Articles.ListLanguagesAsync(Cancel);
        await house.Articles.ListMentionsAsync(7, Cancel);
        await house.Articles.ListOfStoryAsync(7, 100, Cancel);
        await new Stories(house.Db).FindAsync(7, Cancel);
        await new Stories(house.Db).ListFollowingAsync(10, Cancel);
        await new Figures(house.Db).ListAsync(7, Cancel);
        await new Figures(house.Db).ListOfStoryAsync(7, Cancel);
        await new Visits(house.Db).ListAsync(7, 20, Cancel);
        await new Revisions(house.Db).ListAsync("post-7.md", Cancel);
        await new Revisions(house.Db).FindAsync(7, Cancel);
        await new Media(house.Db).FindByPathAsync("m/7", Cancel);
        await new Media(house.Db).FindByHashAsync("h7", Cancel);
        await house.Posts.ListAnsweringStoryAsync(7, Noon, Cancel);
        await new Stories(house.Db).FindMovedAsync(7, Cancel);
        await new Stories(house.Db).ListByIdsAsync([7, 8], Cancel);
        await new Stories(house.Db).ListJoinsAsync(7, Cancel);
        foreach (var text in new[] { "moon", "\"moon sold\" -x", "mo* w7*" })
        {
            await house.Search.FindArticlesAsync(text, new(3, Noon.AddDays(-9), Noon), 0, 5, Noon, Cancel);
            await house.Search.FindArticlesAsync(text, new(Language: "de"), 0, 5, Noon, Cancel);
            await house.Search.FindArticlesAsync(text, ArticleSearchFilter.Everything, 0, 5, Noon, Cancel);
            await house.Search.FindPostsAsync(text, new("persona-1", "tag-1", "kind-1", Noon.AddDays(-9), Noon), 0, 5, Noon, Cancel);
        }
    }

    private static async Task ListAsync(TestArchive house)
    {
        var middle = new Place(Noon.AddMinutes(-Rows / 2).ToUnixTimeMilliseconds(), Rows / 2);
        foreach (var place in new Place?[] { null, middle, middle with { TowardsNewer = true } })
        {
            await new Stories(house.Db).ListRankedAsync(place, 20, Cancel);
            foreach (var filter in new WireFilter[] { new(), new(SourceId: 3), new(Category: "category-3"), new(Language: "en") })
                await house.Articles.ListNewestAsync(place, 10, filter, Cancel);
            foreach (var filter in new PostFilter[] { new(), new(Persona: "persona-1"), new(Tag: "tag-1"), new(Kind: "kind-1") })
                await house.Posts.ListNewestAsync(place, 10, filter, Noon, Cancel);
            await house.Posts.ListNewestWholeAsync(place, 10, PostFilter.Everything, Noon, Cancel);
            await new Stories(house.Db).ListLatestAsync(place, 10, Cancel);
            await new Media(house.Db).ListNewestAsync(place, 10, Cancel);
        }
    }

    private static async Task<string> PlanAsync(TestArchive house, Database on, string sql, object? values) =>
        string.Join('\n', on == Database.Sqlite
            ? (await house.Db.ReadAsync(session => session.ListAsync<Step>("EXPLAIN QUERY PLAN " + sql, values), Cancel)).Select(step => step.Detail)
            : await house.Db.WriteAsync(async session =>
            {
                if (sql.Contains("tsquery", StringComparison.Ordinal)) await session.ExecuteAsync(PostgresSearch.Planning);
                return await session.ListAsync<string>("EXPLAIN " + sql, values);
            }, Cancel));

    private static Task<int> FillAsync(TestArchive house) => house.Db.WriteAsync(async session =>
    {
        var values = new { rows = Rows, noon = Noon };
        foreach (var sql in Filling)
        {
            await session.ExecuteAsync($"WITH RECURSIVE numbers (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < @rows) {sql}"
                .Replace("n * 60000", "(n * 60000)", StringComparison.Ordinal), values);
        }

        var entries = Enumerable.Range(1, Rows / 3).Select(n => KeyValuePair.Create((long)n,
            Entry.Of("Moon", $"moon sold w{n % 1000}", 1 + (n % 200), Noon, n % 3 == 0 ? "de" : "en"))).ToList();
        await house.Db.Dialect.Search.AddAsync(session, "article_words", entries);
        await house.Db.Dialect.Search.AddAsync(session, "post_words", entries);
        return await session.ExecuteAsync("ANALYZE;");
    }, Cancel);

    private sealed record Step
    {
        public string Detail { get; init; } = "";
    }
}
