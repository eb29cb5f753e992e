namespace NewsDesk.Newsroom.Gathering;

/// <summary>How much is gathered at a time.</summary>
/// <param name="OneByOne">Sources of one host one after the other.</param>
public sealed record GatherPace(bool OneByOne = true)
{
    /// <summary>Visits side by side: each may hold a body of 10 MB and what is read of it.</summary>
    public int MostAtOnce { get; init; } = 8;

    /// <summary>Sources claimed and waiting for their turn; a claimed source is no other node's.</summary>
    public int MostClaimed { get; init; } = 128;

    /// <summary>Who dies gives its sources back by no longer renewing its claims: after so long at most.</summary>
    public TimeSpan ClaimLasts { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Often enough that an archive which is busy for a moment costs no claim.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often it is looked whether something is due.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan TrimEvery { get; init; } = TimeSpan.FromHours(1);
}
