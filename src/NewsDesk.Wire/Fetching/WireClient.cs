using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsDesk.Wire.Fetching.Addresses;
using NewsDesk.Wire.Fetching.Bodies;
using NewsDesk.Wire.Fetching.Manners;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching;

/// <summary>Finds the addresses of a name; the system's own resolver unless told.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>
/// The one client that touches the network, for all threads of a process. Whatever the web does becomes a <see cref="Fetched"/>;
/// only a caller who gives up gets an exception.
/// </summary>
public sealed class WireClient : IDisposable
{
    /// <summary>Of an answer to a call: it is a word or two.</summary>
    private const int MaxSaidBytes = 4096;

    private readonly Road _road;
    private readonly RobotsBook _robots;
    private readonly CancellationTokenSource _closing = new();

    public WireClient(WireSettings settings, TimeProvider clock, Resolve? resolve = null)
        : this(settings, clock, resolve, trusted: null) { }

    /// <param name="trusted">Whose certificates are believed, instead of those whom the system trusts.</param>
    internal WireClient(WireSettings settings, TimeProvider clock, Resolve? resolve, X509Certificate2Collection? trusted)
    {
        _road = new(settings, clock, resolve ?? ((host, cancel) => Dns.GetHostAddressesAsync(host, cancel)), trusted);
        _robots = new(AskRobotsAsync, clock);
    }

    public void Dispose()
    {
        _closing.Cancel();
        _road.Dispose();
        _closing.Dispose();
    }

