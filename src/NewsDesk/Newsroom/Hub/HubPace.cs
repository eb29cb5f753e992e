namespace NewsDesk.Newsroom.Hub;

/// <summary>How much the hub does at a time, and how patient it is.</summary>
public sealed record HubPace
{
    /// <summary>Calls side by side: each holds a feed in memory.</summary>
    public int MostAtOnce { get; init; } = 8;

    /// <summary>Claimed and waiting for their turn; what is claimed is no other node's.</summary>
    public int MostClaimed { get; init; } = 64;

    /// <summary>Longer than a call may take with the wait for its host's turn.</summary>
    public TimeSpan ClaimLasts { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What is not begun by then is left to who claims it next: nothing is told twice.</summary>
    public TimeSpan CallTakes { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>How often it is looked for changes of other nodes.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Looking through the feeds takes no more than this part of a processor.</summary>
    public double MostOfAProcessor { get; init; } = 0.1;

    /// <summary>Between two deliveries of one feed to one subscriber: what changes meanwhile comes together.</summary>
    public TimeSpan BetweenDeliveries { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After a first failure; it grows fourfold with each that follows.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Failures in a row after which a subscriber is given up: some three days.</summary>
    public int MostFailures { get; init; } = 10;

    /// <summary>A callback that does not answer when it is to show its intent is asked so many times.</summary>
    public int MostVerifications { get; init; } = 3;

    public TimeSpan BetweenVerifications { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan ForgetEvery { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        var pause = FirstPause * Math.Pow(4, Math.Min(failures - 1, 10));
        if (pause > LongestPause) pause = LongestPause;
        return asked > pause ? asked.Value : pause;
    }
}
