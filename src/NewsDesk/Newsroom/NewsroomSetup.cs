using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;

namespace NewsDesk.Newsroom;

/// <summary>The work that goes on behind the pages, and the archive that it fills.</summary>
public static class NewsroomSetup
{
    public static void AddArchive(this IServiceCollection services, ArchiveDatabase archive)
    {
        services.AddSingleton(archive);
        services.AddSingleton<Sources>();
        services.AddSingleton<Articles>();
        services.AddSingleton<Posts>();
        services.AddSingleton<Search>();
    }

    public static void AddNewsroom(this IServiceCollection services)
    {
        services.AddSingleton<CurrentMasthead>();
        services.AddSingleton<InboxDesk>();
        services.AddSingleton<PictureDesk>();
        services.AddSingleton<PostDesk>();
        services.AddHostedService<ContentFollower>();
        services.AddGathering();
    }
}
