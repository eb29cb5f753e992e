using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Reads dates as people write them. Day and month in figures are only taken where they cannot be mistaken.</summary>
internal static partial class WrittenDate
{
    /// <summary>In characters; dates stand in short lines, or at the start of longer ones.</summary>
    private const int MaxLength = 300;

    /// <summary>The first date in a text, as midnight UTC, and where it stands.</summary>
    public static (DateTimeOffset Date, int At, int Length)? Find(string text, string? language) => Find(text, FigureOrder.Of(language));

    /// <summary>The same where the order of day and month is known from more than the language.</summary>
    public static (DateTimeOffset Date, int At, int Length)? Find(string text, FigureOrder order)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        // Most text has no year in it, which is quickly seen.
        if (!text.Contains("20", StringComparison.Ordinal) && !text.Contains("19", StringComparison.Ordinal)) return null;
        (DateTimeOffset Date, int At, int Length)? first = null;
        foreach (var (pattern, read) in Forms)
        {
            foreach (Match match in pattern().Matches(text))
            {
                if (first is not null && match.Index >= first.Value.At) break;
                if (read(match, order) is { } date) first = (date, match.Index, match.Length);
            }
        }

        return first;
    }

    private static readonly (Func<Regex> Pattern, Func<Match, FigureOrder, DateTimeOffset?> Read)[] Forms =
    [
        (DayMonthYear, (match, _) => Named(match)),
        (MonthDayYear, (match, _) => Named(match)),
        (YearFirst, (match, _) => Day(Number(match, "y"), Number(match, "m"), Number(match, "d"))),
        (YearLast, Figures),
    ];

    private static DateTimeOffset? Named(Match match) =>
        Months.Find(match.Groups["month"].Value) is { } month ? Day(Number(match, "y"), month, Number(match, "d")) : null;

    private static DateTimeOffset? Figures(Match match, FigureOrder order)
    {
        var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        if (year < 100) year += 2000;
        if (first == second || second > 12) return Day(year, first, second);
        if (first > 12 || match.Groups["mark"].ValueSpan is ".") return Day(year, second, first);
        return order.DayFirst is { } dayFirst ? dayFirst ? Day(year, second, first) : Day(year, first, second) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Day(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\u00A0,-]{1,3}(?:(?:of|de)\s)?(?<month>\p{L}{3,12})\.?,?[\s-]{1,2}(?:(?:de|del)\s)?(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<!\p{Lu}|\p{Ll}(?=\p{Ll}))(?<month>\p{L}{3,10})\.?[\s\u00A0]{0,2}(?<d>\d{1,2})(?:st|nd|rd|th)?,?[\s\u00A0]{1,2}(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})(?:[-/.]|[年년]\s?|\.\s)(?<m>\d{1,2})(?:[-/.]|[月월]\s?|\.\s)(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex YearLast();
}
