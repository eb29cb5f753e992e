using System.Globalization;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>Dates of RFC 3339, W3C-DTF and ISO 8601: largest part first, in digits.</summary>
internal static class IsoDate
{
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny("Tt ");
        var date = end < 0 ? text : text[..end];
        var time = end < 0 ? [] : text[(end + 1)..].Trim();
        if (Day(date) is not { } day) return null;
        return time.IsEmpty ? ClockTime.Midnight.On(day) : ClockTime.Parse(time)?.On(day);
    }

    private static DateOnly? Day(ReadOnlySpan<char> date)
    {
        Span<Range> parts = stackalloc Range[4];
        switch (date.Split(parts, '-'))
        {
            case 1 when date.Length is 4 or 6 or 8 && AllDigits(date):
                return Of(Number(date[..4]), date.Length > 4 ? Number(date[4..6]) : 1, date.Length > 6 ? Number(date[6..8]) : 1);
            case 1 when date.Length == 7 && AllDigits(date):
                return OfYear(Number(date[..4]), Number(date[4..]));
            case 2 when date[parts[0]].Length == 4 && date[parts[1]].Length == 3:
                return OfYear(Number(date[parts[0]]), Number(date[parts[1]]));
            case 2 when date[parts[0]].Length == 4:
                return Of(Number(date[parts[0]]), Number(date[parts[1]]), 1);
            case 3 when date[parts[0]].Length == 4:
                return Of(Number(date[parts[0]]), Number(date[parts[1]]), Number(date[parts[2]]));
            case 3 when date[parts[0]].Length == 2:
                return Of(Years.Full(Number(date[parts[0]])), Number(date[parts[1]]), Number(date[parts[2]]));
            default:
                return null;
        }
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The day of the year, counted from 1.</summary>
    private static DateOnly? OfYear(int year, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? new DateOnly(year, 1, 1).AddDays(day - 1)
            : null;

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
