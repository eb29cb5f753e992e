using NewsDesk.Hosting;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Newsroom;

/// <summary>Reads the content folder before the first visitor comes, and follows its changes from then on.</summary>
public sealed class ContentFollower(
    House house, CurrentMasthead masthead, SourceDesk sources, GatherBell bell, InboxDesk inbox, StoryDesk stories, PictureDesk pictures, PostDesk posts, TimeProvider clock,
    ILogger<ContentFollower> log) : BackgroundService
{
    private Dictionary<string, ContentFile> _seen = new(StringComparer.Ordinal);
    private HashSet<string> _refused = new(StringComparer.Ordinal);
    private HashSet<string> _missing = new(StringComparer.Ordinal);
    private string? _complaint;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = new ContentWatch(house.Content, clock, log);
        while (true)
        {
            await watch.WaitAsync(stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The outermost loop: whatever went wrong this time, the next change is read again.
                log.LogError(error, "The content folder could not be read; it is tried again");
                _seen = new(StringComparer.Ordinal);
            }
        }
    }

    /// <summary>
    /// Compares the folder with what was seen the last time and reads what differs: first who we are, then what we watch, what came in, and what we say
    /// of it and show with it.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var before = _seen;
        // What we watch comes first, as it says which folders are looked into.
        var list = SourceListFile.Find(house.Content);
        var isNewList = (list is null || IsTouched(list)) && await sources.SweepAsync(list, isTouched: true, cancel);
        if (isNewList) bell.Ring();
        if (ListFiles() is not var (mastheadFiles, folders, pictureFiles, postFiles)) return;
        var now = mastheadFiles.Concat(folders.SelectMany(folder => folder.Files)).Concat(pictureFiles).Concat(postFiles).Concat(list is null ? [] : [list])
            .DistinctBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (!isNewList && now.Count == before.Count && now.Values.All(file => file == before.GetValueOrDefault(file.Path))) return;

        TellRefused();
        var isNewMasthead = await ReadMastheadAsync(mastheadFiles, cancel);
        var changedArticles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (folder, files) in folders) changedArticles.UnionWith(await inbox.SweepAsync(folder, files, file => isNewList || IsTouched(file), cancel));
        // Whoever edits a post does not wait for the stories: their own follower comes to them.
        if (before.Count == 0 || changedArticles.Count > 0) changedArticles.UnionWith(await stories.CatchUpAsync(cancel));
        var areNewPictures = await pictures.SweepAsync(pictureFiles, IsTouched, cancel);
        if (areNewPictures) masthead.Now = masthead.Now with { Pictures = pictures.Known };
        await posts.SweepAsync(postFiles, file => isNewMasthead || areNewPictures || IsTouched(file), changedArticles, masthead.Now, cancel);
        _seen = now;

        bool IsTouched(ContentFile file) => before.GetValueOrDefault(file.Path) != file;
    }

    /// <summary>Each link is told once, when it is first seen beside something that changed.</summary>
    private void TellRefused()
    {
        var refused = ContentFolder.ListRefused(house.Content).ToHashSet(StringComparer.Ordinal);
        foreach (var link in refused.Except(_refused, StringComparer.Ordinal))
            log.LogWarning("{File} " + ContentFolder.Refused, link);
        _refused = refused;
    }

    /// <summary>A listed folder that is missing is told once, and what was read from it before stays: a disk that is not mounted is no reason to withdraw anything.</summary>
    private List<WatchedSource> FoldersThatAreThere()
    {
        var missing = sources.Folders.Where(folder => SourceDesk.MissingFolder(house.Content, folder.Url) is not null).ToList();
        foreach (var folder in missing.Where(folder => !_missing.Contains(folder.Url)))
            log.LogError("{Source} is not read: there is no folder {Folder}. Make it, or take it out of {File}", folder.Title, SourceDesk.MissingFolder(house.Content, folder.Url), SourceListFile.Name);
        _missing = missing.Select(folder => folder.Url).ToHashSet(StringComparer.Ordinal);
        return [.. sources.Folders.Where(folder => !_missing.Contains(folder.Url))];
    }

    /// <summary>Null when the folder, or one in it, cannot be listed: that is no reason to withdraw anything.</summary>
    private (IReadOnlyList<ContentFile> Masthead, IReadOnlyList<(WatchedSource Folder, IReadOnlyList<ContentFile> Files)> Folders,
        IReadOnlyList<ContentFile> Pictures, IReadOnlyList<ContentFile> Posts)? ListFiles()
    {
        try
        {
            if (!Directory.Exists(house.Content)) throw new DirectoryNotFoundException($"{house.Content} is not there.");
            var files = (MastheadFiles.List(house.Content),
                FoldersThatAreThere().Select(folder => (folder, ContentFolder.List(house.Content, folder.FolderPath!, InboxFile.IsWanted))).ToList(),
                ContentFolder.List(house.Content, PictureDesk.Folder, PictureDesk.IsWanted),
                ContentFolder.List(house.Content, PostDesk.Folder, PostDesk.IsWanted));
            _complaint = null;
            return files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Looked at again and again, it is told once.
            if (_complaint != error.Message)
                log.LogWarning("The content folder cannot be listed: {Reason} Give NewsDesk's user the right to read it; what was read before stays", error.Message);
            _complaint = error.Message;
            return null;
        }
    }

    private async Task<bool> ReadMastheadAsync(IReadOnlyList<ContentFile> files, CancellationToken cancel)
    {
        var (read, warnings) = await MastheadFiles.ReadAgainAsync(files, masthead.Now, log, cancel);
        if (read.Fingerprint == masthead.Now.Fingerprint) return false;
        log.Tell(warnings);
        masthead.Now = read with { Pictures = masthead.Now.Pictures };
        return true;
    }
}
