using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>A server that keeps to no rule but those of TCP.</summary>
internal sealed class WildHost : IAsyncDisposable
{
    /// <summary>The first byte of who wants to speak TLS.</summary>
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<WildCall, Task> _behave;
    private readonly Task _listening;

    public WildHost(Func<WildCall, Task> behave)
    {
        _behave = behave;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _listening;
        _closing.Dispose();
    }

    private async Task ListenAsync()
    {
        var calls = new List<Task>();
        try
        {
            while (true) calls.Add(AnswerAsync(await _listener.AcceptSocketAsync(_closing.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var mine = socket;
        try
        {
            var request = await RequestAsync(socket);
            await _behave(new(socket, request, _closing.Token));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Who called has hung up, or the test is over.
        }
    }

    private async Task<string> RequestAsync(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8) && buffer[0] != TlsHandshake)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None, _closing.Token);
            if (read == 0) break;
            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}

/// <summary>A connection to a wild host, with the request that came on it.</summary>
internal sealed record WildCall(Socket Socket, string Request, CancellationToken Closing)
{
    public Task SayAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await Socket.SendAsync(bytes, SocketFlags.None, Closing);

    /// <summary>Says nothing more, and does not hang up, until the other side does.</summary>
    public async Task KeepSilentAsync()
    {
        var nothing = new byte[1];
        while (await Socket.ReceiveAsync(nothing, SocketFlags.None, Closing) > 0)
        {
        }
    }

    /// <summary>Breaks the connection off as a crashed machine does.</summary>
    public void Reset()
    {
        Socket.LingerState = new(true, 0);
        Socket.Close();
    }
}
