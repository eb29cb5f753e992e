using System.Net;
using NewsDesk.Wire.Fetching.Addresses;

namespace NewsDesk.Wire.Fetching;

/// <summary>Networks that are reached although they are not of the public internet.</summary>
public sealed class AllowedNetworks
{
    private readonly Network[] _networks;

    private AllowedNetworks(Network[] networks) => _networks = networks;

    public static AllowedNetworks None { get; } = new([]);

    /// <summary>Reads addresses and networks like <c>127.0.0.0/8, ::1</c>; answers the first fault in words, or null.</summary>
    public static string? Fault(string text) => Read(text, out _);

    public static AllowedNetworks Parse(string text) =>
        Read(text, out var networks) is { } fault ? throw new FormatException(fault) : new([.. networks]);

    /// <summary>Whether the address lies in one of them, in the form in which it is written: an IPv4 address in IPv6 form is another.</summary>
    public bool Contain(IPAddress address) => Array.Exists(_networks, network => network.Contains(address));

    private static string? Read(string text, out List<Network> networks)
    {
        networks = [];
        foreach (var part in text.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Network.Read(part, out var network) is { } fault) return fault;
            networks.Add(network);
        }

        return null;
    }
}
