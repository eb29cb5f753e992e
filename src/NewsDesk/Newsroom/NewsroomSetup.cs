using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Newsroom.Hub;
using NewsDesk.Newsroom.Originals;
using NewsDesk.Newsroom.Stories;

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
        services.AddSingleton<Archive.Stories>();
        services.AddSingleton<StoriesKeeping>();
    }

    public static void AddNewsroom(this IServiceCollection services)
    {
        services.AddSingleton<CurrentMasthead>();
        services.AddSingleton<InboxDesk>();
        services.AddSingleton<PictureDesk>();
        services.AddSingleton<PostDesk>();
        services.AddSingleton<StoryTeller>();
        services.AddSingleton<StoryDesk>();
        services.AddHostedService<ContentFollower>();
        services.AddGathering();
        services.AddHostedService<StoryFollower>();
        services.AddSingleton<Notes>();
        services.AddSingleton<OriginalFinder>();
        services.AddHostedService<OriginalsService>();
        services.AddHub();
    }
}
