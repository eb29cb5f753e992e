using System.Net;
using System.Net.Sockets;

namespace NewsDesk.Hosting.Limits;

/// <summary>
/// What each client may still ask for, in a table that never grows: an attacker with many addresses fills no memory. Two clients that fall into one
/// place share it, which with a hundred at a time happens to hardly anyone.
/// </summary>
public sealed class ClientShares
{
    private const int Places = 1 << 15;

    /// <summary>A third of a minute's share may be spent at once.</summary>
    private const int PartAtOnce = 3;

    // When the last of what a client has asked for will have been paid, in milliseconds ("generic cell rate algorithm"): one number says it all.
    private readonly long[] _paidUp = new long[Places];
    private readonly long _each;
    private readonly long _ahead;
    private readonly TimeProvider _clock;

    public ClientShares(int perMinute, TimeProvider clock)
    {
        _clock = clock;
        _each = perMinute > 0 ? Math.Max(1, 60_000 / perMinute) : 0;
        _ahead = _each * Math.Max(0, perMinute / PartAtOnce - 1);
    }

    /// <summary>Takes one from the client's share; else how long it must wait for the next.</summary>
    public bool TryTake(IPAddress? client, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (_each == 0) return true;
        ref var place = ref _paidUp[PlaceOf(client)];
        while (true)
        {
            var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
            var before = Volatile.Read(ref place);
            var from = Math.Max(before, now);
            if (from - now > _ahead)
            {
                wait = TimeSpan.FromMilliseconds(from - now - _ahead);
                return false;
            }

            if (Interlocked.CompareExchange(ref place, from + _each, before) == before) return true;
        }
    }

    // Seeded anew in each process, so that nobody can choose whose place to fill.
    private static int PlaceOf(IPAddress? client)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (client is { IsIPv4MappedToIPv6: true }) client = client.MapToIPv4();
        client?.TryWriteBytes(bytes, out _);
        // A household has 64 bits of addresses of its own.
        if (client?.AddressFamily == AddressFamily.InterNetworkV6) bytes[8..].Clear();
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return (int)((uint)hash.ToHashCode() % Places);
    }
}
