using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDesk.Tests.Pages.Subscriptions;

/// <summary>Our feeds, read by programs of other people.</summary>
public sealed class IndependentReaderTests
{
    private const string Parser = """
        import feedparser, json, sys, calendar
        for line in sys.stdin:
            path, *rest = line.rstrip("\n").split("\t")
            feed = feedparser.parse(path, etag=rest[0] if rest else None)
            when = lambda entry, name: calendar.timegm(entry[name]) if entry.get(name) else None
            print(json.dumps({
                "bozo": bool(feed.bozo), "why": str(feed.get("bozo_exception", "")), "version": feed.version, "status": feed.get("status"), "etag": feed.get("etag"),
                "title": feed.feed.get("title"), "language": feed.feed.get("language"),
                "entries": [{
                    "id": e.get("id"), "title": e.get("title"), "link": e.get("link"), "author": e.get("author"),
                    "published": when(e, "published_parsed"), "updated": when(e, "updated_parsed"),
                    "tags": [t["term"] for t in e.get("tags", [])],
                    "content": e["content"][0]["value"] if e.get("content") else None,
                    "summary": e.get("summary"),
                    "pictures": [m.get("url") for m in e.get("media_content", [])],
                } for e in feed.entries]}), flush=True)
        """;

    /// <summary>A reader of JSON Feed in JavaScript; it wants the feed as an object, and answers what it understood.</summary>
    private const string JsonReader = """
        import { readFileSync } from "node:fs";
        const { extractFromJson } = await import(process.argv[1]);
        for (const path of readFileSync(0, "utf-8").split("\n").filter(line => line)) {
          const feed = extractFromJson(JSON.parse(readFileSync(path, "utf-8")), {
            useISODateFormat: true, descriptionMaxLen: 0,
            getExtraEntryFields: item => ({ html: item.content_html ?? null, tags: item.tags ?? [], author: item.authors?.[0]?.name ?? null, from: item._newsdesk?.originals?.length ?? 0 }),
          });
          process.stdout.write(JSON.stringify(feed) + "\n");
        }
        """;

    private sealed record JsonRead(string? Title, string? Language, string? Link, IReadOnlyList<JsonEntry> Entries);

    private sealed record JsonEntry(string? Id, string? Title, string? Link, DateTimeOffset? Published, string? Html, IReadOnlyList<string> Tags, string? Author, int From);

    private sealed record Read(bool Bozo, string Why, string Version, int? Status, string? Etag, string? Title, string? Language, IReadOnlyList<ReadEntry> Entries);

