namespace NewsDesk.Archive.Searching;

/// <summary>
/// How long a search goes on into older and older rows. What it is kept from is the rare phrase of common words, or a common word without another: each of a
/// million rows would have to be looked at for a handful of hits.
/// </summary>
internal sealed class Patience(TimeProvider clock, TimeSpan most)
{
    /// <summary>Who has found nothing yet looks so many times as long: "nothing" should be true.</summary>
    private const int TimesForNothing = 10;

    private readonly long _began = clock.GetTimestamp();

    /// <summary>It was over before all rows were looked at.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Asked between two steps, never before the first: the newest rows are always looked at.</summary>
    public bool IsOver(int found) => GaveUp |= clock.GetElapsedTime(_began) > (found > 0 ? most : most * TimesForNothing);
}
