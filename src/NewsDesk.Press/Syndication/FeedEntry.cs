namespace NewsDesk.Press.Syndication;

/// <summary>One entry of a feed: a post of ours with its whole text, or a line of the wire with only an excerpt.</summary>
public sealed record FeedEntry
{
    /// <summary>A URI that stays when slug, title or date change.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Uri Link { get; init; }

    /// <summary>The whole text, safe and readable without any style; null where only a summary may be given.</summary>
    public string? Html { get; init; }

    public string? Summary { get; init; }

    public FeedAuthor? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public required DateTimeOffset Published { get; init; }

    /// <summary>When its text last changed; null when it never did.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Where it differs from the feed's.</summary>
    public string? Language { get; init; }

    public FeedImage? Image { get; init; }

    /// <summary>What a post answers.</summary>
    public IReadOnlyList<FeedOriginal> Originals { get; init; } = [];

    /// <summary>The feed that a line of the wire came from.</summary>
    public FeedOriginal? From { get; init; }

    /// <summary>How strong a post's words are: <c>clean</c>, <c>mild</c> or <c>strong</c>; null for what is not ours.</summary>
    public string? Level { get; init; }

    /// <summary>Ours, and so not to be believed.</summary>
    public bool IsSatire => Level is not null;

    public DateTimeOffset Changed => Updated ?? Published;
}

/// <summary>Who wrote an entry.</summary>
public sealed record FeedAuthor(string Name, Uri? Link = null);

/// <summary>A picture that goes with an entry, and its size in pixels.</summary>
public sealed record FeedImage(Uri Url, string Type, int Width, int Height)
{
    /// <summary>How long its file is; null for what is drawn when it is asked for.</summary>
    public long? Bytes { get; init; }
}

/// <summary>Something of others that an entry answers or comes from.</summary>
public sealed record FeedOriginal(Uri Url, string? Title);
