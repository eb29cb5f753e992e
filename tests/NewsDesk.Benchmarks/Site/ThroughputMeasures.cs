using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace NewsDesk.Benchmarks.Site;

/// <summary>
/// Kept pages against a bare Kestrel that writes the same bytes: <c>site CONTENT [SECONDS]</c>. Both are asked in turns, so that what else the machine
/// does falls on both. Writes a table in Markdown.
/// </summary>
internal static partial class ThroughputMeasures
{
    private const int Rounds = 9;

    private const int WarmUp = 3;

    /// <summary>For each second of a round.</summary>
    private const int SecondsOfBeginning = 15;

    private sealed record Round(double PerSecond, double Microseconds);

    public static async Task<int> RunAsync(string content, int seconds)
    {
        using var program = await PublishedProgram.MakeAsync();
        var scratch = Directory.CreateTempSubdirectory("newsdesk-site-measures-");
        try
        {
            await using var desk = await ServerProcess.StartAsync(program.Assembly,
                port => ["--content", content, "--data", Path.Combine(scratch.FullName, "data"), "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--log-level", "Warning"]);
            using var client = new HttpClient { BaseAddress = desk.Address };
            var post = PostAddress().Match(await client.GetStringAsync(new Uri("/", UriKind.Relative))).Value;

            // What is asked first would be measured while it is still being compiled.
            await Wrk.RunAsync(new Uri(desk.Address, post), seconds * SecondsOfBeginning, "Accept-Encoding: br");
            Console.WriteLine("| page, coding | bytes | requests/s | of bare Kestrel's | µs of processor a request | of bare Kestrel's |\n| --- | ---: | ---: | ---: | ---: | ---: |");
            foreach (var (name, path, coding) in new[] { ("a post", post, "br"), ("front page", "/", "br"), ("front page", "/", "identity"), ("the feed", "/feed.xml", "br") })
                await CompareAsync(desk, name, path, coding, known: null, seconds, scratch.FullName);
            using var first = await AskAsync(client, "/", "br");
            await CompareAsync(desk, "front page, 304", "/", "br", first.Headers.ETag!.Tag, seconds, scratch.FullName);
            using var paper = new Paper();
            await paper.FillAsync(articles: 1_000, posts: 60);
            await using var full = await paper.ServeAsync(program.Assembly, "--gather", "false");
            using var subscriber = new HttpClient { BaseAddress = full.Address };
            using var feed = await AskAsync(subscriber, "/feed.xml", "br");
            await CompareAsync(full, "a feed of 50 whole posts", "/feed.xml", "br", known: null, seconds, scratch.FullName);
            await CompareAsync(full, "a feed of 50 whole posts, 304", "/feed.xml", "br", feed.Headers.ETag!.Tag, seconds, scratch.FullName);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task CompareAsync(ServerProcess desk, string name, string path, string coding, string? known, int seconds, string scratch)
    {
        using var client = new HttpClient { BaseAddress = desk.Address };
        using var answer = await AskAsync(client, path, coding);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var (head, body) = (Path.Combine(scratch, "head"), Path.Combine(scratch, "body"));
        await File.WriteAllLinesAsync(head, answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
        await File.WriteAllBytesAsync(body, bytes);
        await using var bare = await ServerProcess.StartAsync(typeof(ThroughputMeasures).Assembly.Location,
            port => ["bare", port.ToString(CultureInfo.InvariantCulture), head, body]);

        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var our = await MeasureAsync(desk, path);
            var their = await MeasureAsync(bare, path);
            // The first ones warm up: the compiler needs a while to do its best.
            if (round < WarmUp) continue;
            ours.Add(our);
            theirs.Add(their);
        }

        var (rate, cost) = (Median(ours, one => one.PerSecond), Median(ours, one => one.Microseconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name}, {coding} | {bytes.Length:N0} | {rate:N0} | {Median(ours.Zip(theirs), pair => pair.First.PerSecond / pair.Second.PerSecond):0.00} | {cost:0.0} | {Median(ours.Zip(theirs), pair => pair.First.Microseconds / pair.Second.Microseconds):0.00} |"));

        async Task<Round> MeasureAsync(ServerProcess server, string at)
        {
            var before = server.ProcessorTime;
            string[] headers = [$"Accept-Encoding: {coding}", .. known is null ? Array.Empty<string>() : [$"If-None-Match: {known}"]];
            var (requests, perSecond) = await Wrk.RunAsync(new Uri(server.Address, at), seconds, headers);
            return new(perSecond, (server.ProcessorTime - before).TotalMicroseconds / requests);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        return await client.SendAsync(request);
    }

    private static double Median<T>(IEnumerable<T> rounds, Func<T, double> of)
    {
        var sorted = rounds.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    [GeneratedRegex(@"/\d{4}/\d{2}/[^""]+", RegexOptions.None, 1000)]
    private static partial Regex PostAddress();
}