    /// <summary>Asks for one address: waits for the host's turn, follows redirects, unpacks, and looks at what came.</summary>
    public async Task<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        using var trip = new Trip(_road, request.Address, cancel);
        var failure = await trip.ArriveAsync(
            message => Prepare(message, request), request.SecureOnly, request.Wanted == Wanted.Page ? address => MayReadAsync(address, cancel) : null);
        return failure is null ? await TakeAsync(trip, request) : Failed(trip, failure);
    }

    /// <summary>Calls another program: under the same guard and in the host's turn, but without following redirects. robots.txt says nothing about whom we were asked to call.</summary>
    public async Task<Called> CallAsync(Call call, CancellationToken cancel)
    {
        using var trip = new Trip(_road, call.Address, cancel, followsRedirects: false);
        var failure = await trip.ArriveAsync(message => Prepare(message, call.Letter), secureOnly: false, mayAsk: null);
        if (failure is not null) return Missed(trip, failure);
        var status = (int)trip.Answer.StatusCode;
        var retryAfter = SaidValidity.RetryAfter(trip.Answer, _road.Clock.GetUtcNow());
        if (status is 429 or 503) trip.Overrun(retryAfter);
        if (status is >= 300 and <= 399) return Missed(trip, new(FailureKind.Redirect, "it redirects, which is not followed here"));
        if (status is < 200 or > 299) return Missed(trip, Explained.OfStatus(status, retryAfter));
        if (call.Letter is not null) return new(trip.Attempt, default);
        var (read, broken) = await trip.ReadAsync(MaxSaidBytes, mayCut: true);
        if (read is null) return Missed(trip, broken!);
        using var body = read;
        return new(trip.Attempt, body.Bytes.ToArray());
    }

    private static Called Missed(Trip trip, Failure failure) => new(trip.Attempt, default, failure.Kind, failure.Reason, failure.RetryAfter);

    private static void Prepare(HttpRequestMessage message, Letter? letter)
    {
        if (letter is null) return;
        message.Method = HttpMethod.Post;
        message.Content = new ReadOnlyMemoryContent(letter.Body);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", letter.ContentType);
        foreach (var (name, value) in letter.Headers) message.Headers.TryAddWithoutValidation(name, value);
    }

    private async ValueTask<Fetched> TakeAsync(Trip trip, FetchRequest request)
    {
        var now = _road.Clock.GetUtcNow();
        var status = (int)trip.Answer.StatusCode;
        switch (status)
        {
            case 304 when request.ETag is not null || request.LastModified is not null:
                return new Fetched.Unchanged(trip.Attempt, SaidValidity.OfUnchanged(trip.Answer, request, now));
            case 410:
                return new Fetched.Gone(trip.Attempt, Explained.OfStatus(status).Reason);
            case 429 or 503:
                var retryAfter = SaidValidity.RetryAfter(trip.Answer, now);
                trip.Overrun(retryAfter);
                return Failed(trip, Explained.OfStatus(status, retryAfter));
            case 204 or 205 or 206 or < 200 or > 299:
                return Failed(trip, Explained.OfStatus(status));
        }

        var (read, failure) = await trip.ReadAsync(_road.Settings.Limits.MaxBodyBytes, mayCut: false);
        if (read is null) return Failed(trip, failure!);
        using var body = read;
        if (body.Length == 0) return Failed(trip, new(FailureKind.NotWanted, "the answer is empty"));
        var validity = SaidValidity.Of(trip.Answer, now);
        var hash = Convert.ToHexString(SHA256.HashData(body.Bytes.Span));
        if (hash.Equals(request.KnownHash, StringComparison.OrdinalIgnoreCase)) return new Fetched.Unchanged(trip.Attempt, validity);

        var type = Header.First(trip.Answer.Content.Headers, "Content-Type");
        var (kind, notWanted) = Welcome.Take(request.Wanted, Sniffed.Of(body.Bytes.Span, type), body.Bytes.Span, trip.Address, type);
        return kind is { } taken
            ? new Fetched.Received(trip.Attempt, body.Bytes.ToArray(), type, taken, hash, validity)
            : Failed(trip, notWanted!);
    }

    private async ValueTask<Failure?> MayReadAsync(Uri address, CancellationToken cancel)
    {
        var answer = await _robots.FindAsync(WebAddress.Origin(address), address, cancel);
        if (answer.Rules is not { } rules)
            return new(FailureKind.Robots, $"the site's robots.txt could not be read ({answer.Unknown}), so its pages are left alone for now");
        _road.Turns.Slow(WebAddress.Server(address), rules.CrawlDelay);
        return rules.Allows(address.PathAndQuery) ? null : new(FailureKind.Robots, "the site's robots.txt asks us not to read this page");
    }

    private async Task<RobotsAnswer> AskRobotsAsync(Uri address)
    {
        try
        {
            using var trip = new Trip(_road, address, _closing.Token);
            var failure = await trip.ArriveAsync(static message => message.Headers.TryAddWithoutValidation("Accept", "text/plain, */*;q=0.1"), secureOnly: false, mayAsk: null);

            // More redirects than we follow are as good as no file at all; so says the standard.
            if (failure is { Kind: FailureKind.Redirect }) return new(RobotsFile.Open, null);
            if (failure is not null) return new(null, failure.Reason);
            var status = (int)trip.Answer.StatusCode;
            // It closes the host's pages and not the host: feeds are an invitation, and one that is overloaded says so to them as well.
            if (status is 429 or >= 500) return new(null, Explained.OfStatus(status).Reason, SaidValidity.RetryAfter(trip.Answer, _road.Clock.GetUtcNow()));
            if (status is not (>= 200 and < 300)) return new(RobotsFile.Open, null);
            var (read, broken) = await trip.ReadAsync(RobotsFile.MaxBytes, mayCut: true);
            if (read is null) return new(null, broken!.Reason);
            using var body = read;
            return new(RobotsFile.Parse(body.Bytes.Span), null);
        }
        catch (OperationCanceledException)
        {
            return new(null, "the program is closing");
        }
    }

    private static void Prepare(HttpRequestMessage message, FetchRequest request)
    {
        message.Headers.TryAddWithoutValidation("Accept", Accepted(request.Wanted));
        if (SaidValidity.Mark(request.ETag) is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (SaidValidity.Mark(request.LastModified) is { } date) message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
    }

    private static string Accepted(Wanted wanted) => wanted switch
    {
        Wanted.Feed => "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
        Wanted.Page => "text/html, application/xhtml+xml, */*;q=0.1",
        Wanted.Sitemap => "application/xml, text/xml, */*;q=0.1",
        _ => "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5",
    };

    private static Fetched.Failed Failed(Trip trip, Failure failure) => new(trip.Attempt, failure.Kind, failure.Reason, failure.RetryAfter);
}
