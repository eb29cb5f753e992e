using Microsoft.AspNetCore.DataProtection;
using NewsDesk.Archive;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom;
using NewsDesk.Pages;
using NewsDesk.Settings;
using Serilog;

namespace NewsDesk.Hosting;

/// <summary>Puts the program together: the archive, the newsroom that fills it, the pages that show it.</summary>
public static class DeskApp
{
    /// <summary>How long open requests and the newsroom's work may take to end after a signal.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(4);

    public static WebApplication Build(DeskSettings settings, House house, ArchiveDatabase archive, Serilog.ILogger log)
    {
        // Empty, so that nothing but our own settings is read: no variable of the framework's moves the site elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = typeof(DeskApp).Assembly.GetName().Name,
            WebRootPath = house.WebRoot,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.AddSerilog(log);
        // It would note each request for a trace that nobody keeps, which costs as much as sending a kept page does.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Connections.Limit(kestrel, settings)).UseUrls(settings.Urls);
        // A request is answered by the thread that read it, with no queue in between. It would hold others up where an answer takes long: those change threads (Pages/Keeping/KeepPages).
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToEnd);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(house);
        builder.Services.AddSingleton(settings);
        builder.Services.AddDataProtection().SetApplicationName("NewsDesk").PersistKeysToFileSystem(new(house.Keys));
        builder.Services.AddArchive(archive);
        builder.Services.AddNewsroom();
        builder.Services.AddSingleton(provider => new ClientShares(settings.CostlyPerMinute, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddPages(new(settings.PageMegabytes * 1_048_576L));

        var app = builder.Build();
        app.UseProxies(settings.Proxies);
        app.UsePages();
        app.MapPages();
        return app;
    }
}
