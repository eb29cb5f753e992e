using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Benchmarks.Archive;

namespace NewsDesk.Benchmarks.Site;

/// <summary>An invented paper in a folder of its own: posts as files, articles in the archive; and the program that serves it.</summary>
internal sealed class Paper(PublishedProgram program) : IDisposable
{
    private const int Batch = 500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdesk-site-measures-");
    private readonly InventedArticles _invented = new();
    private readonly List<string> _originals = [];
    private int _posts;

    public string Content => Directory.CreateDirectory(Path.Combine(_folder.FullName, "content")).FullName;

    public string Data => Directory.CreateDirectory(Path.Combine(_folder.FullName, "data")).FullName;

    public async Task FillAsync(int articles, int posts)
    {
        await using var db = await ArchiveDatabase.OpenAsync(Path.Combine(Data, "newsdesk.db"), TimeProvider.System);
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

        for (var i = 0; i < posts; i++) Write();
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

    public Task<ServerProcess> ServeAsync(params string[] more) => ServerProcess.StartAsync(program.Assembly, port =>
        ["--content", Content, "--data", Data, "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--log-level", "Warning", .. more]);

    public void Dispose() => _folder.Delete(recursive: true);
}
