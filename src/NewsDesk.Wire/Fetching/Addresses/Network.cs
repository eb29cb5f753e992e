using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Fetching.Addresses;

/// <summary>
/// All addresses that begin with the same bits. Not <see cref="IPNetwork"/>, which takes an IPv4 address in an IPv6 coat for the one inside:
/// here the coat itself is what matters.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Network(AddressFamily Family, UInt128 Prefix, int Length)
{
    private const int FourBits = 32;
    private const int SixBits = 128;

    public bool Contains(IPAddress address) => address.AddressFamily == Family && Masked(Number(address), Length, Bits(Family)) == Prefix;

    /// <summary>Reads one that is known to be right.</summary>
    public static Network Parse(string text) => Read(text, out var network) is { } fault ? throw new FormatException(fault) : network;

    /// <summary>Reads an address, or a network like <c>10.0.0.0/8</c>; answers the fault in words, or null.</summary>
    public static string? Read(string text, out Network network)
    {
        network = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var written = slash < 0 ? text : text[..slash];

        // .NET also reads 10 and 127.1 as addresses, but they are not what who wrote them means.
        if (!IPAddress.TryParse(written, out var address) || written.Contains('%', StringComparison.Ordinal)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != written))
        {
            return $"{text} is no address and no network";
        }

        var bits = Bits(address.AddressFamily);
        var length = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits))
            return string.Create(CultureInfo.InvariantCulture, $"{text}: the length of its prefix is a number from 0 to {bits}");
        var number = Number(address);
        if (Masked(number, length, bits) != number)
            return string.Create(CultureInfo.InvariantCulture, $"{text}: the address has bits set beyond the first {length}");
        network = new(address.AddressFamily, number, length);
        return null;
    }

    private static int Bits(AddressFamily family) => family == AddressFamily.InterNetwork ? FourBits : SixBits;

    private static UInt128 Masked(UInt128 number, int length, int bits) => length == 0 ? 0 : number >> (bits - length) << (bits - length);

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[SixBits / 8];
        address.TryWriteBytes(bytes, out var written);
        return written == FourBits / 8 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
