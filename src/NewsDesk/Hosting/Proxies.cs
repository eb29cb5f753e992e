using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace NewsDesk.Hosting;

/// <summary>The machines that may speak for others: what they say of a reader's address and of https is believed, what anybody else says is not.</summary>
public static class Proxies
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Whether a setting names addresses and networks, parted by <c>;</c>.</summary>
    public static bool AreNamed(string list) => Parts(list).All(part => IPNetwork.TryParse(AsNetwork(part), out _));

    public static WebApplication UseProxies(this WebApplication app, string list)
    {
        var trusted = Parts(list).Select(part => IPNetwork.Parse(AsNetwork(part))).ToList();
        if (trusted.Count == 0) return app.WarnOfUnnamedProxy();
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
        return app;
    }

    /// <summary>Behind a proxy that is not named all readers look like one, and share one reader's share of searches: the operator should know.</summary>
    private static WebApplication WarnOfUnnamedProxy(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Proxies));
        var isTold = 0;
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey(ForwardedFor) && Interlocked.Exchange(ref isTold, 1) == 0)
            {
                log.LogWarning("{Address} sends {Header}, and is not believed. If it is a proxy of yours, name it in Site:Proxies; until then all its readers count as one",
                    context.Connection.RemoteIpAddress, ForwardedFor);
            }

            return next(context);
        });
        return app;
    }

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string AsNetwork(string part) =>
        part.Contains('/', StringComparison.Ordinal) ? part : $"{part}/{(part.Contains(':', StringComparison.Ordinal) ? 128 : 32)}";
}
