using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>A month of the calendar as a stretch of the list of posts.</summary>
public sealed record Month(DateTimeOffset Begin)
{
    public DateTimeOffset End => Begin.AddMonths(1);

    /// <summary>Where the list begins that starts with the month's newest post.</summary>
    public Place Top => new(End.ToUnixTimeMilliseconds(), 0);

    public bool Has(DateTimeOffset time) => time >= Begin && time < End;

    /// <summary>Null for a month that no calendar has.</summary>
    public static Month? Find(int year, int month) =>
        year is >= 1 and < 9999 && month is >= 1 and <= 12 ? new(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero)) : null;
}
