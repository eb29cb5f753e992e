using System.Diagnostics;
using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Tests.Archive;

namespace NewsDesk.Benchmarks.Archive;

/// <summary>
/// Fills an archive and measures every question that a page asks: <c>archive sqlite|postgres ARTICLES [FOLDER]</c>. Writes a table in Markdown.
/// </summary>
internal static class ArchiveMeasures
{
    private const int Batch = 500;
    private const int Rounds = 400;
    private const int PageSize = 30;

    public static async Task<int> RunAsync(string[] asked)
    {
        if (asked is not ([("sqlite" or "postgres") and var database, var number, ..])
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var articles) || articles < 1000)
        {
            await Console.Error.WriteLineAsync("Say: archive sqlite|postgres ARTICLES [FOLDER], with 1000 articles at least.");
            return 2;
        }

        if (database == "postgres")
        {
            await using var server = await DebianPostgres.StartAsync("shared_buffers=1GB", "max_wal_size=8GB", "maintenance_work_mem=256MB");
            await MeasureAsync($"{server.Settings};Database=postgres", articles, _ => SizeOnServerAsync(server), "PostgreSQL",
                () => server.ProcessorTime + Environment.CpuUsage.TotalTime);
            return 0;
        }

        var folder = asked.Length > 2 ? Directory.CreateDirectory(Path.Combine(asked[2], "measured")) : Directory.CreateTempSubdirectory("newsdesk-measures-");
        await MeasureAsync(Path.Combine(folder.FullName, "archive.db"), articles,
            _ => Task.FromResult(folder.GetFiles().Sum(file => file.Length)), "SQLite", () => Environment.CpuUsage.TotalTime);
        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string connection, int count, Func<ArchiveDatabase, Task<long>> size, string name, Func<TimeSpan> processor)
    {
        var start = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var now = start.AddSeconds((count + 10_000) * 60L);
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System);
        var invented = new InventedArticles();
        var (articles, posts, stories, search) = (new Articles(db), new Posts(db), new NewsDesk.Archive.Stories(db), new Search(db));
        var sources = new List<long>();
        for (var i = 0; i < InventedArticles.SourceCount; i++)
            sources.Add(await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = $"https://source{i}.example/feed", Title = $"Source {i}", Category = $"category {i % 12}" }));

        Console.WriteLine($"{db.Description}, {count:N0} articles");
        var storyIds = new Dictionary<long, long>();
        var saving = new Stopwatch();
        var lastTenth = new Stopwatch();
        var used = TimeSpan.Zero;
        for (var done = 0; done < count; done += Batch)
        {
            var batch = Enumerable.Range(0, Math.Min(Batch, count - done)).Select(_ => invented.Next(sources, start)).ToList();
            foreach (var story in batch.Select(one => one.Story).Where(story => story % 50 == 0).Distinct())
                if (!storyIds.ContainsKey(story)) storyIds[story] = await stories.SaveAsync(new Story { Title = "A story", Began = start, Latest = start });
            var gathered = batch.Select(one => new Gathered(one.Article with { StoryId = storyIds.TryGetValue(one.Story, out var id) ? id : null }, one.Article.Url)).ToList();
            saving.Start();
            if (done >= count * 9 / 10) lastTenth.Start();
            var usedBefore = processor();
            await articles.SaveAsync(gathered);
            saving.Stop();
            lastTenth.Stop();
            used += processor() - usedBefore;
            if (done % 100_000 == 0) await Console.Error.WriteLineAsync($"{done:N0}: {saving.Elapsed.TotalSeconds:0.0} s");
        }

        for (var i = 0; i < Math.Clamp(count / 100, 100, 10_000); i++)
        {
            await posts.SaveAsync(new IndexedPost
            {
                Path = $"{i}.md",
                FileHash = "h",
                Slug = $"post-{i}",
                Title = $"Post {i}",
                Language = "en",
                Persona = $"persona {i % 10}",
                Tags = [$"tag {i % 100}", $"tag {i % 7}"],
                Published = start.AddSeconds((long)i * 6000),
                Text = "A post.",
                Html = "<p>A post.</p>",
                CleanHtml = "<p>A post.</p>",
            });
        }

        Console.WriteLine($"| {name}, {count:N0} articles | p50 ms | p99 ms | processor ms |\n| --- | ---: | ---: | ---: |");
        Console.WriteLine($"| batch insert, {Batch} at once: {count / saving.Elapsed.TotalSeconds:N0} articles/s (the last tenth: {(count / 10) / lastTenth.Elapsed.TotalSeconds:N0}) | | | {used.TotalMilliseconds / count:0.000} |");
        Console.WriteLine(await Timing.OfAsync("insert of one article", 1000, processor, i =>
        {
            var (article, _) = invented.Next(sources, start);
            return articles.SaveAsync(article, article.Url);
        }));

        var deep = (await articles.ListNewestAsync(null, Math.Min(1000 * PageSize, count - PageSize - 1), WireFilter.Everything)).Older;
        var random = new Random(7);
        await TimeAsync("front page: 12 posts, 30 lines of the wire", async _ =>
        {
            await posts.ListNewestAsync(null, 12, PostFilter.Everything, now);
            await articles.ListNewestAsync(null, PageSize, WireFilter.Everything);
        });
        await TimeAsync("wire, first page", _ => articles.ListNewestAsync(null, PageSize, WireFilter.Everything));
        await TimeAsync(count > 1000 * PageSize ? "wire, 1,000 pages deep" : $"wire, {(count / PageSize) - 1} pages deep", _ => articles.ListNewestAsync(deep, PageSize, WireFilter.Everything));
        await TimeAsync("wire of a category, deep", i => articles.ListNewestAsync(deep, PageSize, new WireFilter(Category: $"category {i % 12}")));
        await TimeAsync("a source's page", i => articles.ListNewestAsync(null, PageSize, new WireFilter(SourceId: sources[i % sources.Count])));
        long[] someStories = [.. storyIds.Values];
        await TimeAsync("a story's page", async i =>
        {
            await stories.FindAsync(someStories[i % someStories.Length]);
            await articles.ListOfStoryAsync(someStories[i % someStories.Length], 100);
        });
        await TimeAsync("one article", _ => articles.FindAsync(1 + random.Next(count)));
        await TimeAsync("one post by its slug", i => posts.FindBySlugAsync($"post-{i % 100}", now));
        await TimeAsync("counts by month, posts and articles", async _ =>
        {
            await posts.CountByMonthAsync(PostFilter.Everything, now);
            await articles.CountByMonthAsync();
        });
        await SearchAsync("a rare word", i => invented.WordOfRank(50_000 + (i * 7 % 10_000)));
        await SearchAsync("a middling word", i => invented.WordOfRank(300 + (i % 2000)));
        await SearchAsync("the commonest word", _ => invented.WordOfRank(0));
        await SearchAsync("a common and a middling word", i => $"{invented.WordOfRank(i % 5)} {invented.WordOfRank(300 + (i % 2000))}");
        await SearchAsync("two middling words", i => $"{invented.WordOfRank(200 + (i % 500))} {invented.WordOfRank(800 + (i % 900))}");
        await SearchAsync("a phrase of common words", i => $"\"{invented.WordOfRank(i % 7)} {invented.WordOfRank(7 + (i % 11))}\"");
        await SearchAsync("common, without common", i => $"{invented.WordOfRank(3)} -{invented.WordOfRank(0)} -{invented.WordOfRank(1 + (i % 2))}");
        await SearchAsync("a beginning of 3 letters", i => $"{invented.WordOfRank(500 + i)[..3]}*");
        await SearchAsync("a beginning of 4 letters", i => $"{invented.WordOfRank(500 + i)[..4]}*");
        Console.WriteLine($"| size: {await size(db) / 1048576.0:N0} MB | | | |");

        async Task TimeAsync(string what, Func<int, Task> act) => Console.WriteLine(await Timing.OfAsync(what, Rounds, processor, act));

        Task SearchAsync(string what, Func<int, string> text) =>
            TimeAsync($"search: {what}", i => search.FindArticlesAsync(text(i), ArticleSearchFilter.Everything, 0, 20, now));
    }

    private static async Task<long> SizeOnServerAsync(DebianPostgres server)
    {
        await using var connection = new Npgsql.NpgsqlConnection($"{server.Settings};Database=postgres");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_database_size('postgres')";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