    private sealed record ReadEntry(
        string? Id, string? Title, string? Link, string? Author, long? Published, long? Updated, IReadOnlyList<string> Tags, string? Content, string? Summary, IReadOnlyList<string> Pictures);

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Feedparser_reads_every_feed_of_every_kind_without_a_complaint()
    {
        var python = await FindFeedparserAsync();
        await using var desk = NastyPaper.Open();
        // It knows no JSON Feed.
        var feeds = (await NastyPaper.ListFeedsAsync(desk)).Where(feed => !feed.Contains(".json", StringComparison.Ordinal)).ToList();
        var folder = Directory.CreateTempSubdirectory("newsdesk-feeds-");
        foreach (var (number, feed) in feeds.Index()) await File.WriteAllBytesAsync(PathOf(number), await desk.Reader.GetByteArrayAsync(feed, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        string PathOf(int number) => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{number}.xml"));

        var read = await ParseAsync(python, feeds.Select((_, number) => PathOf(number)));

        Assert.Equal(feeds.Count, read.Count);
        foreach (var (feed, one) in feeds.Zip(read))
        {
            Assert.False(one.Bozo, $"{feed}: {one.Why}");
            Assert.Equal(feed.Contains("atom.xml", StringComparison.Ordinal) ? "atom10" : "rss20", one.Version);
            Assert.StartsWith("The Paper & Sons", one.Title, StringComparison.Ordinal);
            Assert.NotEmpty(one.Entries);
            Assert.Equal(one.Entries.Count, one.Entries.DistinctBy(entry => entry.Id).Count());
            Assert.All(one.Entries, entry => Assert.NotNull(entry.Published));
        }

        var whole = feeds.Zip(read).Where(pair => pair.First.EndsWith("?month=2026-11", StringComparison.Ordinal) && !pair.First.Contains("clean", StringComparison.Ordinal)).Select(pair => pair.Second).ToList();
        Assert.Equal(2, whole.Count);
        foreach (var november in whole) CheckNovember(november);
        Assert.Equal(whole[0].Entries.Select(entry => entry.Id), whole[1].Entries.Select(entry => entry.Id));
        folder.Delete(recursive: true);
    }

    private static void CheckNovember(Read november)
    {
        var entries = november.Entries.OrderBy(entry => entry.Published).ToList();
        Assert.Equal(NastyPaper.Posts.Count, entries.Count);
        foreach (var (entry, (title, text)) in entries.Zip(NastyPaper.Posts))
        {
            // A program that takes a title for HTML loses what looks like a tag, and no more.
            Assert.Equal(WordsOf(title), WordsOf(entry.Title!));
            Assert.Contains(text.Split(' ')[0], System.Net.WebUtility.HtmlDecode(entry.Content!), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", entry.Content, StringComparison.OrdinalIgnoreCase);
            Assert.StartsWith("urn:uuid:", entry.Id, StringComparison.Ordinal);
            Assert.Equal(["satire", "space", "C++ & <b>", "a/b", "日本"], entry.Tags);
            Assert.Equal("Mona “M&M” العربية", entry.Author);
            Assert.StartsWith("https://paper.example/2026/11/", entry.Link, StringComparison.Ordinal);
            Assert.Single(entry.Pictures);
            Assert.Equal(new TimeOnly(7, 30), TimeOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(entry.Published!.Value).UtcDateTime));
        }
    }

    private static string WordsOf(string title) => string.Concat(System.Net.WebUtility.HtmlDecode(title).Where(char.IsLetterOrDigit));

    [Fact]
    public async Task Another_reader_of_JSON_Feed_understands_every_one_of_ours()
    {
        var module = Path.Combine(Environment.GetEnvironmentVariable("FEED_READERS") ?? "", "node_modules", "@extractus", "feed-extractor", "esm", "mod.js");
        Assert.SkipUnless(File.Exists(module), "no reader of JSON Feed is installed: npm install --prefix DIR @extractus/feed-extractor, and FEED_READERS=DIR");
        await using var desk = NastyPaper.Open();
        var feeds = (await NastyPaper.ListFeedsAsync(desk)).Where(feed => feed.Contains(".json", StringComparison.Ordinal)).ToList();
        var folder = Directory.CreateTempSubdirectory("newsdesk-feeds-");
        string PathOf(int number) => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{number}.json"));
        foreach (var (number, feed) in feeds.Index()) await File.WriteAllBytesAsync(PathOf(number), await desk.Reader.GetByteArrayAsync(feed, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var output = await RunAsync("node", ["--input-type=module", "-e", JsonReader, "--", new Uri(module).AbsoluteUri], string.Join('\n', feeds.Select((_, number) => PathOf(number))));

        var read = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonRead>(line, CamelCase)!).ToList();
        Assert.Equal(feeds.Count, read.Count);
        foreach (var (feed, one) in feeds.Zip(read))
        {
            Assert.StartsWith("The Paper", one.Title, StringComparison.Ordinal);
            Assert.Equal("en", one.Language);
            Assert.StartsWith("https://paper.example/", one.Link, StringComparison.Ordinal);
            Assert.True(one.Entries.Count > 0, feed);
            Assert.Equal(one.Entries.Count, one.Entries.DistinctBy(entry => entry.Id).Count());
            Assert.All(one.Entries, entry => Assert.NotNull(entry.Published));
        }

        var november = feeds.Zip(read).Single(pair => pair.First == "/feed.json?month=2026-11").Second.Entries.OrderBy(entry => entry.Published).ToList();
        Assert.Equal(NastyPaper.Posts.Count, november.Count);
        foreach (var (entry, (title, text)) in november.Zip(NastyPaper.Posts))
        {
            Assert.Equal(WordsOf(title), WordsOf(entry.Title!));
            Assert.Contains(text.Split(' ')[0], System.Net.WebUtility.HtmlDecode(entry.Html!), StringComparison.Ordinal);
            Assert.StartsWith("urn:uuid:", entry.Id, StringComparison.Ordinal);
            Assert.StartsWith("https://paper.example/2026/11/", entry.Link, StringComparison.Ordinal);
            Assert.Equal(["satire", "space", "C++ & <b>", "a/b", "日本"], entry.Tags);
            Assert.Equal("Mona “M&M” العربية", entry.Author);
            Assert.Equal(2, entry.From);
            Assert.Equal(new TimeOnly(7, 30), TimeOnly.FromDateTime(entry.Published!.Value.UtcDateTime));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Feedparser_asks_again_and_hears_that_nothing_changed()
    {
        var python = await FindFeedparserAsync();
        var folder = Directory.CreateTempSubdirectory("newsdesk-feeds-");
        await using (var desk = await RunningDesk.OpenAsync(Path.Combine(Repository.Root, "content"), Path.Combine(folder.FullName, "data"), TestContext.Current.CancellationToken, "--gather", "false"))
        {
            var address = new Uri(desk.Address, "/feed.xml").AbsoluteUri;
            var first = Assert.Single(await ParseAsync(python, [address]));
            var second = Assert.Single(await ParseAsync(python, [$"{address}\t{first.Etag}"]));

            Assert.Equal((false, 200), (first.Bozo, first.Status));
            Assert.NotEmpty(first.Entries);
            Assert.Equal(304, second.Status);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Newsboat_follows_the_running_site_and_lists_its_posts()
    {
        Assert.SkipUnless(await AnswersAsync("newsboat", "--version"), "newsboat is not installed: apt-get install newsboat");
        var folder = Directory.CreateTempSubdirectory("newsdesk-newsboat-");
        await using (var desk = await RunningDesk.OpenAsync(Path.Combine(Repository.Root, "content"), Path.Combine(folder.FullName, "data"), TestContext.Current.CancellationToken, "--gather", "false"))
        {
            using var http = new HttpClient { BaseAddress = desk.Address };
            using var ours = JsonDocument.Parse(await http.GetStringAsync("/feed.json", TestContext.Current.CancellationToken));
            var posts = ours.RootElement.GetProperty("items").EnumerateArray()
                .Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!, item.GetProperty("date_published").GetDateTimeOffset().ToUnixTimeSeconds())).ToHashSet();
            Assert.True(posts.Count > 5);
            foreach (var file in new[] { "feed.xml", "atom.xml", "clean/feed.xml" })
            {
                var room = Directory.CreateDirectory(Path.Combine(folder.FullName, file.Replace('/', '-'))).FullName;
                var (urls, cache, config) = (Path.Combine(room, "urls"), Path.Combine(room, "cache.db"), Path.Combine(room, "config"));
                await File.WriteAllTextAsync(urls, new Uri(desk.Address, file).AbsoluteUri + "\n", TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(config, "", TestContext.Current.CancellationToken);

                await RunAsync("newsboat", ["-q", "-u", urls, "-c", cache, "-C", config, "-x", "reload"], null, ("HOME", room));
                var unread = await RunAsync("newsboat", ["-q", "-u", urls, "-c", cache, "-C", config, "-x", "print-unread"], null, ("HOME", room));

                var listed = await ListAsync(cache);
                Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{posts.Count} "), unread, StringComparison.Ordinal);
                Assert.Equal(posts.Order(), listed.Select(item => (item.Guid, item.Title, item.Published)).Order());
                Assert.All(listed, item => Assert.Contains("Satire from", item.Content, StringComparison.Ordinal));
            }
        }

        folder.Delete(recursive: true);
    }

    private static async Task<List<(string Guid, string Title, long Published, string Content)>> ListAsync(string cache)
    {
        await using var kept = new SqliteConnection($"Data Source={cache};Pooling=False");
        await kept.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = kept.CreateCommand();
        command.CommandText = "SELECT guid, title, pubDate, content FROM rss_item";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var listed = new List<(string Guid, string Title, long Published, string Content)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            listed.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3)));
        return listed;
    }

    /// <summary>Debian's own Python knows Debian's packages; another one may come first on the path.</summary>
    private static async Task<string> FindFeedparserAsync()
    {
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            if (await AnswersAsync(python, "-c", "import feedparser")) return python;
        }

        Assert.Skip("feedparser is not installed: apt-get install python3-feedparser");
        return "";
    }

    private static async Task<IReadOnlyList<Read>> ParseAsync(string python, IEnumerable<string> feeds)
    {
        var output = await RunAsync(python, ["-c", Parser], string.Join('\n', feeds) + "\n", ("PYTHONIOENCODING", "utf-8"));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Read>(line, CamelCase)!)];
    }

    private static async Task<bool> AnswersAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string? input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await complained}");
        return await said;
    }
}
