using System.Net;
using System.Net.Sockets;

namespace NewsDesk.Benchmarks.Fetching;

/// <summary>
/// Says the same to every request, with next to no work of its own, so that what is measured is the client; and then, if it is told
/// to, the same piece without end.
/// </summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly byte[]? _withoutEnd;

    public CannedServer(byte[] answer, byte[]? withoutEnd = null)
    {
        (_answer, _withoutEnd) = (answer, withoutEnd);
        _listener.Start();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed.xml");

    public void Dispose() => _listener.Dispose();

    private void Listen()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                new Thread(() => Answer(socket)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // The measure is over.
        }
    }

    private void Answer(Socket socket)
    {
        using var mine = socket;
        try
        {
            Talk(socket);
        }
        catch (SocketException)
        {
            // The client has hung up on what has no end.
        }
    }

    private void Talk(Socket socket)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (true)
        {
            var read = socket.Receive(buffer.AsSpan(length));
            if (read == 0) return;
            length += read;
            if (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)) continue;
            socket.Send(_answer);
            length = 0;
            while (_withoutEnd is not null) socket.Send(_withoutEnd);
        }
    }
}
