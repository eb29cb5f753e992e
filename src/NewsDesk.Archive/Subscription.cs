namespace NewsDesk.Archive;

/// <summary>What somebody asks of our hub: to be told of a feed, or no longer.</summary>
public sealed record SubscriptionRequest
{
    public const string Subscribe = "subscribe";

    public const string Unsubscribe = "unsubscribe";

    public long Id { get; init; }

    /// <summary>The feed, by the address that it says is its own.</summary>
    public required string Topic { get; init; }

    public required string Callback { get; init; }

    public required string Mode { get; init; }

    public long LeaseSeconds { get; init; }

    public string? Secret { get; init; }

    /// <summary>What the feed said when it was asked.</summary>
    public required string ContentHash { get; init; }

    public DateTimeOffset Asked { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }
}

/// <summary>Somebody who is told when a feed changes.</summary>
public sealed record Subscription
{
    public long Id { get; init; }

    public required string Topic { get; init; }

    public required string Callback { get; init; }

    public string? Secret { get; init; }

    public DateTimeOffset Begun { get; init; }

    public DateTimeOffset Expires { get; init; }

    /// <summary>What the feed said that was delivered last.</summary>
    public string ToldHash { get; init; } = "";

    public DateTimeOffset? Told { get; init; }

    /// <summary>In a row.</summary>
    public int Failures { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }
}

/// <summary>A feed with subscribers, and what it said when it was last looked at.</summary>
public sealed record SubscribedTopic
{
    public string Topic { get; init; } = "";

    /// <summary>Null before the first look.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>How full the hub may become.</summary>
/// <param name="Topics">Different feeds, each of which is looked at when something changes.</param>
public sealed record SubscriptionLimits(int Requests, int Subscriptions, int Topics);
