using System.Collections.Frozen;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>What a zone says of the distance to UTC, in numbers or in letters.</summary>
internal static class Zone
{
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["ETC/GMT"] = 0, ["ETC/UTC"] = 0,
        ["AST"] = -4, ["ADT"] = -3, ["AT"] = -4, ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["CT"] = -6,
        ["MST"] = -7, ["MDT"] = -6, ["MT"] = -7, ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10,
        ["NST"] = -3.5, ["NDT"] = -2.5, ["BRT"] = -3, ["ART"] = -3, ["CLT"] = -4,
        ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["MEZ"] = 1, ["CEST"] = 2, ["MEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3,
        ["SAST"] = 2, ["MSK"] = 3, ["MSD"] = 4, ["TRT"] = 3, ["GST"] = 4, ["PKT"] = 5, ["IST"] = 5.5, ["ICT"] = 7, ["WIB"] = 7, ["SGT"] = 8,
        ["HKT"] = 8, ["PHT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9, ["ACST"] = 9.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12,
        ["NZDT"] = 13,
        ["A"] = -1, ["M"] = -12, ["N"] = 1, ["Y"] = 12, // RFC 822 prints the military letters with this sign, and that is how feeds use them.
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>No zone, and one that nobody knows, is UTC.</summary>
    public static TimeSpan Offset(ReadOnlySpan<char> zone)
    {
        zone = zone.Trim(" ()\t");
        if (zone.IsEmpty) return TimeSpan.Zero;
        var sign = zone.IndexOfAny("+-−");
        if (sign >= 0 && sign + 1 < zone.Length && char.IsAsciiDigit(zone[sign + 1]))
            return InNumbers(zone[(sign + 1)..]) is var distance && zone[sign] == '+' ? distance : -distance;
        var end = zone.IndexOfAny(" ,(");
        if (end > 0) zone = zone[..end];
        return Hours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : TimeSpan.Zero;
    }

    private static TimeSpan InNumbers(ReadOnlySpan<char> written)
    {
        var end = 0;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || written[end] == ':')) end++;
        written = written[..end];
        var colon = written.IndexOf(':');
        var hours = colon >= 0 ? written[..colon] : written.Length <= 2 ? written : written[..^2];
        var minutes = colon >= 0 ? written[(colon + 1)..] : written.Length <= 2 ? "0" : written[^2..];
        var (hour, minute) = (Days.Number(hours), Days.Number(minutes));
        return hour is >= 0 and <= 15 && minute is >= 0 and < 60 ? new TimeSpan(hour, minute, 0) : TimeSpan.Zero;
    }
}
