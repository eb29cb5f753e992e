using System.Globalization;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>Seconds, or milliseconds, since 1970.</summary>
internal static class UnixTime
{
    public static DateTimeOffset? Parse(string text) =>
        text.Length is 9 or 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number)
            : null;
}
