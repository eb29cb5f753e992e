using System.Globalization;

namespace NewsDesk.Wire.Sources;

/// <summary>How often, as people write it: <c>30m</c>, <c>6h</c>, <c>1d</c>.</summary>
public static class Interval
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Null when it is none, or not between five minutes and thirty days.</summary>
    public static TimeSpan? Read(string written)
    {
        if (written.Length is < 2 or > 8 || !int.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        TimeSpan? every = char.ToLowerInvariant(written[^1]) switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(Math.Min(count, 10_000)),
            _ => null,
        };
        return every >= Shortest && every <= Longest ? every : null;
    }

    public static string Write(TimeSpan every) => every switch
    {
        { TotalDays: >= 1 } when every.TotalDays % 1 == 0 => string.Create(CultureInfo.InvariantCulture, $"{every.TotalDays}d"),
        { TotalHours: >= 1 } when every.TotalHours % 1 == 0 => string.Create(CultureInfo.InvariantCulture, $"{every.TotalHours}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(every.TotalMinutes)}m"),
    };
}
