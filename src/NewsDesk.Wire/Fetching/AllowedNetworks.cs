using System.Globalization;
using System.Net;

namespace NewsDesk.Wire.Fetching;

/// <summary>Networks that are reached although they are not of the public internet.</summary>
public sealed class AllowedNetworks
{
    private readonly IPNetwork[] _networks;

    private AllowedNetworks(IPNetwork[] networks) => _networks = networks;

    public static AllowedNetworks None { get; } = new([]);

    /// <summary>Reads addresses and networks like <c>127.0.0.0/8, ::1</c>; answers the first fault in words, or null.</summary>
    public static string? Fault(string text) => Read(text, out _);

    public static AllowedNetworks Parse(string text) =>
        Read(text, out var networks) is { } fault ? throw new FormatException(fault) : new([.. networks]);

    public bool Contain(IPAddress address) => Array.Exists(_networks, network => network.Contains(address));

    private static string? Read(string text, out List<IPNetwork> networks)
    {
        networks = [];
        foreach (var part in text.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = part.IndexOf('/', StringComparison.Ordinal);
            var written = slash < 0 ? part : part[..slash];
            if (!IPAddress.TryParse(written, out var address) || written.Contains('%', StringComparison.Ordinal) || IsShort(written, address))
                return $"{part} is no address and no network";
            var bits = address.GetAddressBytes().Length * 8;
            var length = bits;
            if (slash >= 0 && (!int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits))
                return $"{part}: the length of its prefix is a number from 0 to {bits}";
            if (!IPNetwork.TryParse(string.Create(CultureInfo.InvariantCulture, $"{address}/{length}"), out var network))
                return $"{part}: the address has bits set beyond the first {length}";
            networks.Add(network);
        }

        return null;
    }

    /// <summary><c>10</c> and <c>127.1</c> are read by .NET, yet they are not what who wrote them means.</summary>
    private static bool IsShort(string written, IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && address.ToString() != written;
}
