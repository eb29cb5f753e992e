using System.Globalization;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching.Addresses;

/// <summary>What is asked of an address before any name is looked up.</summary>
internal static class WebAddress
{
    /// <summary>In characters: servers take about as many.</summary>
    private const int MaxLength = 8000;

    /// <summary>Why an address is not asked; null when it may be.</summary>
    public static Failure? Fault(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => new(FailureKind.Address, $"“{Shown.Of(address.OriginalString)}” is no whole web address"),
        { Scheme: not "http" and not "https" } =>
            new(FailureKind.Address, $"“{Shown.Of(address.Scheme)}:” is not of the web: an address begins with http:// or https://"),
        _ when !HasHost(address) => new(FailureKind.Address, $"the address names no host that could exist: “{Shown.Of(address.Host)}”"),
        { OriginalString.Length: > MaxLength } => new(FailureKind.Address, $"the address is longer than {MaxLength} characters"),
        _ when !WebPorts.Allow(address.Port) =>
            new(FailureKind.Address, string.Create(CultureInfo.InvariantCulture, $"port {address.Port} is for other things than web pages, and is not asked")),
        _ => null,
    };

    /// <summary>Without name and password, which are never sent nor told in a report, and without the fragment, which no server sees.</summary>
    public static Uri Bare(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.UserInfo.Length == 0 && address.Fragment.Length == 0) || !HasHost(address)) return address;
        return new(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
    }

    /// <summary>The framework takes some names into an address that it cannot write in ASCII afterwards, or not read again then.</summary>
    private static bool HasHost(Uri address)
    {
        try
        {
            return address.IdnHost is { Length: > 0 } host && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
                || Uri.TryCreate($"http://{host}", UriKind.Absolute, out _));
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// The name by which a server's turns are kept: one for all spellings of its host, for http and https. Another port is another server, as for robots.txt: what one of them
    /// says of its own health says nothing of its neighbour on a machine with many.
    /// </summary>
    public static string Server(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        return address.Port is 80 or 443 ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");
    }

    /// <summary>Scheme, host and port, for which a robots.txt speaks.</summary>
    public static string Origin(Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.IdnHost.ToLowerInvariant()}:{address.Port}");
}
