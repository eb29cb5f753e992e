using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>
/// An internet of one's own on 127.0.0.1. Tame hosts are served by a real web server, over http and https; wild ones are given the bare
/// connection and do with it what they like. Names are found by <see cref="Resolve"/>, and only those that were told.
/// </summary>
internal sealed class TestInternet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _tame = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);
    private readonly TestAuthority _authority = new();
    private readonly List<WildHost> _wild = [];
    private readonly WebApplication _server;
    private int _port;
    private int _securePort;

    private TestInternet() => _server = Build();

    /// <summary>Every request to a tame host, in order.</summary>
    public ConcurrentQueue<Visit> Visits { get; } = new();

    public TestAuthority Authority => _authority;

    public static async Task<TestInternet> OpenAsync()
    {
        var internet = new TestInternet();
        await internet._server.StartAsync(TestContext.Current.CancellationToken);
        var ports = internet._server.Urls.Select(url => new Uri(url)).ToDictionary(url => url.Scheme, url => url.Port, StringComparer.Ordinal);
        (internet._port, internet._securePort) = (ports["http"], ports["https"]);
        return internet;
    }

    /// <summary>A host that speaks HTTP as it should; answers its http address, without a path.</summary>
    public string Tame(string host, RequestDelegate answer)
    {
        _tame[host] = answer;
        _names.TryAdd(host, static () => [IPAddress.Loopback]);
        return $"http://{host}:{_port}";
    }

    /// <summary>The same over https, with a certificate of our own authority's unless another is given.</summary>
    public string TameSecure(string host, RequestDelegate answer, X509Certificate2? certificate = null)
    {
        Tame(host, answer);
        _certificates[host] = certificate ?? _authority.For(host);
        return $"https://{host}:{_securePort}";
    }

    /// <summary>A host that gets the bare connection after the request's headers were read; it is closed when the host is done with it.</summary>
    public string Wild(string host, Func<WildCall, Task> behave)
    {
        var wild = new WildHost(behave);
        _wild.Add(wild);
        _names.TryAdd(host, static () => [IPAddress.Loopback]);
        return $"http://{host}:{wild.Port}";
    }

    /// <summary>Makes a name lead where the test wants; asked at each look-up.</summary>
    public void Name(string host, Func<IPAddress[]> addresses) => _names[host] = addresses;

    /// <summary>A port that nobody listens on.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task<IPAddress[]> Resolve(string host, CancellationToken cancel) => _names.TryGetValue(host, out var addresses)
        ? Task.FromResult(addresses())
        : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

    /// <summary>A client of this internet, without pauses unless the test asks for them.</summary>
    public WireClient Client(Func<WireSettings, WireSettings>? change = null, TimeProvider? clock = null)
    {
        var settings = new WireSettings("NewsDesk/0.1 (+https://desk.example/)")
        {
            AllowNetworks = AllowedNetworks.Parse("127.0.0.1"),
            HostDelay = TimeSpan.Zero,
        };
        return new(change?.Invoke(settings) ?? settings, clock ?? TimeProvider.System, Resolve, _authority.Trusted);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var wild in _wild) await wild.DisposeAsync();
        await _server.DisposeAsync();
        foreach (var certificate in _certificates.Values) certificate.Dispose();
        _authority.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
                https.ServerCertificateSelector = (_, name) => name is not null && _certificates.TryGetValue(name, out var certificate) ? certificate : null));
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context =>
        {
            Visits.Enqueue(new(context.Request.Host.Host, context.Request.Path + context.Request.QueryString, context.Request.Protocol,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), context.Connection.Id));
            return _tame.TryGetValue(context.Request.Host.Host, out var answer) ? answer(context) : Answers.Status(421)(context);
        });
        return app;
    }
}

/// <summary>A request that a tame host got.</summary>
internal sealed record Visit(string Host, string Path, string Protocol, IReadOnlyDictionary<string, string> Headers, string Connection);
