using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>
/// What the window knows of each term: in how many stories it stands, how often it was seen, how often capitalised, and in which
/// stories to look for it. Rarity counts stories, not articles: a story told a hundred times must not make its own name common.
/// </summary>
internal sealed class TermTable(StorySettings settings)
{
    private struct Entry
    {
        public int Id;
        public int Seen;
        public int Names;
        public int Large;
        public int Small;
        public int Stories;
        public bool IsKind;
        public int PlaceCount;
        public int FirstPlace;
        public int[]? Places;
    }

    private readonly Dictionary<int, int> _slots = [];
    private readonly Stack<int> _free = new();
    private Entry[] _entries = new Entry[1024];
    private int _used;
    // How a term counts is asked a thousand times for each article: logarithms of small numbers and powers of the weights' few steps are looked up.
    private readonly double[] _logs = [.. Enumerable.Range(0, 4096).Select(stories => Math.Log(stories + 1.0))];
    private readonly double[] _shares = [.. Enumerable.Range(0, StorySketch.WeightBits + 1).Select(step => Math.Pow(StorySketch.WeightOf((byte)step), settings.ShareExponent))];
    private double _storiesLog = Math.Log(settings.AssumedStories + 1);

    public int Count => _slots.Count;

    /// <summary>From 0 for a desk without stories to 1 for a busy one.</summary>
    public double Business { get; private set; }

    public void CountStories(int live)
    {
        _storiesLog = Math.Log(live + settings.AssumedStories + 1);
        Business = Math.Min(1, Math.Log(live + 1) / Math.Log(settings.BusyDesk + 1));
    }

    /// <summary>Notes one more article with the term and gives the term's slot.</summary>
    public int Learn(int id, Writing writing)
    {
        if (!_slots.TryGetValue(id, out var slot))
        {
            if (!_free.TryPop(out slot))
            {
                if (_used == _entries.Length) Array.Resize(ref _entries, _used * 2);
                slot = _used++;
            }

            _slots[id] = slot;
            _entries[slot] = new Entry { Id = id, IsKind = KindWords.Contains(id) };
        }

        ref var entry = ref _entries[slot];
        entry.Seen++;
        Note(ref entry, writing, 1);
        return slot;
    }

    /// <summary>Takes back what <see cref="Learn"/> noted; a term that no article has any more is gone.</summary>
    public void Unlearn(int slot, Writing writing)
    {
        ref var entry = ref _entries[slot];
        Note(ref entry, writing, -1);
        if (--entry.Seen > 0) return;
        _slots.Remove(entry.Id);
        entry = default;
        _free.Push(slot);
    }

    private static void Note(ref Entry entry, Writing writing, int count)
    {
        if (writing == Writing.Name) entry.Names += count;
        else if (writing == Writing.Large) entry.Large += count;
        else if (writing == Writing.Small) entry.Small += count;
    }

    public int StoriesWith(int slot) => _entries[slot].Stories;

    /// <summary>From 0 (in every story) to 1 (in none yet).</summary>
    public double Rarity(int slot)
    {
        var stories = _entries[slot].Stories;
        if (_entries[slot].IsKind) return Math.Max(0.02, 1 - (Math.Log(stories + 1.0 + settings.KindStories) / _storiesLog));
        return Math.Max(0.02, 1 - ((stories < _logs.Length ? _logs[stories] : Math.Log(stories + 1.0)) / _storiesLog));
    }

    /// <summary>A term's share in a story of one article, which has it at this step.</summary>
    public double ShareOf(int step) => _shares[step];

    /// <summary>How much a term weighs: its rarity, more for names, less for figures, which many events share.</summary>
    public double Weight(int slot) => Rarity(slot) * (IsNumber(slot)
        ? settings.NumberWeight
        : 1 + ((settings.NameWeight - 1) * Math.Clamp((Nameness(slot) - 0.3) / 0.5, 0, 1)));

    public bool IsNumber(int slot) => TermId.IsNumber(_entries[slot].Id);

    public bool IsName(int slot) => Nameness(slot) > settings.NameFrom;

    /// <summary>How often the term stood capitalised where a capital tells something; 0 for figures, a third for the unknown.</summary>
    private double Nameness(int slot)
    {
        ref var entry = ref _entries[slot];
        if (TermId.IsNumber(entry.Id)) return 0;
        var names = entry.Names + (settings.LargeAsName * entry.Large);
        var prior = entry.IsKind ? settings.KindNamePrior : settings.NamePrior;
        return (names + (prior * settings.PriorWeight)) / (names + entry.Small + settings.PriorWeight);
    }

    public void EnterStory(int slot, int place)
    {
        ref var entry = ref _entries[slot];
        entry.Stories++;
        if (entry.PlaceCount == 0)
        {
            entry.FirstPlace = place;
        }
        else if (entry.Places is null)
        {
            entry.Places = [entry.FirstPlace, place];
        }
        else
        {
            if (entry.PlaceCount == entry.Places.Length) Array.Resize(ref entry.Places, entry.PlaceCount + Math.Max(2, entry.PlaceCount / 2));
            entry.Places[entry.PlaceCount] = place;
        }

        entry.PlaceCount++;
    }

    /// <summary>The place itself stays listed until <see cref="Sweep"/>: searching it would cost what the list is long.</summary>
    public void LeaveStory(int slot) => _entries[slot].Stories--;

    public bool NeedsSweep(int slot) => _entries[slot].PlaceCount > (2 * _entries[slot].Stories) + 8;

    public void Sweep(int slot, Func<int, bool> stillThere)
    {
        ref var entry = ref _entries[slot];
        if (entry.Places is null) return;
        var kept = entry.Places.AsSpan(0, entry.PlaceCount).ToArray().Where(stillThere).Distinct().ToArray();
        entry.PlaceCount = kept.Length;
        entry.FirstPlace = kept.Length > 0 ? kept[0] : 0;
        entry.Places = kept.Length > 1 ? kept : null;
    }

    /// <summary>Places of stories that have the term, or had it once; the newest last.</summary>
    public ReadOnlySpan<int> Places(int slot)
    {
        ref var entry = ref _entries[slot];
        return entry.Places is { } places ? places.AsSpan(0, entry.PlaceCount) : new ReadOnlySpan<int>(ref entry.FirstPlace)[..entry.PlaceCount];
    }
}
