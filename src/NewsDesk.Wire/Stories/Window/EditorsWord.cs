namespace NewsDesk.Wire.Stories.Window;

/// <summary>What editors decided: which articles stay where they were put, and which stories never become one by themselves.</summary>
internal sealed class EditorsWord
{
    private readonly HashSet<(long, long)> _parted = [];
    private readonly List<WindowArticle> _pinned = [];

    private static (long Low, long High) Pair(long one, long other) => one < other ? (one, other) : (other, one);

    public void KeepApart(long one, long other)
    {
        if (one != other) _parted.Add(Pair(one, other));
    }

    public IReadOnlyList<(long Low, long High)> Parted => [.. _parted.Order()];

    public void LetMeet(long one, long other) => _parted.Remove(Pair(one, other));

    public bool AreParted(long one, long other) => _parted.Contains(Pair(one, other));

    /// <summary>A story that went into another hands on whom it is to be kept apart from.</summary>
    public void Follow(long from, long into)
    {
        foreach (var (low, high) in _parted.Where(pair => pair.Item1 == from || pair.Item2 == from).ToList())
        {
            _parted.Remove((low, high));
            KeepApart(low == from ? high : low, into);
        }
    }

    public void Pin(WindowArticle article)
    {
        if (article.Pinned) return;
        article.Pinned = true;
        _pinned.Add(article);
    }

    public void Unpin(WindowArticle article)
    {
        if (article.Pinned) _pinned.Remove(article);
    }

    /// <summary>The pinned article that this one copies: a copy goes where an editor put the original.</summary>
    public WindowArticle? FindCopy(WindowArticle article) => _pinned.Find(pinned => NearCopies.AreCopies(article, pinned));
}
