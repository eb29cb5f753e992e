namespace NewsDesk.Wire.Feeds.Authors;

/// <summary>Collects authors, each once: many feeds name the same person in two or three elements.</summary>
internal sealed class AuthorList
{
    private const int MaxAuthors = 100;

    private readonly List<FeedAuthor> _authors = [];
    private FeedAuthor? _fallback;

    public bool IsEmpty => Authors.Count == 0;

    /// <summary>An address alone says less than any name, so it stays only where nothing else is known.</summary>
    public IReadOnlyList<FeedAuthor> Authors =>
        _authors.Count == 0 ? _fallback is null ? [] : [_fallback]
        : _authors.Exists(author => author.Name is not null) ? _authors.FindAll(author => author.Name is not null)
        : _authors;

    public void Add(FeedAuthor? author)
    {
        if (author is null || _authors.Count >= MaxAuthors) return;
        var known = _authors.FindIndex(other => IsSame(other, author));
        if (known < 0) _authors.Add(author);
        else _authors[known] = Joined(_authors[known], author);
    }

    private static FeedAuthor Joined(FeedAuthor one, FeedAuthor other) =>
        new(one.Name ?? other.Name, one.Email ?? other.Email, one.Url ?? other.Url);

    /// <summary>Names an author for want of a better one.</summary>
    public void AddFallback(FeedAuthor? author) => _fallback ??= author;

    private static bool IsSame(FeedAuthor one, FeedAuthor other) => one.Name is null || other.Name is null
        ? one.Email == other.Email && (one.Email is not null || one.Url == other.Url)
        : one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);
}
