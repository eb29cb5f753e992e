using NewsDesk.Wire.Stories.Window;

namespace NewsDesk.Wire.Stories;

/// <summary>
/// Decides for each arriving article, at once, which story it tells. Remembers a sliding window of articles, never their text. What an
/// editor moved, merged or split stays so. The same articles in the same order always give the same stories. Not safe for
/// several threads.
/// </summary>
public sealed class StoryGrouper
{
    private readonly StorySettings _settings;
    private readonly TermTable _table;
    private readonly StoryShelf _shelf;
    private readonly Likeness _likeness;
    private readonly Candidates _candidates;
    private readonly Merging _merging;
    private readonly Splitting _splitting;
    private readonly StreamClock _clock = new();
    private readonly EditorsWord _editors = new();
    private readonly Queue<WindowArticle> _window = new();
    private readonly Dictionary<string, WindowArticle> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, WindowArticle> _byAddress = [];

    public StoryGrouper(StorySettings? settings = null)
    {
        _settings = settings ?? new StorySettings();
        _table = new TermTable(_settings);
        _shelf = new StoryShelf(_table, _settings);
        _likeness = new Likeness(_table, _settings);
        _candidates = new Candidates(_table);
        _splitting = new Splitting(_table, _settings);
        _merging = new Merging(_likeness, _shelf, _editors, _settings);
    }

    /// <summary>Articles in the window.</summary>
    public int Articles => _byId.Count;

    /// <summary>Different words, names and figures in the window.</summary>
    public int Terms => _table.Count;

    /// <summary>Decides where the article belongs. An id that the window knows keeps its story.</summary>
    public StoryDecision Add(StoryArticle article)
    {
        if (_byId.TryGetValue(article.Id, out var known)) return new StoryDecision(known.Story.Id, false, known.CopyOf, []);
        _table.CountStories(_shelf.Count);
        var arrival = Arrival.Learn(article, _clock.HourOf(article.Published), _table, _settings, out var sketch);
        var linked = Linked(article);
        var fits = _candidates.For(arrival, _shelf.Places).Select(story => _likeness.Compare(arrival, story)).ToList();
        if (linked is not null) AddLinked(fits, arrival, linked);
        var pinned = _editors.FindCopy(arrival.Article);
        var best = Best(fits, arrival.Article.Hour, over: false);
        var joined = pinned?.Story ?? (best is { } fit && fit.Score >= 0 ? fit.Story : null);
        var reasons = joined is null ? [] : Explanation.Of(arrival, joined, fits, linked == joined, _table, _settings);
        var story = joined ?? _shelf.Open();
        story.Language ??= arrival.Language;
        story.Add(arrival.Article, _table, _settings);
        Remember(arrival.Article);
        arrival.Article.CopyOf = Original(arrival.Article)?.Id;
        var merges = joined is null || pinned is not null ? [] : _merging.After(story, fits, arrival.Article.Hour);
        var splits = joined is null || merges.Count > 0 ? [] : Part(arrival.Article.Story);
        var decision = new StoryDecision(arrival.Article.Story.Id, joined is null, arrival.Article.CopyOf, reasons)
        {
            Follows = joined is null && Best(fits, arrival.Article.Hour, over: true) is { Score: >= 0 } earlier ? earlier.Story.Id : null,
            Merges = merges,
            Splits = splits,
            Sketch = sketch,
        };
        Slide();
        return decision;
    }

    /// <summary>Puts an article of the archive back into its story, in the order of arrival: how the window is refilled at a start.</summary>
    public void Restore(StoryArticle article, long story, bool pinned = false) =>
        Restore(article.Id, StorySketch.Of(article, _settings), article.Published, story, pinned);

    /// <summary>The same for an article whose sketch was kept: it need not be read again.</summary>
    public void Restore(string id, StorySketch sketch, DateTimeOffset? published, long story, bool pinned = false)
    {
        if (_byId.ContainsKey(id)) return;
        _table.CountStories(_shelf.Count);
        var article = Arrival.Learn(id, sketch, _clock.HourOf(published), _table, new int[sketch.Terms.Length]);
        var profile = _shelf.FindOrOpen(story);
        profile.Language ??= sketch.Language;
        profile.Add(article, _table, _settings);
        Remember(article);
        article.CopyOf = Original(article)?.Id;
        if (pinned) _editors.Pin(article);
        Slide();
    }

    /// <summary>An editor puts an article into a story, or with null into one of its own. Null comes back when the window does not know it.</summary>
    public long? Move(string articleId, long? story)
    {
        if (!_byId.TryGetValue(articleId, out var article)) return null;
        var from = article.Story;
        var to = story is { } id ? _shelf.FindOrOpen(id) : _shelf.Open();
        _editors.Pin(article);
        if (from == to) return to.Id;
        _editors.KeepApart(from.Id, to.Id);
        Take(article);
        to.Language ??= from.Language;
        to.Add(article, _table, _settings);
        return to.Id;
    }

