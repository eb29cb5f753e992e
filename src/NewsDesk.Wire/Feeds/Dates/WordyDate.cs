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
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            if (char.IsAsciiDigit(text[at]))
            {
                at = EndOf(text, at, char.IsAsciiDigit);
                if (at < text.Length && text[at] == ':' && at - from <= 2)
                {
                    if (time is not null) return null;
                    at = EndOfTime(text, from);
                    time = ClockTime.Parse(text.AsSpan(from..at));
                    if (time is null) return null;
                }
                else if (day is null && at - from <= 2)
                {
                    day = Days.Number(text.AsSpan(from..at));
                }
                else
                {
                    year ??= Days.FullYear(Days.Number(text.AsSpan(from..at)));
                }
            }
            else if (char.IsLetter(text[at]))
            {
                // The last one: "mar. 6 janv." begins with a French Tuesday.
                at = EndOf(text, at, char.IsLetter);
                month = Months.Find(text.AsSpan(from..at)) ?? month;
            }
            else
            {
                at++;
            }
        }

        if (day is null || month is null || year is null || Days.Of(year.Value, month.Value, day.Value) is not { } date) return null;
        return (time ?? ClockTime.Midnight).On(date);
    }

    /// <summary>A time reaches over its zone, but not over a number or a month behind it: asctime has the year there.</summary>
    private static int EndOfTime(string text, int from)
    {
        var at = EndOf(text, from, letter => char.IsAsciiDigit(letter) || letter is ':' or '.');
        while (at < text.Length)
        {
            var next = EndOf(text, at, letter => letter == ' ');
            if (next >= text.Length || char.IsAsciiDigit(text[next]) || text[next] == ',') return at;
            var end = EndOf(text, next, letter => letter is not (' ' or ','));
            if (Months.Find(text.AsSpan(next..EndOf(text, next, char.IsLetter))) is not null) return at;
            at = end;
        }

        return at;
    }

    private static int EndOf(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at])) at++;
        return at;
    }
}
