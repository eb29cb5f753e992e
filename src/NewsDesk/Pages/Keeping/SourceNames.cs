using NewsDesk.Archive;

namespace NewsDesk.Pages.Keeping;

/// <summary>What sources are called, for pages that let readers choose among them: the same for every page, until the archive tells of a change.</summary>
public sealed class SourceNames(Sources sources)
{
    private sealed record Read(IReadOnlyList<NamedSource> Names, IReadOnlySet<long> Ids);

    private readonly Lock _changing = new();
    private volatile Read? _read;
    private long _drops;

    public async Task<IReadOnlyList<NamedSource>> ListAsync(CancellationToken cancel)
    {
        if (_read is { } read) return read.Names;
        var begun = Interlocked.Read(ref _drops);
        var names = await sources.ListNamesAsync(cancel);
        lock (_changing)
        {
            // What was dropped meanwhile may have been read before it changed.
            if (_drops == begun) _read = new(names, names.Select(source => source.Id).ToHashSet());
        }

        return names;
    }

    /// <summary>To be called before pages are dropped, so that what is made after that shows the new names. Null when nobody knows what changed.</summary>
    public void Follow(IReadOnlyList<Change>? changes)
    {
        if (changes is not null && !changes.Any(IsTold)) return;
        lock (_changing)
        {
            _drops++;
            _read = null;
        }
    }

    /// <summary>A source that was visited is named when it has brought its first article, and goes on being called the same.</summary>
    private bool IsTold(Change change) =>
        change.Subject == Subject.Sources || (change.Subject == Subject.Visits && _read?.Ids.Contains(change.Key) != true);
}