    /// <summary>An editor says that two stories are one: all of <paramref name="from"/> goes into <paramref name="into"/>.</summary>
    public void Merge(long from, long into)
    {
        _editors.LetMeet(from, into);
        if (from != into && _shelf.Find(from) is { } one) _merging.Pour(one, _shelf.FindOrOpen(into));
    }

    /// <summary>An editor takes some articles out of a story; they become a story of their own, which never merges back by itself.</summary>
    public long Split(long story, IReadOnlyCollection<string> articleIds)
    {
        var fresh = _shelf.Open();
        _editors.KeepApart(story, fresh.Id);
        foreach (var id in articleIds)
        {
            if (_byId.TryGetValue(id, out var article) && article.Story.Id == story) Move(id, fresh.Id);
        }

        return fresh.Id;
    }

    /// <summary>Remembers, at a start, that an editor parted two stories.</summary>
    public void KeepApart(long one, long other) => _editors.KeepApart(one, other);

    /// <summary>Numbers the next story after this one, so that no number is given twice in an archive's life.</summary>
    public void ResumeAfter(long story) => _shelf.ResumeAfter(story);

    /// <summary>A number for a story that an editor begins.</summary>
    public long Reserve() => _shelf.Reserve();

    /// <summary>The stories that editors parted, in pairs.</summary>
    public IReadOnlyList<(long Low, long High)> Parted => _editors.Parted;

    /// <summary>The story that the article is in, when the window still knows the article.</summary>
    public long? FindStory(string articleId) => _byId.TryGetValue(articleId, out var article) ? article.Story.Id : null;

    /// <summary>A link speaks for a story when all the known articles that the text links to tell one and the same.</summary>
    private StoryProfile? Linked(StoryArticle article)
    {
        const int linksLookedAt = 50;
        StoryProfile? linked = null;
        foreach (var link in article.Links.Take(linksLookedAt))
        {
            if (!_byAddress.TryGetValue(Address.Hash(link), out var target)) continue;
            if (linked is not null && linked != target.Story) return null;
            linked = target.Story;
        }

        return linked;
    }

    private void AddLinked(List<Fit> fits, Arrival arrival, StoryProfile linked)
    {
        fits.RemoveAll(fit => fit.Story == linked);
        _candidates.WeighWhole(linked, arrival);
        var fit = _likeness.Compare(arrival, linked);
        fits.Add(fit with { Score = Math.Max(fit.Score, -_settings.LinkWeight / 2) + _settings.LinkWeight });
    }

    /// <summary>Parts a story that turned out to be two.</summary>
    private IReadOnlyList<StorySplit> Part(StoryProfile story)
    {
        if (_splitting.Other(story) is not { } leaving) return [];
        var fresh = _shelf.Open();
        fresh.Language = story.Language;
        foreach (var article in leaving)
        {
            Take(article);
            fresh.Add(article, _table, _settings);
        }

        return [new StorySplit(story.Id, fresh.Id, [.. leaving.Select(article => article.Id)])];
    }

    /// <summary>The best fit among the stories that still go on, or among those that are over. Those may have been silent for as long as they like.</summary>
    private Fit? Best(List<Fit> fits, double hour, bool over)
    {
        Fit? best = null;
        foreach (var fit in fits)
        {
            // Whether silence has ended a story is asked of the stories, not of their likeness: a follow-up has the same words.
            if (Likeness.Gap(hour, fit.Story) > _settings.Quiet.TotalHours != over) continue;
            var told = over ? fit with { Score = fit.Score - fit.Evidence.Silence } : fit;
            if (best is not { } known || told.Score > known.Score || (told.Score == known.Score && told.Story.Id < known.Story.Id)) best = told;
        }

        return best;
    }

    private static WindowArticle? Original(WindowArticle article)
    {
        const int comparedAtMost = 100;
        WindowArticle? original = null;
        var other = article.Older;
        for (var i = 0; i < comparedAtMost && other is not null; i++, other = other.Older)
        {
            if (other.CopyOf is null && NearCopies.AreCopies(article, other)) original = other;
        }

        return original;
    }

    private void Remember(WindowArticle article)
    {
        _window.Enqueue(article);
        _byId[article.Id] = article;
        if (article.AddressHash != 0) _byAddress.TryAdd(article.AddressHash, article);
    }

    private void Slide()
    {
        while (_window.TryPeek(out var oldest)
            && (_byId.Count > _settings.MaxArticles || oldest.Hour < _clock.Now - _settings.Window.TotalHours))
        {
            _window.Dequeue();
            Take(oldest);
            for (var i = 0; i < oldest.Terms.Length; i++) _table.Unlearn(oldest.Terms[i], oldest.WritingAt(i));
            _byId.Remove(oldest.Id);
            if (_byAddress.TryGetValue(oldest.AddressHash, out var known) && known == oldest) _byAddress.Remove(oldest.AddressHash);
            _editors.Unpin(oldest);
        }
    }

    private void Take(WindowArticle article)
    {
        var story = article.Story;
        story.Remove(article, _table, _settings);
        if (story.Articles == 0) _shelf.Close(story);
    }
}
