using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Wire.Fetching;

/// <summary>Finds the addresses of a name; the system's own resolver unless told.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>The one client that touches the network. It never throws but when the caller cancels.</summary>
public sealed class WireClient : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly WireSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Resolve _resolve;
    private readonly HttpMessageInvoker _http;

    public WireClient(WireSettings settings, TimeProvider clock, Resolve? resolve = null)
    {
        _settings = settings;
        _clock = clock;
        _resolve = resolve ?? ((host, cancel) => Dns.GetHostAddressesAsync(host, cancel));
        _http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = async (context, cancel) =>
            {
                var addresses = await _resolve(context.DnsEndPoint.Host.Trim('[', ']'), cancel);
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public void Dispose() => _http.Dispose();

    public async Task<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        var (at, start) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        var hops = new List<Hop>();
        var address = request.Address;
        Attempt Attempt(int? status, long bytes) => new(address, hops, status, bytes, _clock.GetElapsedTime(start), at);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_settings.Limits.Whole);
        try
        {
            while (true)
            {
                using var message = new HttpRequestMessage(HttpMethod.Get, address);
                message.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
                if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
                if (request.LastModified is { } date) message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
                using var answer = await _http.SendAsync(message, limit.Token);
                var status = (int)answer.StatusCode;
                if (status is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
                {
                    if (hops.Count == MaxRedirects) return new Fetched.Failed(Attempt(status, 0), FailureKind.Redirect, "it redirects more than 5 times");
                    var next = new Uri(address, location);
                    hops.Add(new(address, next, status));
                    address = next;
                    continue;
                }

                var validity = new Validity(answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified?.ToString("R"), answer.Headers.CacheControl?.MaxAge);
                if (status == 304) return new Fetched.Unchanged(Attempt(status, 0), validity);
                if (status == 410) return new Fetched.Gone(Attempt(status, 0), "it is gone for good (410)");
                if (status is < 200 or > 299) return new Fetched.Failed(Attempt(status, 0), FailureKind.Status, $"the server answers {status}");
                var body = await answer.Content.ReadAsByteArrayAsync(limit.Token);
                var hash = Convert.ToHexString(SHA256.HashData(body));
                return hash == request.KnownHash
                    ? new Fetched.Unchanged(Attempt(status, body.Length), validity)
                    : new Fetched.Received(Attempt(status, body.Length), body, answer.Content.Headers.ContentType?.ToString(),
                        FeedReader.LooksLikeFeed(body) ? ContentKind.Feed : ContentKind.Page, hash, validity);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Fetched.Failed(Attempt(null, 0), FailureKind.Timeout, "it took too long to answer");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new Fetched.Failed(Attempt(null, 0), FailureKind.Network, error.Message);
        }
    }
}
