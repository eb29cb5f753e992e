namespace NewsDesk.Wire.Feeds;

/// <summary>What a feed asks of those who fetch it.</summary>
public sealed record FeedHints
{
    /// <summary>How long an answer may be kept.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>How often the feed says that it changes.</summary>
    public TimeSpan? UpdateEvery { get; init; }

    /// <summary>Hours of the day, 0 to 23 in UTC, at which nothing new comes.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>WebSub hubs that would tell of news by themselves.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The address that the feed gives as its own.</summary>
    public string? Self { get; init; }

    /// <summary>Where older items go on.</summary>
    public string? NextPage { get; init; }
}
