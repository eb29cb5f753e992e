using System.Net;
using System.Net.Sockets;

namespace NewsDesk.Benchmarks.Fetching;

/// <summary>Says the same to every request, with next to no work of its own, so that what is measured is the client.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public CannedServer(byte[] answer)
    {
        _answer = answer;
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
        }
    }
}
