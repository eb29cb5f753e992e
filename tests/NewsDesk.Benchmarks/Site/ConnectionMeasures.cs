using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsDesk.Archive;
using NewsDesk.Benchmarks.Archive;

namespace NewsDesk.Benchmarks.Site;

/// <summary>
/// Many open connections, each asking now and then, while 200 posts are written and articles are gathered: <c>site connections NUMBER [PROGRAM…]</c>.
/// Says what went wrong, how long pages took in the first seconds of a server's life and after them, and how much memory the server has. Several programs
/// (<c>newsdesk.dll</c>) are measured one after the other.
/// </summary>
internal static class ConnectionMeasures
{
    private const int Posts = 200;
    private const int PostsASecond = 5;
    private const int ArticlesAtOnce = 20;

    /// <summary>Each local address has so many ports to give.</summary>
    private const int OfOneAddress = 5000;

    private static readonly TimeSpan BetweenRequests = TimeSpan.FromSeconds(20);

    /// <summary>A server compiles in its first seconds what it will do for months.</summary>
    private static readonly TimeSpan FirstSeconds = TimeSpan.FromSeconds(20);

    private sealed record Reader(Socket Socket, int Number, List<double> Times, List<string> Errors)
    {
        public List<double> FirstTimes { get; } = [];
    }

    public static async Task<int> RunAsync(int number, IReadOnlyList<string> programs)
    {
        if (programs.Count == 0)
        {
            using var published = await PublishedProgram.MakeAsync();
            return await MeasureAsync(number, published.Assembly);
        }

        var worst = 0;
        foreach (var program in programs)
        {
            Console.WriteLine(program);
            worst = Math.Max(worst, await MeasureAsync(number, program));
        }

        return worst;
    }

    private static async Task<int> MeasureAsync(int number, string program)
    {
        using var paper = new Paper();
        await paper.FillAsync(articles: 5000, posts: 50);
        await using var desk = await paper.ServeAsync(program);
        string[] pages = ["/", "/wire", "/archive", "/feed.xml", "/sources", paper.Write(), paper.Write()];
        var sockets = new List<Socket>(number);
        for (var i = 0; i < number; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress(new byte[] { 127, 0, 0, (byte)(2 + (i / OfOneAddress)) }), 0));
            await socket.ConnectAsync(IPAddress.Loopback, desk.Address.Port);
            sockets.Add(socket);
        }

        Console.WriteLine($"{sockets.Count.ToString("N0", CultureInfo.InvariantCulture)} connections are open; the server has {desk.MegabytesResident.ToString("N0", CultureInfo.InvariantCulture)} MB");
        using var end = new CancellationTokenSource();
        using var first = new CancellationTokenSource(FirstSeconds);
        var readers = sockets.Select((socket, i) => new Reader(socket, i, [], [])).ToList();
        var reading = readers.Select(reader => Task.Run(() => ReadAsync(reader, pages, first.Token, end.Token))).ToList();
        await Task.Delay(FirstSeconds);
        var mostMemory = 0.0;

        await using (var db = await ArchiveDatabase.OpenAsync(Path.Combine(paper.Data, "newsdesk.db"), TimeProvider.System))
        {
            var invented = new InventedArticles();
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < Posts; i++)
            {
                paper.Write();
                if (i % PostsASecond == 0)
                    await new Articles(db).SaveAsync([.. Enumerable.Range(0, ArticlesAtOnce).Select(_ => invented.Next([1, 2, 3], DateTimeOffset.UtcNow).Article).Select(article => new Gathered(article with { Url = $"{article.Url}-{i}" }, $"{article.Url}-{i}"))]);
                mostMemory = Math.Max(mostMemory, desk.MegabytesResident);
                var due = TimeSpan.FromSeconds((i + 1.0) / PostsASecond) - Stopwatch.GetElapsedTime(began);
                if (due > TimeSpan.Zero) await Task.Delay(due);
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(reading);
        foreach (var socket in sockets) socket.Dispose();
        var errors = readers.SelectMany(reader => reader.Errors).ToList();
        Say("in the first seconds", readers.SelectMany(reader => reader.FirstTimes));
        Say("then", readers.SelectMany(reader => reader.Times));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{errors.Count} errors; at most {mostMemory:N0} MB"));
        foreach (var error in errors.Distinct(StringComparer.Ordinal).Take(5)) Console.WriteLine(error);
        return errors.Count == 0 ? 0 : 1;
    }

    private static void Say(string when, IEnumerable<double> times)
    {
        var all = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{when}: {all.Count:N0} answers; median {all[all.Count / 2]:0.0} ms, p99 {all[(int)(all.Count * 0.99)]:0.0} ms, worst {all[^1]:0.0} ms"));
    }

    private static async Task ReadAsync(Reader reader, string[] pages, CancellationToken first, CancellationToken end)
    {
        var random = new Random(reader.Number);
        var buffer = new byte[16 * 1024];
        try
        {
            await Task.Delay(BetweenRequests * random.NextDouble(), end);
            while (true)
            {
                var page = pages[random.Next(pages.Length)];
                var times = first.IsCancellationRequested ? reader.Times : reader.FirstTimes;
                var began = Stopwatch.GetTimestamp();
                await reader.Socket.SendAsync(Encoding.ASCII.GetBytes($"GET {page} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n"), CancellationToken.None);
                if (await ReadAnswerAsync(reader.Socket, buffer) is { } error)
                {
                    reader.Errors.Add($"{page}: {error}");
                    return;
                }

                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(BetweenRequests * (0.5 + random.NextDouble()), end);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
        catch (SocketException error)
        {
            reader.Errors.Add(error.Message);
        }
    }

    /// <summary>Null when it came whole and well.</summary>
    private static async Task<string?> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var (read, whole, head) = (0, -1, "");
        while (whole < 0 || read < whole)
        {
            var some = await socket.ReceiveAsync(buffer.AsMemory(whole < 0 ? read : 0));
            if (some == 0) return "the connection was closed";
            read += some;
            if (whole >= 0) continue;
            head = Encoding.ASCII.GetString(buffer, 0, Math.Min(read, buffer.Length));
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;
            const string Length = "Content-Length: ";
            var at = head.IndexOf(Length, StringComparison.Ordinal);
            if (at < 0) return "there is no length";
            whole = end + 4 + int.Parse(head.AsSpan(at + Length.Length, head.IndexOf('\r', at) - at - Length.Length), CultureInfo.InvariantCulture);
        }

        return head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) ? null : head[..Math.Min(40, head.Length)];
    }
}
