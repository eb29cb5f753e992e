using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Reads a day out of a page's address, as in <c>/2026/06/21/</c>, <c>/2026/jun/21/</c> or <c>/20260621/</c>.</summary>
internal static partial class AddressDate
{
    public static DateTimeOffset? Find(Uri? url)
    {
        if (url is null || InPath().Match(url.AbsolutePath) is not { Success: true } match) return null;
        var month = match.Groups["m"].Success ? Number(match, "m") : Months.Find(match.Groups["month"].Value) ?? 0;
        var (year, day) = (Number(match, "y"), Number(match, "d"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/(?:.{0,200}?[/-])?(?<y>(?:19|20)\d{2})(?:(?<mark>[/-])(?:(?<m>\d{1,2})|(?<month>\p{L}{3,9}))\k<mark>(?<d>\d{1,2})|(?<m>\d{2})(?<d>\d{2}))(?:/|-|\.|$)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex InPath();
}
