using System.Net;
using System.Net.Sockets;

namespace NewsDesk.Wire.Fetching.Addresses;

/// <summary>
/// The networks that are not of the public internet, after the registries of special-purpose addresses, with what they are
/// in words. Of IPv6 only one eighth is given out at all; whatever lies outside of it is special.
/// </summary>
internal static class SpecialNetworks
{
    private static readonly (Network Network, string Is)[] OfFour =
    [
        .. Named("this machine itself", "127.0.0.0/8", "0.0.0.0/8"),
        .. Named("a private network", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        .. Named("an address of this link only", "169.254.0.0/16"),
        .. Named("a provider's inner network", "100.64.0.0/10"),
        .. Named("a network for examples", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
        .. Named("a network for measurements", "198.18.0.0/15"),
        .. Named("a group of machines", "224.0.0.0/4"),
        .. Named("a reserved address", "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "240.0.0.0/4"),
    ];

    private static readonly Network GivenOut = Network.Parse("2000::/3");

    private static readonly (Network Network, string Is)[] OfSix =
    [
        .. Named("this machine itself", "::/127"),
        .. Named("an IPv4 address in an IPv6 coat", "::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"),
        .. Named("a private network", "fc00::/7", "fec0::/10"),
        .. Named("an address of this link only", "fe80::/10"),
        .. Named("a network for examples", "2001:db8::/32", "3fff::/20"),
        .. Named("a group of machines", "ff00::/8"),
        .. Named("a reserved address", "2001::/23", "2620:4f:8000::/48"),
    ];

    /// <summary>What a special address is, in words; null for one of the public internet.</summary>
    public static string? NameOf(IPAddress address)
    {
        foreach (var (network, name) in address.AddressFamily == AddressFamily.InterNetwork ? OfFour : OfSix)
        {
            if (network.Contains(address)) return name;
        }

        return address.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(address) ? null : "a reserved address";
    }

    private static IEnumerable<(Network Network, string Is)> Named(string name, params string[] networks) =>
        networks.Select(network => (Network.Parse(network), name));
}
