namespace NewsDesk.Archive;

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

    public string? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }
}
