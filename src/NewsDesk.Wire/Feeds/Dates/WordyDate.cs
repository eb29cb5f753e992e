using System.Globalization;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>
/// Dates with a month's name in them, in whatever order: RFC 822 and its relatives, asctime, "January 4, 2004". The month is
/// known by its name, the time by its colon, the day is the first small number and the year the other one.
/// </summary>
internal static class WordyDate
{
    public static DateTimeOffset? Parse(string text)
    {
        int? day = null, month = null, year = null;
        ClockTime? time = null;
        var at = 0;
        while (at < text.Length)
        {
            var from = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                if (at < text.Length && text[at] == ':' && at - from <= 2)
                {
                    if (time is not null) return null;
                    at = EndOfTime(text, from);
                    time = ClockTime.Parse(text.AsSpan(from..at));
                    if (time is null) return null;
                    continue;
                }

                if (!int.TryParse(text.AsSpan(from..at), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
                if (day is null && at - from <= 2) day = number;
                else year ??= Years.Full(number);
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at])) at++;
                month ??= Months.Find(text.AsSpan(from..at));
            }
            else
            {
                at++;
            }
        }

        if (day is not { } dayOfMonth || month is not { } monthOfYear || year is not (>= 1 and <= 9998 and var inYear)) return null;
        if (dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(inYear, monthOfYear)) return null;
        return (time ?? ClockTime.Midnight).On(new DateOnly(inYear, monthOfYear, dayOfMonth));
    }

    /// <summary>A time reaches over its zone, but not over the year that asctime and the date command write behind it.</summary>
    private static int EndOfTime(string text, int from)
    {
        var at = from;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ':' or '.')) at++;
        while (at < text.Length)
        {
            var next = at;
            while (next < text.Length && text[next] == ' ') next++;
            if (next >= text.Length || char.IsAsciiDigit(text[next]) || text[next] == ',') return at;
            while (next < text.Length && text[next] != ' ') next++;
            at = next;
        }

        return at;
    }
}
