using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using NewsDesk.Wire.Fetching.Connecting;

namespace NewsDesk.Wire.Fetching.Reasons;

/// <summary>What went wrong on the way, in words for who can do something about it. An exception's own text is for nobody.</summary>
internal static class Explained
{
    public static Failure Of(Exception error, Uri address) => Cause(error) switch
    {
        ForbiddenAddressException forbidden => new(FailureKind.Address, forbidden.Message),
        UntrustedCertificateException untrusted => new(FailureKind.Tls, untrusted.Message),
        AuthenticationException => new(FailureKind.Tls, "no encrypted connection could be agreed on with the server"),
        SocketException socket => OfSocket(socket.SocketErrorCode, address),
        HttpIOException or HttpRequestException => OfHttp(Request(error), address),
        _ => new(FailureKind.Network, "the connection broke"),
    };

    public static Failure OfStatus(int status, TimeSpan? retryAfter = null) => new(FailureKind.Status, $"{Sentence(status)} ({Number(status)})", retryAfter);

    /// <summary>The innermost that tells: the HTTP client wraps what it is told, sometimes twice.</summary>
    private static Exception Cause(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            if (at is ForbiddenAddressException or SocketException or UntrustedCertificateException) return at;
        }

        for (var at = error; at is not null; at = at.InnerException)
        {
            if (at is AuthenticationException) return at;
        }

        return error;
    }

    private static HttpRequestError Request(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            var told = at switch
            {
                HttpRequestException request => request.HttpRequestError,
                HttpIOException io => io.HttpRequestError,
                _ => HttpRequestError.Unknown,
            };
            if (told != HttpRequestError.Unknown) return told;
        }

        return HttpRequestError.Unknown;
    }

    private static Failure OfSocket(SocketError error, Uri address) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => new(FailureKind.Dns, $"the name {Shown.Of(address.IdnHost)} does not exist"),
        SocketError.TryAgain or SocketError.NoRecovery => new(FailureKind.Dns, $"the name {Shown.Of(address.IdnHost)} could not be looked up at the moment"),
        SocketError.ConnectionRefused => new(FailureKind.Network, "the connection was refused"),
        SocketError.TimedOut => new(FailureKind.Timeout, "the server did not answer the call"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => new(FailureKind.Network, "the server hung up"),
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown or SocketError.AddressNotAvailable =>
            new(FailureKind.Network, "there is no way to the server from here"),
        SocketError.TooManyOpenSockets => new(FailureKind.Network, "this machine has no connection left: raise its limit of open files"),
        _ => new(FailureKind.Network, $"the connection failed ({error})"),
    };

    private static Failure OfHttp(HttpRequestError error, Uri address) => error switch
    {
        HttpRequestError.NameResolutionError => new(FailureKind.Dns, $"the name {Shown.Of(address.IdnHost)} could not be looked up"),
        HttpRequestError.SecureConnectionError => new(FailureKind.Tls, "no encrypted connection could be agreed on with the server"),
        HttpRequestError.ResponseEnded => new(FailureKind.Network, "the server hung up before it answered"),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => new(FailureKind.Broken, "what the server answers is not HTTP"),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureKind.TooLarge, "the headers of the answer are too large"),
        HttpRequestError.ConnectionError => new(FailureKind.Network, "no connection could be made"),
        _ => new(FailureKind.Network, "the connection broke"),
    };

    private static string Sentence(int status) => status switch
    {
        401 or 407 => "the site asks for a login",
        402 => "the site asks for money",
        403 => "the site refuses to show this to us",
        404 => "there is nothing at this address",
        405 => "the server does not let this be read",
        406 => "the server has nothing that we could read",
        408 => "the server waited too long for us",
        410 => "it is gone for good",
        421 => "the server does not know this site",
        429 => "the site says that we ask too often",
        451 => "it is withheld for legal reasons",
        500 => "the server is in trouble",
        502 or 504 or 520 or 521 or 522 or 523 or 524 or 525 or 526 => "the server behind the site's front does not answer well",
        503 => "the server is overloaded or under repair",
        509 => "the site has used up its traffic",
        304 => "the server says that nothing changed, though we never asked for changes",
        204 or 205 => "the server answers without a body",
        206 => "the server sends only a part",
        >= 300 and < 400 => "the server points elsewhere, but does not say where",
        >= 400 and < 500 => "the server refuses the request",
        >= 500 => "the server is in trouble",
        _ => "the server answers what we do not understand",
    };

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
