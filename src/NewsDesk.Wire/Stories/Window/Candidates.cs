namespace NewsDesk.Wire.Stories.Window;

/// <summary>Finds the few stories that an arrival is worth comparing with, at a cost that the window's size does not change.</summary>
internal sealed class Candidates(TermTable table)
{
    /// <summary>Stories looked at by way of their terms; the rarest terms go first and the newest stories of each.</summary>
    private const int MostLooks = 300;

    private const int MostCompared = 6;

    private readonly List<StoryProfile> _found = [];
    private long _stamp;

    public List<StoryProfile> For(Arrival arrival, List<StoryProfile?> shelf)
    {
        _stamp++;
        _found.Clear();
        var terms = arrival.Article.Terms;
        var rarestFirst = new int[terms.Length];
        var stories = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++) (rarestFirst[i], stories[i]) = (i, table.StoriesWith(terms[i]));
        Array.Sort(stories, rarestFirst);
        var looks = MostLooks;
        foreach (var i in rarestFirst)
        {
            if (table.NeedsSweep(terms[i])) Sweep(terms[i], shelf);
            var places = table.Places(terms[i]);
            for (var p = places.Length - 1; p >= 0 && looks > 0; p--, looks--)
            {
                if (shelf[places[p]] is { } story) Weigh(story, arrival, i);
            }
        }

        return Best();
    }

    private void Sweep(int term, List<StoryProfile?> shelf) => table.Sweep(term, place => shelf[place] is { } there && there.Find(term) >= 0);

    /// <summary>For a story that no word led to, such as one that the arrival links to.</summary>
    public void WeighWhole(StoryProfile story, Arrival arrival)
    {
        if (story.SearchStamp == _stamp) return;
        for (var i = 0; i < arrival.Words.Length; i++) Weigh(story, arrival, i);
        if (story.SearchStamp != _stamp) (story.SearchStamp, story.Dot) = (_stamp, 0);
    }

    private List<StoryProfile> Best()
    {
        var best = new List<StoryProfile>(MostCompared + 1);
        foreach (var story in _found)
        {
            var at = best.Count;
            while (at > 0 && IsNearer(story, best[at - 1])) at--;
            if (at == MostCompared) continue;
            best.Insert(at, story);
            if (best.Count > MostCompared) best.RemoveAt(MostCompared);
        }

        return best;
    }

    private static bool IsNearer(StoryProfile one, StoryProfile other)
    {
        var (a, b) = (one.Dot / one.Norm, other.Dot / other.Norm);
        return a > b || (a == b && one.Id < other.Id);
    }

    private void Weigh(StoryProfile story, Arrival arrival, int index)
    {
        var at = story.Find(arrival.Article.Terms[index]);
        if (at < 0) return;
        if (story.SearchStamp != _stamp)
        {
            (story.SearchStamp, story.Dot, story.TermStamp) = (_stamp, 0, -1);
            _found.Add(story);
        }

        // A place may be listed twice after a story left and came again.
        if (story.TermStamp == index) return;
        story.TermStamp = index;
        story.Dot += arrival.Strength(index) * story.Share(at, table) * arrival.Weights[index];
    }
}
