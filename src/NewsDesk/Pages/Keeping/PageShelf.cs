using System.Collections.Concurrent;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Keeping;

/// <summary>
/// The kept answers. When there is no more room, those go that nobody wanted since the shelf last looked, the oldest first ("SIEVE"): a walk through
/// all addresses pushes out nothing that readers come back for, and finding a page takes no lock.
/// </summary>
public sealed class PageShelf(CurrentMasthead masthead, PageMemory memory, TimeProvider clock)
{
    /// <summary>
    /// So long after a change readers may still see a page as it was, so that nobody waits for the new one. With the second in which a change is heard of
    /// at the latest it stays within the two seconds that the site promises.
    /// </summary>
    private static readonly TimeSpan FormerIsShown = TimeSpan.FromMilliseconds(500);

    /// <summary>So many drops are remembered for pages that are being made meanwhile.</summary>
    private const int DropsRemembered = 256;

    /// <param name="Subjects">Null for everything.</param>
    /// <param name="At">A timestamp of the clock.</param>
    private sealed record Change(long Number, IReadOnlySet<string>? Subjects, long At)
    {
        public bool Concerns(KeptPage page) => Subjects is null || page.Subjects.Any(Subjects.Contains);
    }

    private sealed class Spot(string name, KeptPage page)
    {
        public string Name => name;

        public KeptPage Page => page;

        /// <summary>What is counted of it: a page grows by itself.</summary>
        public int Bytes { get; set; } = page.Size;

        /// <summary>The moment at which it became a former page; null as long as what it shows is so.</summary>
        public Change? Change { get; set; }
    }

    private readonly ConcurrentDictionary<string, LinkedListNode<Spot>> _pages = new(StringComparer.Ordinal);
    private readonly LinkedList<Spot> _newestFirst = new();
    private readonly Queue<Change> _drops = new();
    private readonly Lock _order = new();
    private LinkedListNode<Spot>? _hand;
    private long _bytes;
    private long _dropNumber;

    /// <summary>How much is kept.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count => _pages.Count;

    /// <summary>The number of the last drop: what is made from now on shows at least what was true then.</summary>
    public long Moment => Interlocked.Read(ref _dropNumber);

    public KeptPage? Find(string name)
    {
        if (SpotOf(name) is not { Change: null, Page: var page }) return null;
        // Written only when it tells something new, so that processors need not pass it around.
        if (!page.IsWanted) page.IsWanted = true;
        return page;
    }

    /// <summary>A page as it was until a moment ago; null when it is still so, or has not been so for too long.</summary>
    public KeptPage? FindFormer(string name) =>
        SpotOf(name) is { Change: { } change, Page: var page } && IsShownAfter(change) ? page : null;

    /// <summary>Keeps a page that was begun at a <see cref="Moment"/>; false when what it shows changed while it was made, and it is a former one already.</summary>
    public bool Keep(string name, KeptPage page, long begun)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Size > memory.Bytes / 4) return false;
        lock (_order)
        {
            if (!ReferenceEquals(page.Masthead, masthead.Now) || IsForgotten(begun)) return false;
            var change = _drops.FirstOrDefault(drop => drop.Number > begun && drop.Concerns(page));
            if (change is not null && !IsShownAfter(change)) return false;
            if (_pages.TryGetValue(name, out var before)) Remove(before);
            var node = _pages[name] = _newestFirst.AddFirst(new Spot(name, page) { Change = change });
            _bytes += node.Value.Bytes;
            page.Grown = () => Weigh(node);
            MakeRoom();
            return change is null;
        }
    }

    /// <summary>What shows any of these subjects is a former page from now on.</summary>
    public void Drop(IReadOnlySet<string> subjects)
    {
        lock (_order)
        {
            var change = Note(subjects);
            for (var node = _newestFirst.First; node is not null;)
            {
                var next = node.Next;
                var spot = node.Value;
                if (spot.Change is { } before && !IsShownAfter(before)) Remove(node);
                else if (spot.Change is null && change.Concerns(spot.Page)) spot.Change = change;
                node = next;
            }
        }
    }

    /// <summary>Nothing of what there was is shown again.</summary>
    public void DropAll()
    {
        lock (_order)
        {
            Note(null);
            while (_newestFirst.First is { } node) Remove(node);
        }
    }

    /// <summary>Null also for what was made with another masthead.</summary>
    private Spot? SpotOf(string name) => _pages.TryGetValue(name, out var node) && ReferenceEquals(node.Value.Page.Masthead, masthead.Now) ? node.Value : null;

    private Change Note(IReadOnlySet<string>? subjects)
    {
        var change = new Change(++_dropNumber, subjects, clock.GetTimestamp());
        _drops.Enqueue(change);
        if (_drops.Count > DropsRemembered) _drops.Dequeue();
        return change;
    }

    private bool IsForgotten(long begun) => begun < _dropNumber && _drops.Peek().Number > begun + 1;

    private bool IsShownAfter(Change change) => change.Subjects is not null && clock.GetElapsedTime(change.At) < FormerIsShown;

    private void Weigh(LinkedListNode<Spot> node)
    {
        lock (_order)
        {
            if (node.List is null) return;
            var now = node.Value.Page.Size;
            _bytes += now - node.Value.Bytes;
            node.Value.Bytes = now;
            MakeRoom();
        }
    }

    private void MakeRoom()
    {
        while (_bytes > memory.Bytes && (_hand ?? _newestFirst.Last) is { } at)
        {
            _hand = at.Previous;
            if (at.Value.Page.IsWanted) at.Value.Page.IsWanted = false;
            else Remove(at);
        }
    }

    private void Remove(LinkedListNode<Spot> node)
    {
        if (_hand == node) _hand = node.Previous;
        _newestFirst.Remove(node);
        _pages.TryRemove(KeyValuePair.Create(node.Value.Name, node));
        node.Value.Page.Grown = null;
        _bytes -= node.Value.Bytes;
    }
}

/// <summary>How much may be kept, as the setting <c>Pages:Memory</c> says.</summary>
public sealed record PageMemory(long Bytes);
