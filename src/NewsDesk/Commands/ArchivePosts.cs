using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Newsroom;

namespace NewsDesk.Commands;

/// <summary>Prints every post again from its file, which is the truth about it.</summary>
internal static class ArchivePosts
{
    /// <summary>How many posts are printed now, of how many files, and how many went because their file has gone.</summary>
    public sealed record Printed(int Posts, int Files, int Gone);

    public static async Task<Printed> PrintAgainAsync(ArchiveDatabase db, House house, TextWriter warnings, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new ToolLog(warnings)));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(house);
        services.AddArchive(db);
        services.AddNewsroom();
        await using var newsroom = services.BuildServiceProvider();
        var log = newsroom.GetRequiredService<ILogger<PostDesk>>();
        var posts = newsroom.GetRequiredService<Posts>();

        var files = List(house.Content);
        var before = await posts.ListFilesAsync(cancel);
        if (files.Count == 0 && before.Count > 0)
        {
            throw new BadInputException(
                $"{Path.Combine(house.Content, PostDesk.Folder)}: here are no posts, but the archive has {before.Count} of them. Name the folder they are written in with --content DIR");
        }

        var (masthead, faults) = await MastheadFiles.ReadAsync(MastheadFiles.List(house.Content), log, cancel);
        log.Tell(faults);
        newsroom.GetRequiredService<CurrentMasthead>().Now = masthead;
        await newsroom.GetRequiredService<PictureDesk>().SweepAsync(ContentFolder.List(house.Content, PictureDesk.Folder, PictureDesk.IsWanted), _ => true, cancel);
        await newsroom.GetRequiredService<PostDesk>().SweepAsync(files, _ => true, [], masthead, cancel, anew: true);
        var after = await posts.ListFilesAsync(cancel);
        return new Printed(after.Count, files.Count, before.Select(post => post.Path).Except(files.Select(file => file.Path), StringComparer.Ordinal).Count());
    }

    private static IReadOnlyList<ContentFile> List(string content)
    {
        try
        {
            return ContentFolder.List(content, PostDesk.Folder, PostDesk.IsWanted);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{content}: the posts cannot be listed ({error.Message.TrimEnd('.')}). Give this user the right to read them", error);
        }
    }
}
