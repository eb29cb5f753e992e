namespace NewsDesk.Wire.Stories.Telling;

/// <summary>
/// Orders stories by one number that need not be made anew as time goes by: the newest article's time, moved ahead by how broadly the
/// story is told.
/// </summary>
public static class StoryRank
{
    /// <summary>How long a story told by twice as many outlets stays ahead of one with a newer article.</summary>
    public static readonly TimeSpan PerDoubling = TimeSpan.FromHours(12);

    private const double LeastWeight = 0.01;

    /// <param name="latest">The time of the newest article.</param>
    /// <param name="weights">For each outlet the most that the desk gives to one of its sources.</param>
    public static long Of(DateTimeOffset latest, IEnumerable<double> weights) =>
        latest.ToUnixTimeMilliseconds() + (long)(Math.Log2(Math.Max(weights.Sum(), LeastWeight)) * PerDoubling.TotalMilliseconds);
}
