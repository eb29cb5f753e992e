using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Benchmarks.Site;

/// <summary>
/// How long a page takes that nobody asked for before: <c>site uncached ARTICLES [FOLDER [PROGRAM…]]</c>. Nothing is kept meanwhile; each page is read over HTTP,
/// one after the other. A folder that is named stays, so that it is filled only once; of several programs (<c>newsdesk.dll</c>) each is asked for each page in turn.
/// </summary>
internal static partial class UncachedMeasures
{
    private const int Rounds = 200;
    private const int Posts = 300;

    public static async Task<int> RunAsync(int articles, string? folder, IReadOnlyList<string> programs)
    {
        using var paper = new Paper(folder);
        await paper.FillAsync(articles, Posts);
        if (programs.Count > 0) return await MeasureAsync(paper, articles, programs);
        using var published = await PublishedProgram.MakeAsync();
        return await MeasureAsync(paper, articles, [published.Assembly]);
    }

    private static async Task<int> MeasureAsync(Paper paper, int articles, IReadOnlyList<string> programs)
    {
        var desks = new List<ServerProcess>();
        try
        {
            foreach (var program in programs) desks.Add(await paper.ServeAsync(program, "--page-memory", "0", "--costly-per-minute", "0"));
            await MeasureAsync(desks, articles);
            return 0;
        }
        finally
        {
            foreach (var desk in desks) await desk.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(List<ServerProcess> desks, int articles)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        using var plain = new HttpClient { BaseAddress = desks[0].Address };
        var front = await plain.GetStringAsync(new Uri("/", UriKind.Relative));
        var posts = PostAddress().Matches(front).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var wire = new List<string> { "/wire" };
        var articleAddresses = new List<string>();
        for (var page = 0; page < 40; page++)
        {
            var html = await plain.GetStringAsync(new Uri(wire[^1], UriKind.Relative));
            articleAddresses.AddRange(ArticleAddress().Matches(html).Select(match => match.Value));
            if (Older().Match(html) is { Success: true } older) wire.Add(System.Net.WebUtility.HtmlDecode(older.Groups["address"].Value));
        }

        Console.WriteLine($"{articles.ToString("N0", CultureInfo.InvariantCulture)} articles, {Posts} posts\n\n| page | program | median ms | p99 ms | processor ms |\n| --- | ---: | ---: | ---: | ---: |");
        await TimeAsync("front page", _ => "/");
        await TimeAsync("a post", i => posts[i % posts.Count]);
        await TimeAsync("the wire", i => wire[i % wire.Count]);
        await TimeAsync("the wire of a source", i => $"/wire?source={1 + (i % 100)}");
        await TimeAsync("an article", i => articleAddresses[i % articleAddresses.Count]);
        await TimeAsync("a tag", i => $"/tag/tag%20{i % 20}");
        await TimeAsync("the archive", _ => "/archive");
        await TimeAsync("sources", _ => "/sources");
        await TimeAsync("search, a middling word", i => $"/search?q={new Archive.InventedArticles().WordOfRank(300 + i)}");
        await TimeAsync("search, the commonest word", _ => $"/search?q={new Archive.InventedArticles().WordOfRank(0)}");
        await TimeAsync("the feed", _ => "/feed.xml");
        await TimeAsync("a missing page", i => $"/2026/01/never-{i}");

        async Task TimeAsync(string what, Func<int, string> address)
        {
            var addresses = Enumerable.Range(0, Rounds + (Rounds / 5)).Select(address).ToList();
            var times = desks.ConvertAll(_ => new List<double>());
            var used = desks.ConvertAll(_ => TimeSpan.Zero);
            for (var i = 0; i < addresses.Count; i++)
            {
                for (var at = 0; at < desks.Count; at++)
                {
                    if (i == Rounds / 5) used[at] = desks[at].ProcessorTime;
                    var began = Stopwatch.GetTimestamp();
                    using var answer = await client.GetAsync(new Uri(desks[at].Address, addresses[i]));
                    await answer.Content.ReadAsByteArrayAsync();
                    // The first fifth warms up.
                    if (i >= Rounds / 5) times[at].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }

            for (var at = 0; at < desks.Count; at++)
            {
                times[at].Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {what} | {at + 1} | {times[at][times[at].Count / 2]:0.0} | {times[at][(int)(times[at].Count * 0.99)]:0.0} | {(desks[at].ProcessorTime - used[at]).TotalMilliseconds / Rounds:0.0} |"));
            }
        }
    }

    [GeneratedRegex(@"/\d{4}/\d{2}/post-\d+", RegexOptions.None, 1000)]
    private static partial Regex PostAddress();

    [GeneratedRegex(@"/article/\d+/[^""]+", RegexOptions.None, 1000)]
    private static partial Regex ArticleAddress();

    [GeneratedRegex(@"rel=""next"" href=""(?<address>[^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex Older();
}
