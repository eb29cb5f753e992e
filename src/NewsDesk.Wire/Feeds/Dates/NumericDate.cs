namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>
/// Three numbers with slashes or dots between them: <c>2006/09/15</c>, <c>15.09.2006</c>, <c>9/15/2006</c>. With dots, and where
/// it must be, the day stands first; with slashes else the month, as in the country that writes most of them.
/// </summary>
internal static class NumericDate
{
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        text = WithoutWeekday(text);
        var end = text.IndexOfAny(" ,T");
        var date = end < 0 ? text : text[..end];
        var time = end < 0 ? [] : text[end..].TrimStart(" ,T-");
        if (Day(date) is not { } day) return null;
        return time.IsEmpty ? ClockTime.Midnight.On(day) : ClockTime.Parse(time)?.On(day);
    }

    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && (char.IsLetter(text[letters]) || text[letters] is ',' or '.' or ' ')) letters++;
        return text[letters..];
    }

    private static DateOnly? Day(ReadOnlySpan<char> date)
    {
        Span<Range> parts = stackalloc Range[5];
        var separator = date.Contains('/') ? '/' : date.Contains('.') ? '.' : '-';
        if (date.Split(parts, separator) is not 3) return null;
        var (first, second, third) = (Days.Number(date[parts[0]]), Days.Number(date[parts[1]]), Days.Number(date[parts[2]]));
        if (date[parts[0]].Length == 4) return Days.Of(first, second, third);
        if (date[parts[2]].Length is not (2 or 4)) return null;
        var dayIsFirst = separator != '/' || first > 12;
        return Days.Of(Days.FullYear(third), dayIsFirst ? second : first, dayIsFirst ? first : second);
    }
}
