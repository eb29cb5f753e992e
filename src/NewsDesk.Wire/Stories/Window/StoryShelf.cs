namespace NewsDesk.Wire.Stories.Window;

/// <summary>The stories of the window, by number and by place. A place is used again after its story has gone, a number never.</summary>
internal sealed class StoryShelf(TermTable table, StorySettings settings)
{
    private readonly Dictionary<long, StoryProfile> _byId = [];
    private readonly Stack<int> _free = new();
    private long _last;

    public List<StoryProfile?> Places { get; } = [];

    public int Count => _byId.Count;

    public StoryProfile Open() => Open(_last + 1);

    public void ResumeAfter(long id) => _last = Math.Max(_last, id);

    public long Reserve() => ++_last;

    public StoryProfile? Find(long id) => _byId.GetValueOrDefault(id);

    public StoryProfile FindOrOpen(long id) => _byId.TryGetValue(id, out var story) ? story : Open(id);

    public void Close(StoryProfile story)
    {
        _byId.Remove(story.Id);
        Places[story.Place] = null;
        _free.Push(story.Place);
    }

    /// <summary>All articles of one story go into the other, oldest first.</summary>
    public void Pour(StoryProfile from, StoryProfile into)
    {
        var moved = new List<WindowArticle>();
        for (var article = from.Newest; article is not null; article = article.Older) moved.Add(article);
        for (var i = moved.Count - 1; i >= 0; i--)
        {
            from.Remove(moved[i], table, settings);
            into.Add(moved[i], table, settings);
        }

        Close(from);
    }

    private StoryProfile Open(long id)
    {
        _last = Math.Max(_last, id);
        if (!_free.TryPop(out var place))
        {
            place = Places.Count;
            Places.Add(null);
        }

        return Places[place] = _byId[id] = new StoryProfile(id, place);
    }
}
