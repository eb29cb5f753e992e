using System.Security.Cryptography;
using System.Text;
using NewsDesk.Archive;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Takes the operator's list over into the archive; while it cannot be read, the last good one stays.</summary>
public sealed class SourceDesk(Sources sources, ILogger<SourceDesk> log)
{
    private static readonly WatchedSource Inbox =
        new() { Kind = SourceKind.Folder, Url = WatchedSource.FolderScheme + InboxDesk.Folder, Title = "The inbox" };

    private string? _taken;

    /// <summary>Whether the list must say so for it to be watched; the inbox is watched without.</summary>
    public static bool IsOfAList(Source source) => source.Active && source.Url != Inbox.Url;

    /// <summary>Where a listed folder should be that is not there; null when all is well. The inbox is made when it is needed, and may be missing.</summary>
    public static string? MissingFolder(string content, string url)
    {
        if (!url.StartsWith(WatchedSource.FolderScheme, StringComparison.Ordinal) || url == Inbox.Url) return null;
        var folder = Path.Combine(content, url[WatchedSource.FolderScheme.Length..]);
        return Directory.Exists(folder) ? null : folder;
    }

    /// <summary>The folders to read, by their paths within the content folder. The inbox is one of them unless the list says otherwise.</summary>
    public IReadOnlyList<WatchedSource> Folders { get; private set; } = [Inbox];

    /// <summary>The addresses of those that are listed and not read for the time being.</summary>
    public IReadOnlySet<string> Paused { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Reads the list when it is touched; whether it was taken over.</summary>
    public async Task<bool> SweepAsync(ContentFile? file, bool isTouched, CancellationToken cancel)
    {
        if (file is null)
        {
            if (_taken is null) await BeginWithoutAsync(cancel);
            else if (_taken.Length > 0) log.LogWarning("{File} is gone; what it listed is still watched. Put it back, or leave an empty list there", SourceListFile.Name);
            _taken = "";
            return false;
        }

        if (!isTouched || await file.ReadTextAsync(SourceListFile.MaxBytes, log, cancel) is not { } text) return false;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (hash == _taken) return false;
        switch (OpmlReader.Read(text))
        {
            case SourceListRead.Unreadable { Flaw: var flaw }:
                log.LogWarning("{File}, line {Line}: {Warning}. The sources stay as they were", file.Path, flaw.Line, flaw.Message);
                return false;
            case SourceListRead.Read read:
                foreach (var flaw in read.Flaws) log.LogWarning("{File}, line {Line}: {Warning}", file.Path, flaw.Line, flaw.Message);
                await TakeAsync(read.Sources, cancel);
                _taken = hash;
                return true;
            default:
                throw new InvalidOperationException("A list is either read or not.");
        }
    }

    /// <summary>A list that was never there says nothing of what another node's list may have said; an empty one says that nothing is watched.</summary>
    private async Task BeginWithoutAsync(CancellationToken cancel)
    {
        if ((await sources.ListAsync(cancel)).Any(IsOfAList))
            log.LogWarning("{File} is not there, but the archive watches sources; they stay, but for those that were paused. Put the list back, or write it anew with newsdesk sources export", SourceListFile.Name);
        else await TakeAsync([], cancel);
    }

    private async Task TakeAsync(IReadOnlyList<WatchedSource> listed, CancellationToken cancel)
    {
        IReadOnlyList<WatchedSource> all = listed.Any(source => source.Url == Inbox.Url) ? listed : [Inbox, .. listed];
        var taken = await sources.TakeListAsync([.. all.Select(SourceReading.Row)], cancel);
        Folders = [.. all.Where(source => source is { Kind: SourceKind.Folder, Paused: false })];
        Paused = all.Where(source => source.Paused).Select(source => source.Url).ToHashSet(StringComparer.Ordinal);
        if (taken != new ListTaken(0, 0, 0))
            log.LogInformation("Took the list of sources over: {Added} new, {Changed} changed, {Removed} no longer watched", taken.Added, taken.Changed, taken.Removed);
    }
}
