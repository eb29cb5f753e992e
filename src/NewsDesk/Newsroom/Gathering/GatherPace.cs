namespace NewsDesk.Newsroom.Gathering;

/// <summary>How much is gathered at a time.</summary>
/// <param name="OneByOne">Sources of one host one after the other.</param>
public sealed record GatherPace(bool OneByOne = true)
{
    /// <summary>Visits side by side: each may hold a body of 10 MB and what is read of it.</summary>
    public int MostAtOnce { get; init; } = 8;

    /// <summary>Sources claimed and waiting for their turn; a claimed source is no other node's.</summary>
    public int MostClaimed { get; init; } = 128;

    /// <summary>How often it is looked whether something is due.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan TrimEvery { get; init; } = TimeSpan.FromHours(1);
}
