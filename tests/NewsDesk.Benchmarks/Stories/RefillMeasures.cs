using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Benchmarks.Archive;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Benchmarks.Stories;

/// <summary>
/// How long a restart takes to fill the story desk's window from a real archive of whole articles: <c>refill build ARTICLES FOLDER</c> makes one in SQLite,
/// <c>refill measure FOLDER</c> fills the window from it in a process of its own.
/// </summary>
internal static partial class RefillMeasures
{
    private const int Batch = 1000;

    /// <summary>Words that every text is full of and no story is told by. Invented texts have none, so every second word becomes one: then as much is kept of an article as of real ones.</summary>
    private static readonly string[] SmallWords = ["the", "of", "and", "to", "in", "that", "was", "for", "on", "with", "as", "at", "by", "from", "this"];

    public static async Task<int> BuildAsync(int count, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var db = await ArchiveDatabase.OpenAsync(Path.Combine(folder, "archive.db"), TimeProvider.System);
        var (invented, settings, start) = (new InventedArticles(), new StorySettings(), new DateTimeOffset(2031, 5, 1, 0, 0, 0, TimeSpan.Zero));
        var (articles, keeping) = (new Articles(db), new StoriesKeeping(db));
        var sources = new List<long>();
        for (var i = 0; i < InventedArticles.SourceCount; i++)
            sources.Add(await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = $"https://source{i}.example/feed", Title = $"Source {i}" }));
        var stories = new HashSet<long>();
        for (var done = 0; done < count; done += Batch)
        {
            // One every ten seconds, so that all of them are younger than the window's thirty days.
            var batch = Enumerable.Range(done, Math.Min(Batch, count - done)).Select(number =>
            {
                var (article, story) = invented.Next(sources, start);
                var seen = start.AddSeconds(number * 10.0);
                return (Article: article with { Published = seen, FirstSeen = seen, Text = WithSmallWords(article.Text) }, Story: story);
            }).ToList();
            await articles.SaveAsync([.. batch.Select(one => new Gathered(one.Article, one.Article.Url))]);
            var arrived = await keeping.ListUngroupedAsync(Batch);
            await keeping.FileAsync([.. arrived.Zip(batch).Select(one =>
            {
                var story = 1 + one.Second.Story;
                return new FiledArticle(one.First, story, stories.Add(story), null, null, "[]", []) { Sketch = StorySketch.Of(StoryWindow.AsArticle(one.First), settings).ToString() };
            })]);
            if (done % 20_000 == 0) await Console.Error.WriteLineAsync(done.ToString("N0", CultureInfo.InvariantCulture));
        }

        return 0;
    }

    public static async Task<int> MeasureAsync(string folder)
    {
        await using var db = await ArchiveDatabase.OpenAsync(Path.Combine(folder, "archive.db"), TimeProvider.System);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var window = await StoryWindow.FillAsync(new StoriesKeeping(db), NullLogger.Instance, CancellationToken.None);
        clock.Stop();
        used = Environment.CpuUsage.TotalTime - used;
        // The archive's own pages, which the system maps and takes back as it likes, are not the window's.
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{window.Grouper.Articles:N0} articles, {window.Grouper.Terms:N0} terms: filled in {clock.Elapsed.TotalSeconds:0.0} s, {used.TotalSeconds:0.0} s of processor; the window holds {held / 1e6:0} MB"));
        return 0;
    }

    private static string WithSmallWords(string text)
    {
        var word = 0;
        return SecondWord().Replace(text, found => found.Groups["kept"].Value + SmallWords[word++ % SmallWords.Length]);
    }

    [GeneratedRegex(@"(?<kept>\w+\W+)\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecondWord();
}
