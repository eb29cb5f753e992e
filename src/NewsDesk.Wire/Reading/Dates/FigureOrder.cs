using System.Globalization;
using System.Text.RegularExpressions;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Whether 3/4/2026 is the third of April or the fourth of March: told by the language's region, or by the page's other dates.</summary>
internal readonly partial record struct FigureOrder(bool? DayFirst)
{
    public static readonly FigureOrder Unknown = new(null);

    public static FigureOrder Of(string? language) => new(language switch
    {
        null or "en" => null,
        "en-US" => false,
        _ => true,
    });

    public static FigureOrder Of(Scene scene, string? language)
    {
        var told = Of(language);
        if (told.DayFirst is not null) return told;
        bool dayFirst = false, monthFirst = false;
        foreach (var block in scene.Page.Blocks)
        {
            if (block.Text.Length > 300 || !block.Text.Contains('/', StringComparison.Ordinal)) continue;
            foreach (Match match in Figures().Matches(block.Text))
            {
                var (first, second) = (int.Parse(match.Groups["a"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].ValueSpan, CultureInfo.InvariantCulture));
                if (first is > 12 and <= 31 && second <= 12) dayFirst = true;
                if (second is > 12 and <= 31 && first <= 12) monthFirst = true;
            }
        }

        return dayFirst == monthFirst ? Unknown : new(dayFirst);
    }

    [GeneratedRegex(@"(?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?:19|20)\d{2}(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Figures();
}
