using NewsDesk.Archive;
using NewsDesk.Settings;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Puts together what gathers.</summary>
public static class GatheringSetup
{
    public static void AddGathering(this IServiceCollection services)
    {
        services.AddSingleton<SourceDesk>();
        services.AddSingleton<GatherBell>();
        services.AddSingleton<Visits>();
        services.AddSingleton(provider => Client(provider.GetRequiredService<DeskSettings>(), provider.GetRequiredService<CurrentMasthead>().Now.SiteUrl, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Fetch>(provider => provider.GetRequiredService<WireClient>().FetchAsync);
        services.AddSingleton(provider => Pace(provider.GetRequiredService<DeskSettings>()));
        services.AddSingleton<Gatherer>();
        services.AddHostedService<GatherService>();
    }

    public static WireClient Client(DeskSettings settings, Uri site, TimeProvider clock) =>
        new(new WireSettings(WireSettings.UserAgentFor(typeof(GatheringSetup).Assembly.GetName().Version!, site))
        {
            AllowNetworks = settings.AllowNetworks,
            HostDelay = settings.HostDelay,
        }, clock);

    public static GatherPace Pace(DeskSettings settings) => new(OneByOne: settings.HostDelay > TimeSpan.Zero);
}
