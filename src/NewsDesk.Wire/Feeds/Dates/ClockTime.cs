using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>A time of day with its zone.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockTime(TimeSpan Time, TimeSpan Offset)
{
    public static readonly ClockTime Midnight = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary><c>10:14:55.123</c>, <c>1014</c> or <c>9:15 PM</c>, with a zone behind it or none.</summary>
    public static ClockTime? Parse(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '.' or ',')) end++;
        if (TimeOf(text[..end]) is not { } time) return null;
        var rest = text[end..].Trim();
        if (HalfDay(ref rest) is { } half)
        {
            if (time.Hours <= 12) time += TimeSpan.FromHours((time.Hours % 12) + half - time.Hours); // 16:29 PM is written, too.
        }

        return new(time, Zone.Offset(rest));
    }

    public DateTimeOffset On(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Add(Time - Offset), TimeSpan.Zero);

    private static int? HalfDay(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || (rest.Length > 2 && char.IsAsciiLetter(rest[2]))) return null;
        int? half = rest[..2].Equals("am", StringComparison.OrdinalIgnoreCase) ? 0
            : rest[..2].Equals("pm", StringComparison.OrdinalIgnoreCase) ? 12 : null;
        if (half is not null) rest = rest[2..].Trim();
        return half;
    }

    private static TimeSpan? TimeOf(ReadOnlySpan<char> text)
    {
        var fraction = 0L;
        var point = text.IndexOfAny('.', ',');
        if (point >= 0 && text[..point].Contains(':') && text[..point].Count(':') == 2)
        {
            fraction = Ticks(text[(point + 1)..]);
            text = text[..point];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = text.SplitAny(parts, ":.");
        if (count == 1 && text.Length is 4 or 6)
            return Of(Number(text[..2]), Number(text[2..4]), text.Length == 6 ? Number(text[4..]) : 0, fraction);
        if (count == 1) return Of(Number(text), 0, 0, 0);
        return count > 3 ? null : Of(Number(text[parts[0]]), Number(text[parts[1]]), count == 3 ? Number(text[parts[2]]) : 0, fraction);
    }

    /// <summary>Hour 24 is the next midnight, second 60 a leap second, which the clocks here do not have.</summary>
    private static TimeSpan? Of(int hour, int minute, int second, long fraction) =>
        hour is >= 0 and <= 24 && minute is >= 0 and < 60 && second is >= 0 and <= 61 && (hour < 24 || minute + second == 0)
            ? new TimeSpan(hour, minute, Math.Min(second, 59)) + TimeSpan.FromTicks(fraction)
            : null;

    private static long Ticks(ReadOnlySpan<char> digits)
    {
        var ticks = 0L;
        for (var i = 0; i < 7; i++) ticks = (ticks * 10) + (i < digits.Length && char.IsAsciiDigit(digits[i]) ? digits[i] - '0' : 0);
        return ticks;
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.Length is 1 or 2 ? Days.Number(digits) : -1;
}
