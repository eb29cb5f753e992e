using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Reads a date as machines write it.</summary>
internal static partial class DateText
{
    /// <summary>A date alone becomes midnight UTC; a time without a zone is taken as UTC.</summary>
    public static DateTimeOffset? ReadIso(string? text)
    {
        if (text is null || Iso().Match(text) is not { Success: true } match) return null;
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Number("y"), Number("m"), Number("d"));
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var (hour, minute, second) = (Number("h"), Number("min"), Number("s"));
        if (hour > 23 || minute > 59 || second > 59) return new(year, month, day, 0, 0, 0, TimeSpan.Zero);
        var zone = TimeSpan.Zero;
        if (match.Groups["zh"].Success)
        {
            zone = new(Number("zh"), Number("zm"), 0);
            if (zone > TimeSpan.FromHours(14)) zone = TimeSpan.Zero;
            if (match.Groups["sign"].ValueSpan is "-") zone = -zone;
        }

        return new(year, month, day, hour, minute, second, zone);
    }

    [GeneratedRegex(@"^\s*(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)(?:[T\s,]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:\.\d+)?)?\s*(?:Z|(?<sign>[+-])(?<zh>\d{2}):?(?<zm>\d{2})?)?)?", RegexOptions.None, 60_000)]
    private static partial Regex Iso();
}
