using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using NewsDesk.Wire.Fetching.Addresses;
using NewsDesk.Wire.Fetching.Bodies;
using NewsDesk.Wire.Fetching.Manners;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching;

/// <summary>One request on its way through its redirects to an answer, with what it has cost so far.</summary>
internal sealed class Trip : IDisposable
{
    public const int MaxRedirects = 5;

    private readonly Road _road;
    private readonly bool _followsRedirects;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _callerGivesUp;
    private readonly CancellationTokenSource _limit;
    private readonly DateTimeOffset _at;
    private List<Hop>? _hops;
    private HostTurns.Turn? _turn;
    private HttpResponseMessage? _answer;
    private int? _status;
    private long _bytes;
    private TimeSpan _spent;
    private long _since;

    public Trip(Road road, Uri address, CancellationToken caller, bool followsRedirects = true)
    {
        (_road, Address, _caller, _at, _followsRedirects) = (road, WebAddress.Bare(address), caller, road.Clock.GetUtcNow(), followsRedirects);
        _limit = new(Timeout.InfiniteTimeSpan, road.Clock);
        _callerGivesUp = caller.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
    }

    public Uri Address { get; private set; }

    public HttpResponseMessage Answer => _answer!;

    public Attempt Attempt => new(Address, _hops ?? (IReadOnlyList<Hop>)[], _status, _bytes, Spent, _at);

    private TimeSpan Spent => _turn is null ? _spent : _spent + _road.Clock.GetElapsedTime(_since);

    public void Dispose()
    {
        EndTurn();
        _callerGivesUp.Dispose();
        _limit.Dispose();
    }

    /// <summary>Goes on until an answer that is no redirect; null when it is there, else why it is not.</summary>
    public async ValueTask<Failure?> ArriveAsync(
        Action<HttpRequestMessage> prepare, bool secureOnly, Func<Uri, ValueTask<Failure?>>? mayAsk)
    {
        while (true)
        {
            if (WebAddress.Fault(Address) is { } fault) return fault;
            if (mayAsk is not null && await mayAsk(Address) is { } refused) return refused;
            if (await SendAsync(prepare) is { } failure) return failure;
            if (!_followsRedirects || Header.First(Answer.Headers, "Location") is not { } location || _status is not (301 or 302 or 303 or 307 or 308)) return null;
            EndTurn();
            if (Follow(location, _status.Value, secureOnly) is { } lost) return lost;
        }
    }

    /// <summary>Reads the answer's body whole, or up to the bound where a part is of use.</summary>
    public async ValueTask<(Body? Body, Failure? Failure)> ReadAsync(int maxBytes, bool mayCut)
    {
        try
        {
            var read = await Unpacked.ReadAsync(Answer.Content, maxBytes, mayCut, _road.Large, _limit.Token);
            _bytes += read.Received;
            if (read.Body is not { } body || !Packing.IsGzip(body.Bytes.Span)) return (read.Body, read.Failure);
            var opened = await Unpacked.OpenFileAsync(body, read.Received, maxBytes, _road.Large, _limit.Token);
            return (opened.Body, opened.Failure);
        }
        catch (OperationCanceledException)
        {
            _caller.ThrowIfCancellationRequested();
            return (null, new(FailureKind.Timeout, $"the answer did not come whole within {Seconds(_road.Settings.Limits.Whole)}"));
        }
        catch (Exception error) when (IsOfTheWorld(error))
        {
            return (null, Explained.Of(error, Address));
        }
    }

    /// <summary>The host asks for a pause.</summary>
    public void Overrun(TimeSpan? retryAfter) => _turn?.Overrun(retryAfter);

    private async ValueTask<Failure?> SendAsync(Action<HttpRequestMessage> prepare)
    {
        _status = null;
        var limits = _road.Settings.Limits;
        var left = limits.Whole - _spent;
        if (left <= TimeSpan.Zero) return new(FailureKind.Timeout, $"the answer did not come whole within {Seconds(limits.Whole)}");
        var (turn, closed) = await _road.Turns.TakeAsync(WebAddress.Server(Address), _caller);
        if (turn is null) return closed;
        (_turn, _since) = (turn, _road.Clock.GetTimestamp());
        using var message = new HttpRequestMessage(HttpMethod.Get, Address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _road.Settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", Packing.Accepted);
        prepare(message);
        _limit.CancelAfter(left < limits.FirstByte ? left : limits.FirstByte);
        try
        {
            _answer = await _road.Http.SendAsync(message, _limit.Token);
            _limit.CancelAfter(limits.Whole - Spent is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);
            _status = (int)_answer.StatusCode;
            return null;
        }
        catch (OperationCanceledException)
        {
            _caller.ThrowIfCancellationRequested();
            return new(FailureKind.Timeout, $"no answer came within {Seconds(left < limits.FirstByte ? limits.Whole : limits.FirstByte)}");
        }
        catch (Exception error) when (IsOfTheWorld(error))
        {
            return Explained.Of(error, Address);
        }
    }

    private Failure? Follow(string location, int status, bool secureOnly)
    {
        var hops = _hops ??= [];
        if (hops.Count == MaxRedirects) return new(FailureKind.Redirect, string.Create(CultureInfo.InvariantCulture, $"it redirects more than {MaxRedirects} times"));
        if (!Uri.TryCreate(Address, location, out var next))
            return new(FailureKind.Redirect, $"it redirects to “{Shown.Of(location)}”, which is no address");
        next = WebAddress.Bare(next);
        if (next.Scheme is not ("http" or "https"))
            return new(FailureKind.Redirect, $"it redirects to “{Shown.Of(next.Scheme)}:”, which is not of the web");
        if (secureOnly && next.Scheme == "http")
            return new(FailureKind.Redirect, $"it redirects from https to http://{Shown.Of(next.Host)}, where anybody on the way could change what it says");
        if (next == Address || hops.Exists(hop => hop.From == next))
            return new(FailureKind.Redirect, "it redirects in a circle, as sites do that insist on cookies");
        hops.Add(new(Address, next, status));
        Address = next;
        return null;
    }

    private void EndTurn()
    {
        _answer?.Dispose();
        if (_turn is null) return;
        _spent = Spent;
        _turn.Dispose();
        _turn = null;
        _limit.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>What the other side, or what is between us, can make go wrong; anything else is a fault of ours and may be heard.</summary>
    private static bool IsOfTheWorld(Exception error) =>
        error is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidDataException;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} second{(time.TotalSeconds == 1 ? "" : "s")}");
}
