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
        var count = date.Split(parts, '-');
        var first = date[parts[0]];
        var second = count > 1 ? date[parts[1]] : [];
        var third = count > 2 ? date[parts[2]] : [];
        return (count, first.Length, second.Length, third.Length) switch
        {
            (1, 2, _, _) => Days.Of(Days.Number(date) * 100, 1, 1),
            (1, 4, _, _) => Days.Of(Days.Number(date), 1, 1),
            (1, 5, _, _) => Days.OfYear(Days.FullYear(Days.Number(date[..2])), Days.Number(date[2..])),
            (1, 6, _, _) => Days.Of(Days.FullYear(Days.Number(date[..2])), Days.Number(date[2..4]), Days.Number(date[4..])),
            (1, 7, _, _) => Days.OfYear(Days.Number(date[..4]), Days.Number(date[4..])),
            (1, 8, _, _) => Days.Of(Days.Number(date[..4]), Days.Number(date[4..6]), Days.Number(date[6..])),
            (2, 0, 2, _) => Days.Of(Days.FullYear(Days.Number(second)), 1, 1),
            (2, 0, 4, _) => Days.Of(Days.FullYear(Days.Number(second[..2])), Days.Number(second[2..]), 1),
            (2, 2, 3, _) => Days.OfYear(Days.FullYear(Days.Number(first)), Days.Number(second)),
            (2, 4, 3, _) => Days.OfYear(Days.Number(first), Days.Number(second)),
            (2, 4, 1 or 2, _) => Days.Of(Days.Number(first), Days.Number(second), 1),
            (3, 0, 2, 2) => Days.Of(Days.FullYear(Days.Number(second)), Days.Number(third), 1),
            (3, 2, 2, 2) => Days.Of(Days.FullYear(Days.Number(first)), Days.Number(second), Days.Number(third)),
            (3, 4, 1 or 2, 1 or 2) => Days.Of(Days.Number(first), Days.Number(second), Days.Number(third)),
            _ => null,
        };
    }
}
