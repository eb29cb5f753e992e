namespace NewsDesk.Wire.Feeds.Authors;

/// <summary>Collects authors, each once: many feeds name the same person in two or three elements.</summary>
internal sealed class AuthorList
{
    private const int MaxAuthors = 100;

    private readonly List<FeedAuthor> _authors = [];

    /// <summary>An address alone says less than any name, so it stays only where nothing else is known.</summary>
    public IReadOnlyList<FeedAuthor> Authors =>
        _authors.Exists(author => author.Name is not null) ? [.. _authors.Where(author => author.Name is not null)] : _authors;

    public bool IsEmpty => _authors.Count == 0;

    public void Add(FeedAuthor? author)
    {
        if (author is null || _authors.Count >= MaxAuthors) return;
        var known = _authors.FindIndex(other => author.Name is null
            ? other.Email == author.Email && other.Url == author.Url
            : string.Equals(other.Name, author.Name, StringComparison.OrdinalIgnoreCase));
        if (known < 0) _authors.Add(author);
        else _authors[known] = _authors[known] with { Email = _authors[known].Email ?? author.Email, Url = _authors[known].Url ?? author.Url };
    }
}
