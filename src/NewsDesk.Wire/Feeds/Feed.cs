namespace NewsDesk.Wire.Feeds;

/// <summary>A feed as it was read, whatever its format was.</summary>
public sealed record Feed
{
    /// <summary>The format and its version, as <c>rss 2.0</c>, <c>atom 1.0</c> or <c>json 1.1</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    public string? Link { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    public FeedHints Hints { get; init; } = new();
}

/// <summary>One entry of a feed: summary and content are HTML with absolute links, not yet cleaned.</summary>
public sealed record FeedItem
{
    /// <summary>The id as the feed wrote it.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>A picture that stands for the item.</summary>
    public string? Image { get; init; }

    public int? CommentCount { get; init; }
}

/// <summary>Who wrote a feed or an item.</summary>
public sealed record FeedAuthor(string? Name, string? Email = null, string? Url = null);

/// <summary>A file that comes with an item.</summary>
public sealed record FeedEnclosure(string Url, string? Type, long? Length);

/// <summary>The outcome of reading bytes as a feed.</summary>
public abstract record FeedRead
{
    private FeedRead() { }

    /// <summary>A feed was found, perhaps a flawed one.</summary>
    public sealed record Read(Feed Feed) : FeedRead;

    /// <summary>These bytes are no feed; the reason is a clause for a person, as "this is an HTML page, not a feed".</summary>
    public sealed record NotAFeed(string Reason) : FeedRead;
}
