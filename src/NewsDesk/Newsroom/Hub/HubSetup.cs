using NewsDesk.Archive;
using NewsDesk.Settings;

namespace NewsDesk.Newsroom.Hub;

/// <summary>Puts together what tells others of our news.</summary>
public static class HubSetup
{
    public static void AddHub(this IServiceCollection services)
    {
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<Announcements>();
        services.AddSingleton(provider => new HubList(provider.GetRequiredService<DeskSettings>().HubIsOpen, provider.GetRequiredService<DeskSettings>().OtherHubs));
        services.AddSingleton(new HubPace());
        services.AddSingleton<HubDesk>();
        services.AddSingleton<HubWatch>();
        services.AddSingleton<HubCalls>();
        services.AddHostedService<HubService>();
    }
}
