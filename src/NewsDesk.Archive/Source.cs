namespace NewsDesk.Archive;

/// <summary>A source as one chooses it from a list.</summary>
public sealed record NamedSource(long Id, string Title, string? Category);

/// <summary>A place that we watch, and how the last visits to it went.</summary>
public sealed record Source
{
    public long Id { get; init; }

    /// <summary><c>feed</c>, <c>page</c>, <c>sitemap</c> or <c>folder</c>.</summary>
    public required string Kind { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public string? SiteUrl { get; init; }

    public string? Category { get; init; }

    public string? Language { get; init; }

    /// <summary>How much this source counts when stories are ranked; 1 is usual.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The feed gives only summaries: the pages themselves are fetched.</summary>
    public bool WholePage { get; init; }

    /// <summary>False when the desk no longer watches it; what it brought stays.</summary>
    public bool Active { get; init; } = true;

    public DateTimeOffset Added { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Of the last body, so that an unchanged one is not read again.</summary>
    public string? BodyHash { get; init; }

    public DateTimeOffset? Visited { get; init; }

    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>When it last brought something new.</summary>
    public DateTimeOffset? LastNew { get; init; }

    public DateTimeOffset NextDue { get; init; } = DateTimeOffset.UnixEpoch;

    public long EverySeconds { get; init; } = 3600;

    /// <summary>In a row; 0 after a visit that went well.</summary>
    public int Failures { get; init; }

    /// <summary>A sentence for a person.</summary>
    public string? LastError { get; init; }

    /// <summary>How to read it, as the operator's list has it; JSON that only the newsroom understands.</summary>
    public string Reading { get; init; } = "{}";

    /// <summary>How often it wants to be visited, as its last body said; JSON too.</summary>
    public string Wishes { get; init; } = "{}";

    /// <summary>When its newest article was published, by its own dates.</summary>
    public DateTimeOffset? LastPublished { get; init; }

    /// <summary>When it said that it is gone for good.</summary>
    public DateTimeOffset? Retired { get; init; }

    /// <summary>Where it says that it moved to for ever.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How often in a row it said so.</summary>
    public int Moves { get; init; }

    /// <summary>How many articles' pages are still to be fetched.</summary>
    public int PagesWaiting { get; init; }

    public string? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }
}
