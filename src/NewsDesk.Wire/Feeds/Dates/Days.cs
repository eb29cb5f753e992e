using System.Globalization;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>Makes days out of numbers, and null out of those that are none.</summary>
internal static class Days
{
    /// <summary>The zone may still move a time into the next year.</summary>
    private const int LastYear = 9998;

    public static DateOnly? Of(int year, int month, int day) =>
        year is > 1 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The day of the year, counted from 1.</summary>
    public static DateOnly? OfYear(int year, int day) =>
        year is > 1 and <= LastYear && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? new DateOnly(year, 1, 1).AddDays(day - 1)
            : null;

    /// <summary>Of years in two digits, 70 to 99 lie in the last century: feeds began in 1999, and tell of little before.</summary>
    public static int FullYear(int year) => year switch
    {
        < 0 => -1,
        < 70 => 2000 + year,
        < 100 => 1900 + year,
        _ => year,
    };

    /// <summary>-1 for what is no number.</summary>
    public static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
