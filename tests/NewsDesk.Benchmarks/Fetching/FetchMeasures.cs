using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Benchmarks.Fetching;

/// <summary>
/// What the guarded client costs beside a bare one, in processor time of this whole process and turn by turn: <c>fetching</c>. The server's
/// share is in both. Writes a table in Markdown.
/// </summary>
internal static class FetchMeasures
{
    private const int Turns = 15;
    private const int Requests = 2000;
    private const int Hostile = 200;
    private const int FeedBytes = 100_000;

    public static async Task<int> RunAsync()
    {
        var feed = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Moon</title>" +
            string.Concat(Enumerable.Range(0, 4000).Select(i => $"<item><title>Moon {i} sold</title></item>\n")))[..FeedBytes];
        Console.WriteLine("| answer | bare client, µs | guarded client, µs | more, µs |\n| --- | --- | --- | --- |");
        await MeasureAsync("304, nothing changed", Answer("304 Not Modified", "ETag: \"a\"\r\n", []));
        await MeasureAsync("200, 100 KB, known by its hash", Answer("200 OK", $"Content-Length: {feed.Length}\r\n", feed));
        var packed = Packed(feed);
        await MeasureAsync("200, 100 KB in gzip, known by its hash", Answer("200 OK", $"Content-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n", packed));
        await StormAsync();
        return 0;
    }

    /// <summary>Many hosts that send without end at the same time, and one good one that is asked meanwhile.</summary>
    private static async Task StormAsync()
    {
        var bombs = new MemoryStream();
        using (var gzip = new GZipStream(bombs, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(new byte[20_000_000]);
        using var endless = new CannedServer(Answer("200 OK", "", []), new byte[64 * 1024]);
        using var bomb = new CannedServer(Answer("200 OK", $"Content-Encoding: gzip\r\nContent-Length: {bombs.Length}\r\n", bombs.ToArray()));
        using var good = new CannedServer(Answer("200 OK", "Content-Length: 6\r\n", "<rss/>"u8.ToArray()));
        using var client = new WireClient(
            new("NewsDesk/0.1 (+https://desk.example/)") { AllowNetworks = AllowedNetworks.Parse("127.0.0.1"), HostDelay = TimeSpan.FromMilliseconds(1) },
            TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var storm = Enumerable.Range(0, Hostile).Select(i => client.FetchAsync(
            new(new UriBuilder(i % 2 == 0 ? endless.Address : bomb.Address) { Host = $"host{i}.example" }.Uri), CancellationToken.None)).ToList();
        var times = new List<double>();
        while (!storm.TrueForAll(one => one.IsCompleted))
        {
            var began = TimeProvider.System.GetTimestamp();
            if (await client.FetchAsync(new(good.Address), CancellationToken.None) is not Fetched.Received) throw new InvalidOperationException("The good one is lost.");
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        var reasons = (await Task.WhenAll(storm)).GroupBy(one => one is Fetched.Failed failed ? failed.Reason : one.GetType().Name).Select(group => $"{group.Count()} × {group.Key}");
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{Hostile} hosts without end at once: {string.Join("; ", reasons)}. A good one was asked {times.Count} times meanwhile and took {Median(times):0} ms, {times.Max():0} at most. " +
            $"Peak memory of the process, servers and all: {process.PeakWorkingSet64 / 1_000_000} MB."));
    }

    private static async Task MeasureAsync(string name, byte[] answer)
    {
        using var server = new CannedServer(answer);
        using var bare = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false, UseProxy = false });
        using var guarded = new WireClient(
            new("NewsDesk/0.1 (+https://desk.example/)") { AllowNetworks = AllowedNetworks.Parse("127.0.0.1"), HostDelay = TimeSpan.Zero }, TimeProvider.System);
        var first = await guarded.FetchAsync(new(server.Address) { Wanted = Wanted.Feed }, CancellationToken.None) as Fetched.Received;
        var request = new FetchRequest(server.Address) { Wanted = Wanted.Feed, ETag = "\"a\"", KnownHash = first?.Hash };
        var (bares, guardeds) = (new List<double>(), new List<double>());
        for (var turn = 0; turn <= Turns; turn++)
        {
            var one = await SpentAsync(async () =>
            {
                using var message = new HttpRequestMessage(HttpMethod.Get, server.Address);
                message.Headers.TryAddWithoutValidation("If-None-Match", "\"a\"");
                using var said = await bare.SendAsync(message, CancellationToken.None);
                await said.Content.ReadAsByteArrayAsync();
            });
            var other = await SpentAsync(async () =>
            {
                if (await guarded.FetchAsync(request, CancellationToken.None) is not Fetched.Unchanged) throw new InvalidOperationException("It changed.");
            });

            // The first turn only warms up.
            if (turn == 0) continue;
            bares.Add(one);
            guardeds.Add(other);
        }

        var (usual, ours) = (Median(bares), Median(guardeds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {usual:0} | {ours:0} | {ours - usual:0} |"));
    }

    private static async Task<double> SpentAsync(Func<Task> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Requests; i++) await act();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Requests;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static byte[] Answer(string status, string headers, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/rss+xml\r\n{headers}\r\n"), .. body];

    private static byte[] Packed(byte[] body)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return packed.ToArray();
    }
}
