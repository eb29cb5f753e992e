using System.Net;
using System.Net.Sockets;
using NewsDesk.Wire.Fetching.Addresses;

namespace NewsDesk.Wire.Fetching.Connecting;

/// <summary>
/// Makes every connection: looks the name up, leaves out the addresses that are not public, and connects to one of those that
/// it has checked. Between the check and the connection no name is looked up again, so a name cannot change its mind.
/// </summary>
internal sealed class Connector(AllowedNetworks allowed, Resolve resolve, TimeProvider clock)
{
    /// <summary>Addresses of one name that are tried: a name may answer with hundreds.</summary>
    private const int MaxAddresses = 8;

    /// <summary>How long an address is waited for before the next one is tried beside it: as browsers do for a broken IPv6.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint where, CancellationToken cancel)
    {
        var host = where.Host.Trim('[', ']');
        var found = IPAddress.TryParse(host.TrimEnd('.'), out var literal) ? [literal] : await resolve(host, cancel);
        if (found.Length == 0) throw new SocketException((int)SocketError.NoData);
        var open = Array.FindAll(found, address => Refusal(address) is null);
        if (open.Length == 0)
        {
            throw new ForbiddenAddressException(literal is null
                ? $"{host} leads to {found[0]}, {Refusal(found[0])}, which is not asked unless Wire:AllowNetworks names it"
                : $"{literal} is {Refusal(literal)}, which is not asked unless Wire:AllowNetworks names it");
        }

        var socket = await FirstToAnswerAsync(Alternating(open), where.Port, cancel);
        // As FetchStream does from then on.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return new FetchStream(socket);
    }

    private string? Refusal(IPAddress address) => allowed.Contain(address) ? null : SpecialNetworks.NameOf(address);

    /// <summary>One of each family in turn, in the resolver's order: when the one does not work here, the other is next.</summary>
    private static IPAddress[] Alternating(IPAddress[] addresses)
    {
        var first = addresses[0].AddressFamily;
        var (ones, others) = (Array.FindAll(addresses, one => one.AddressFamily == first), Array.FindAll(addresses, one => one.AddressFamily != first));
        return Enumerable.Range(0, Math.Max(ones.Length, others.Length))
            .SelectMany(index => ones.Skip(index).Take(1).Concat(others.Skip(index).Take(1))).Take(MaxAddresses).ToArray();
    }

    private async Task<Socket> FirstToAnswerAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        if (addresses.Length == 1) return await DialAsync(addresses[0], port, cancel);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var calls = new List<Task<Socket>>();
        try
        {
            foreach (var address in addresses)
            {
                calls.Add(DialAsync(address, port, over.Token));
                var pause = Task.Delay(HeadStart, clock, over.Token);
                if (await AnsweredAsync(calls, pause) is { } socket) return socket;
            }

            return await AnsweredAsync(calls, null) ?? await calls[0];
        }
        finally
        {
            await over.CancelAsync();
            foreach (var call in calls) HangUp(call);
        }
    }

    /// <summary>The first connection that stands; null when the pause is over before, or when no call is left.</summary>
    private static async Task<Socket?> AnsweredAsync(List<Task<Socket>> calls, Task? pause)
    {
        while (calls.Where(call => !call.IsCompleted).ToList<Task>() is { Count: > 0 } pending)
        {
            if (pause is not null) pending.Add(pause);
            var ended = await Task.WhenAny(pending);
            if (ended == pause) break;
            if (Taken(calls) is { } socket) return socket;

            // All that were called have said no: the next need not wait for the pause.
            if (calls.TrueForAll(call => call.IsCompleted)) break;
        }

        return Taken(calls);
    }

    private static Socket? Taken(List<Task<Socket>> calls)
    {
        var call = calls.Find(call => call.IsCompletedSuccessfully);
        if (call is null) return null;
        calls.Remove(call);
        return call.Result;
    }

    /// <summary>Two may answer at the same moment: the one that nobody took is closed.</summary>
    private static void HangUp(Task<Socket> call) => _ = call.ContinueWith(
        static ended =>
        {
            if (ended.IsCompletedSuccessfully) ended.Result.Dispose();
            else _ = ended.Exception;
        },
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static async Task<Socket> DialAsync(IPAddress address, int port, CancellationToken cancel)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
