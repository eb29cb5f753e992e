using NewsDesk.Hosting;
using NewsDesk.Newsroom.Stories;

namespace NewsDesk.Newsroom;

/// <summary>Reads the content folder before the first visitor comes, and follows its changes from then on.</summary>
public sealed class ContentFollower(
    House house, CurrentMasthead masthead, InboxDesk inbox, StoryDesk stories, PostDesk posts, TimeProvider clock, ILogger<ContentFollower> log) : BackgroundService
{
    private Dictionary<string, ContentFile> _seen = new(StringComparer.Ordinal);
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
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The outermost loop: whatever went wrong this time, the next change is read again.
                log.LogError(error, "The content folder could not be read; it is tried again");
                _seen = new(StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Compares the folder with what was seen the last time and reads what differs: first who we are, then what came in, then what we say of it.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        if (ListFiles() is not var (mastheadFiles, inboxFiles, postFiles)) return;
        var now = mastheadFiles.Concat(inboxFiles).Concat(postFiles).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var before = _seen;
        if (now.Count == before.Count && now.Values.All(file => file == before.GetValueOrDefault(file.Path))) return;

        var isNewMasthead = await ReadMastheadAsync(mastheadFiles, cancel);
        var changedArticles = await inbox.SweepAsync(inboxFiles, IsTouched, cancel);
        changedArticles = [.. changedArticles, .. await stories.CatchUpAsync(cancel)];
        await posts.SweepAsync(postFiles, file => isNewMasthead || IsTouched(file), changedArticles, masthead.Now, cancel);
        _seen = now;

        bool IsTouched(ContentFile file) => before.GetValueOrDefault(file.Path) != file;
    }

    /// <summary>Null when the folder, or one in it, cannot be listed: that is no reason to withdraw anything.</summary>
    private (IReadOnlyList<ContentFile> Masthead, IReadOnlyList<ContentFile> Inbox, IReadOnlyList<ContentFile> Posts)? ListFiles()
    {
        try
        {
            if (!Directory.Exists(house.Content)) throw new DirectoryNotFoundException($"{house.Content} is not there.");
            var files = (MastheadFiles.List(house.Content),
                ContentFolder.List(house.Content, InboxDesk.Folder, InboxFile.IsWanted),
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
        var (read, warnings) = await MastheadFiles.ReadAsync(files, log, cancel);
        if (read.Fingerprint == masthead.Now.Fingerprint) return false;
        log.Tell(warnings);
        masthead.Now = read;
        return true;
    }
}
