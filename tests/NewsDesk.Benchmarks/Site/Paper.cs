using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Benchmarks.Archive;
using NewsDesk.Newsroom.Stories;

namespace NewsDesk.Benchmarks.Site;

/// <summary>An invented paper: posts as files, articles and their stories in the archive. Its folder goes with it, unless one is named that stays.</summary>
internal sealed class Paper(string? kept = null) : IDisposable
{
    private const int Batch = 500;

    private readonly DirectoryInfo _folder = kept is null ? Directory.CreateTempSubdirectory("newsdesk-site-measures-") : Directory.CreateDirectory(kept);
    private readonly InventedArticles _invented = new();
    private readonly List<string> _originals = [];
    private int _posts;

    public string Content => Directory.CreateDirectory(Path.Combine(_folder.FullName, "content")).FullName;

    public string Data => Directory.CreateDirectory(Path.Combine(_folder.FullName, "data")).FullName;

    /// <summary>A folder that stays is filled once and found full again.</summary>
    public async Task FillAsync(int articles, int posts)
    {
        await using var db = await ArchiveDatabase.OpenAsync(Path.Combine(Data, "newsdesk.db"), TimeProvider.System);
        var there = await new Articles(db).CountAsync();
        if (there == 0) await GatherAsync(db, articles);
        else if (there != articles) throw new InvalidOperationException($"{_folder.FullName} holds {there} articles, not {articles}: name another folder, or delete it to fill it anew.");
        await GroupAsync(db);
        if (Directory.Exists(Path.Combine(Content, "posts"))) return;
        if (_originals.Count == 0) _originals.AddRange((await new Articles(db).ListNewestAsync(null, Batch, WireFilter.Everything)).Items.Select(article => article.Url));
        for (var i = 0; i < posts; i++) Write();
    }

    private async Task GatherAsync(ArchiveDatabase db, int articles)
    {
        var sources = new List<long>();
        for (var i = 0; i < InventedArticles.SourceCount; i++)
            sources.Add(await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = $"https://source{i}.example/feed", Title = $"Source {i}", Category = $"category {i % 12}", Active = i < 100, NextDue = DateTimeOffset.MaxValue }));
        var start = DateTimeOffset.UtcNow.AddMinutes(-articles);
        for (var done = 0; done < articles; done += Batch)
        {
            var batch = Enumerable.Range(0, Math.Min(Batch, articles - done)).Select(_ => _invented.Next(sources, start).Article).ToList();
            _originals.Add(batch[0].Url);
            await new Articles(db).SaveAsync([.. batch.Select(article => new Gathered(article, article.Url))]);
        }
    }

    /// <summary>As a desk that has run for long has done: else it would group a million articles while its pages are timed. Copies bear the title of what they copy.</summary>
    private static async Task GroupAsync(ArchiveDatabase db)
    {
        var (keeping, stories) = (new StoriesKeeping(db), new Dictionary<string, long>(StringComparer.Ordinal));
        while (await keeping.ListUngroupedAsync(Batch) is { Count: > 0 } arrived)
        {
            await keeping.FileAsync([.. arrived.Select(article =>
                stories.TryAdd(article.Title, article.Id)
                    ? new FiledArticle(article, article.Id, IsNew: true, null, null, "[]", [])
                    : new FiledArticle(article, stories[article.Title], IsNew: false, null, CopyOf: stories[article.Title], "[]", []))]);
        }

        var teller = new StoryTeller(keeping, new NewsDesk.Archive.Stories(db));
        while (await keeping.ListStaleAsync(Batch) is { Count: > 0 } stale)
        {
            foreach (var story in stale) await teller.TellAsync(story, CancellationToken.None);
        }
    }

    /// <summary>Writes one more post, as an editor does; its address.</summary>
    public string Write()
    {
        var number = _posts++;
        var published = DateTimeOffset.UtcNow.AddMinutes(-1).AddHours(-Math.Max(0, 500 - number));
        var words = string.Join(' ', Enumerable.Range(0, 400).Select(i => _invented.WordOfRank(((i * 7919) + (number * 31)) % 20_000) + (i % 60 == 59 ? ".\n\n" : "")));
        var original = _originals.Count == 0 ? "" : $"originals: [\"{_originals[number % _originals.Count]}\"]\n";
        Directory.CreateDirectory(Path.Combine(Content, "posts"));
        File.WriteAllText(Path.Combine(Content, "posts", $"{number}.md"),
            $"---\ntitle: Post {number} of the invented paper\nslug: post-{number}\ndate: {published:yyyy-MM-dd'T'HH:mm:ss'Z'}\ntags: [tag {number % 20}, tag {number % 7}]\n{original}---\n{words}\n");
        return string.Create(CultureInfo.InvariantCulture, $"/{published:yyyy}/{published:MM}/post-{number}");
    }

    /// <summary>Served by the program of this assembly.</summary>
    public Task<ServerProcess> ServeAsync(string assembly, params string[] more) => ServerProcess.StartAsync(assembly, port =>
        ["--content", Content, "--data", Data, "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--log-level", "Warning", .. more]);

    public void Dispose()
    {
        if (kept is null) _folder.Delete(recursive: true);
    }
}
