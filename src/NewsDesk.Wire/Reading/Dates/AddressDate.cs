using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Reads a day out of a page's address, as in <c>/2026/06/21/</c>.</summary>
internal static partial class AddressDate
{
    public static DateTimeOffset? Find(Uri? url)
    {
        if (url is null || InPath().Match(url.AbsolutePath) is not { Success: true } match) return null;
        return DateTime.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date, TimeSpan.Zero)
            : null;
    }

    [GeneratedRegex(@"/(?<y>(?:19|20)\d{2})[/-](?<m>\d{2})[/-](?<d>\d{2})(?:/|-|$)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex InPath();
}
