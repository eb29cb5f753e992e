using System.Collections.Concurrent;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Keeping;

/// <summary>
/// The kept answers. When there is no more room, those go that nobody wanted since the shelf last looked, the oldest first ("SIEVE"): a walk through
/// all addresses pushes out nothing that readers come back for, and finding a page takes no lock.
/// </summary>
public sealed class PageShelf(CurrentMasthead masthead, PageMemory memory)
{
    /// <summary>So many drops are remembered for pages that are being made meanwhile.</summary>
    private const int DropsRemembered = 256;

    private sealed class Spot(string name, KeptPage page)
    {
        public string Name => name;

        public KeptPage Page => page;

        /// <summary>What is counted of it: a page grows by itself.</summary>
        public int Bytes { get; set; } = page.Size;
    }

    private readonly ConcurrentDictionary<string, LinkedListNode<Spot>> _pages = new(StringComparer.Ordinal);
    private readonly LinkedList<Spot> _newestFirst = new();
    private readonly Queue<(long Number, IReadOnlySet<string>? Subjects)> _drops = new();
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
        if (!_pages.TryGetValue(name, out var node)) return null;
        var page = node.Value.Page;
        if (!ReferenceEquals(page.Masthead, masthead.Now)) return null;
        // Written only when it tells something new, so that processors need not pass it around.
        if (!page.IsWanted) page.IsWanted = true;
        return page;
    }

    /// <summary>Keeps a page that was begun at a <see cref="Moment"/>; false when what it shows changed while it was made.</summary>
    public bool Keep(string name, KeptPage page, long begun)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Size > memory.Bytes / 4) return false;
        lock (_order)
        {
            if (!ReferenceEquals(page.Masthead, masthead.Now) || WasDroppedSince(page, begun)) return false;
            if (_pages.TryGetValue(name, out var before)) Remove(before);
            var node = _pages[name] = _newestFirst.AddFirst(new Spot(name, page));
            _bytes += node.Value.Bytes;
            page.Grown = () => Weigh(node);
            MakeRoom();
            return true;
        }
    }

    /// <summary>Drops what shows any of these subjects.</summary>
    public void Drop(IReadOnlySet<string> subjects) => Drop(subjects, page => page.Subjects.Any(subjects.Contains));

    public void DropAll() => Drop(null, _ => true);

    private void Drop(IReadOnlySet<string>? subjects, Func<KeptPage, bool> isMeant)
    {
        lock (_order)
        {
            _drops.Enqueue((++_dropNumber, subjects));
            if (_drops.Count > DropsRemembered) _drops.Dequeue();
            for (var node = _newestFirst.First; node is not null;)
            {
                var next = node.Next;
                if (isMeant(node.Value.Page)) Remove(node);
                node = next;
            }
        }
    }

    private bool WasDroppedSince(KeptPage page, long begun) =>
        begun < _dropNumber
        && (_drops.Peek().Number > begun + 1
            || _drops.Any(drop => drop.Number > begun && (drop.Subjects is null || page.Subjects.Any(drop.Subjects.Contains))));

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
