using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace NewsDesk.Hosting;

/// <summary>The log: lines for people on the console, one JSON line an event in <c>data/logs</c>.</summary>
public static class DeskLog
{
    private const int DaysKept = 14;
    private const long MaxFileBytes = 50_000_000;

    public static Serilog.Core.Logger Open(string folder, LogEventLevel level) => new LoggerConfiguration()
        .MinimumLevel.Is(level)
        .MinimumLevel.Override("Microsoft", level > LogEventLevel.Warning ? level : LogEventLevel.Warning)
        // It warns that keys lie unencrypted on the disk, which is what data/keys is for.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        // Why the start failed is said once, in one line for people, by who started it.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
        .Enrich.FromLogContext()
        .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:w4} {Message:lj}{NewLine}{Exception}",
            formatProvider: System.Globalization.CultureInfo.InvariantCulture)
        .WriteTo.File(new JsonFormatter(renderMessage: true), Path.Combine(folder, "newsdesk-.json"),
            rollingInterval: RollingInterval.Day, fileSizeLimitBytes: MaxFileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: DaysKept)
        .CreateLogger();
}
