using System.Security.Cryptography.X509Certificates;
using NewsDesk.Wire.Fetching.Bodies;
using NewsDesk.Wire.Fetching.Connecting;
using NewsDesk.Wire.Fetching.Manners;

namespace NewsDesk.Wire.Fetching;

/// <summary>What all requests share: the connections, the hosts' turns, the settings and the clock.</summary>
internal sealed class Road : IDisposable
{
    /// <summary>Connections to a host when the pause is switched off.</summary>
    private const int ConnectionsWithoutPause = 8;

    /// <summary>Of an answer that is not wanted, what may be read to keep the connection.</summary>
    private const int MaxDrainBytes = 64 * 1024;

    /// <summary>Long enough for the pages that a feed has announced, with the pause between them.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>After it the name is looked up anew.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public Road(WireSettings settings, TimeProvider clock, Resolve resolve, X509Certificate2Collection? trusted)
    {
        (Settings, Clock, Turns) = (settings, clock, new(settings.HostDelay, clock));
        var connector = new Connector(settings.AllowNetworks, resolve, clock);
        Http = new(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => connector.ConnectAsync(context.DnsEndPoint, cancel),
            ConnectTimeout = settings.Limits.FirstByte,
            SslOptions = Certificates.Options(clock, trusted),
            // A proxy would make the connection past our checks; cookies would let sites follow us.
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            // No header of ours that tells of this program's own traces.
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = settings.HostDelay == TimeSpan.Zero ? ConnectionsWithoutPause : 1,
            MaxResponseHeadersLength = settings.Limits.MaxHeaderKilobytes,
            MaxResponseDrainSize = MaxDrainBytes,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionIdleTimeout = KeepAlive,
            PooledConnectionLifetime = ConnectionLifetime,
            // Where it redirects to is often written in letters beyond ASCII, and then in UTF-8.
            ResponseHeaderEncodingSelector = static (name, _) => name == "Location" ? System.Text.Encoding.UTF8 : null,
        });
    }

    public WireSettings Settings { get; }

    public TimeProvider Clock { get; }

    public HostTurns Turns { get; }

    public HttpMessageInvoker Http { get; }

    public LargeBodies Large { get; } = new();

    public void Dispose()
    {
        Http.Dispose();
        Large.Dispose();
    }
}
