using Microsoft.AspNetCore.Server.Kestrel.Core;
using NewsDesk.Settings;

namespace NewsDesk.Hosting.Limits;

/// <summary>How much of a connection anybody may take, however slowly they go about it.</summary>
public static class Connections
{
    /// <summary>All that readers ever send is which language they want.</summary>
    private const int MaxRequestBytes = 64 * 1024;

    private const int MaxHeaders = 64;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxRequestLineBytes = 4 * 1024;

    private static readonly TimeSpan TimeForHeaders = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeBetweenRequests = TimeSpan.FromMinutes(2);

    public static void Limit(KestrelServerOptions kestrel, DeskSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = settings.Connections;
        limits.MaxRequestBodySize = MaxRequestBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.RequestHeadersTimeout = TimeForHeaders;
        limits.KeepAliveTimeout = TimeBetweenRequests;
    }
}
