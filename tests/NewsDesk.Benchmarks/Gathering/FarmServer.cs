using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsDesk.Benchmarks.Gathering;

/// <summary>Serves a farm of feeds on 127.0.0.1, with next to no work of its own, and says "unchanged" to who knows them.</summary>
internal sealed class FarmServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, FarmFeed> _feeds = new(StringComparer.Ordinal);
    private int _answered;
    private int _unchanged;

    public FarmServer(int feeds, int entries)
    {
        _listener.Start();
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        var make = new FarmFeeds(Origin);
        for (var i = 0; i < feeds; i++) _feeds.Add(FarmFeeds.PathOf(i), make.Make(i, entries));
        _ = Task.Run(ListenAsync);
    }

    public string Origin { get; }

    public long Bytes => _feeds.Values.Sum(feed => (long)feed.Body.Length);

    /// <summary>Since it was asked the last time: answers with a body, and those that say that nothing changed.</summary>
    public (int Answered, int Unchanged) TakeCounts() => (Interlocked.Exchange(ref _answered, 0), Interlocked.Exchange(ref _unchanged, 0));

    public string Opml() =>
        $"<opml version=\"2.0\"><body>{string.Concat(_feeds.Keys.Select((path, i) => $"<outline type=\"rss\" text=\"Farm {i}\" xmlUrl=\"{Origin}{path}\"/>\n"))}</body></opml>";

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => TalkAsync(socket));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The measure is over.
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        using var mine = socket;
        socket.NoDelay = true;
        var buffer = new byte[8192];
        var length = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var read)
            {
                length += read;
                if (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)) continue;
                var (head, body) = Answer(Encoding.ASCII.GetString(buffer, 0, length));
                length = 0;
                await socket.SendAsync((List<ArraySegment<byte>>)(body.Length == 0 ? [head] : [head, body]));
            }
        }
        catch (SocketException)
        {
            // The client has hung up.
        }
    }

    private (byte[] Head, byte[] Body) Answer(string request)
    {
        if (!_feeds.TryGetValue(request.Split(' ', 3)[1], out var feed)) return ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), []);
        var known = $"ETag: {feed.ETag}\r\nLast-Modified: {feed.LastModified}\r\n";
        if (request.Contains($"If-None-Match: {feed.ETag}", StringComparison.OrdinalIgnoreCase))
        {
            Interlocked.Increment(ref _unchanged);
            return (Encoding.ASCII.GetBytes($"HTTP/1.1 304 Not Modified\r\n{known}\r\n"), []);
        }

        Interlocked.Increment(ref _answered);
        return (Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {feed.Type}\r\nContent-Length: {feed.Body.Length}\r\n{known}\r\n"), feed.Body);
    }
}
