using System.Collections.Frozen;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>What a zone says of the distance to UTC, in numbers or in letters.</summary>
internal static class Zone
{
    private static readonly FrozenDictionary<string, double> Hours = new (double Hours, string Names)[]
    {
        (-10, "HST"), (-9, "AKST"), (-8, "AKDT PST PT"), (-7, "PDT MST MT"), (-6, "MDT CST CT"), (-5, "CDT EST ET"), (-4, "EDT AST AT CLT"),
        (-3.5, "NST"), (-3, "ADT BRT ART"), (-2.5, "NDT"), (0, "Z UT UTC GMT WET ETC/GMT ETC/UTC"), (1, "BST WEST CET MET MEZ"),
        (2, "CEST MEST MESZ EET SAST"), (3, "EEST MSK TRT"), (4, "MSD GST"), (5, "PKT"), (5.5, "IST"), (7, "ICT WIB"),
        (8, "SGT HKT PHT AWST"), (9, "JST KST"), (9.5, "ACST"), (10, "AEST"), (11, "AEDT"), (12, "NZST"), (13, "NZDT"),
    }.SelectMany(zone => zone.Names.Split(' ').Select(name => (name, zone.Hours))).ToFrozenDictionary(
        zone => zone.name, zone => zone.Hours, StringComparer.OrdinalIgnoreCase);

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
