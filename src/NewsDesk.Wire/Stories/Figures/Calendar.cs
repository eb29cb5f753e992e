using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Dates as newspapers write them: 23 June 2026, June 23, den 23. Juni, le 3 juin, 2026-06-23.</summary>
internal static class Calendar
{
    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["january"] = 1,
        ["jan"] = 1,
        ["januar"] = 1,
        ["janvier"] = 1,
        ["enero"] = 1,
        ["gennaio"] = 1,
        ["janeiro"] = 1,
        ["januari"] = 1,
        ["february"] = 2,
        ["feb"] = 2,
        ["februar"] = 2,
        ["février"] = 2,
        ["febrero"] = 2,
        ["febbraio"] = 2,
        ["fevereiro"] = 2,
        ["march"] = 3,
        ["mar"] = 3,
        ["märz"] = 3,
        ["mars"] = 3,
        ["marzo"] = 3,
        ["março"] = 3,
        ["maart"] = 3,
        ["april"] = 4,
        ["apr"] = 4,
        ["avril"] = 4,
        ["abril"] = 4,
        ["aprile"] = 4,
        ["may"] = 5,
        ["mai"] = 5,
        ["mayo"] = 5,
        ["maggio"] = 5,
        ["maio"] = 5,
        ["mei"] = 5,
        ["june"] = 6,
        ["jun"] = 6,
        ["juni"] = 6,
        ["juin"] = 6,
        ["junio"] = 6,
        ["giugno"] = 6,
        ["junho"] = 6,
        ["july"] = 7,
        ["jul"] = 7,
        ["juli"] = 7,
        ["juillet"] = 7,
        ["julio"] = 7,
        ["luglio"] = 7,
        ["julho"] = 7,
        ["august"] = 8,
        ["aug"] = 8,
        ["août"] = 8,
        ["agosto"] = 8,
        ["augustus"] = 8,
        ["september"] = 9,
        ["sep"] = 9,
        ["sept"] = 9,
        ["septembre"] = 9,
        ["septiembre"] = 9,
        ["settembre"] = 9,
        ["setembro"] = 9,
        ["october"] = 10,
        ["oct"] = 10,
        ["oktober"] = 10,
        ["octobre"] = 10,
        ["octubre"] = 10,
        ["ottobre"] = 10,
        ["outubro"] = 10,
        ["november"] = 11,
        ["nov"] = 11,
        ["novembre"] = 11,
        ["noviembre"] = 11,
        ["novembro"] = 11,
        ["december"] = 12,
        ["dec"] = 12,
        ["dezember"] = 12,
        ["décembre"] = 12,
        ["diciembre"] = 12,
        ["dicembre"] = 12,
        ["dezembro"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool StartsWithMonth(ReadOnlySpan<char> text) => MonthAt(text, 0, out _) > 0;

    /// <summary>The date that begins at <paramref name="at"/>, as yyyymmdd, 0 for none; <paramref name="end"/> is where it ends.</summary>
    public static int Read(string text, int at, out int end)
    {
        end = at;
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return 0;
        return char.IsAsciiDigit(text[at]) ? FromDigits(text, at, out end) : FromMonth(text, at, out end);
    }

    private static int FromDigits(string text, int at, out int end)
    {
        var first = Digits(text, at, out end);
        var length = end - at;
        if (length == 4 && end < text.Length && text[end] is '-' or '/')
        {
            var sign = text[end];
            var month = Digits(text, end + 1, out var monthEnd);
            if (month is < 1 or > 12 || monthEnd >= text.Length || text[monthEnd] != sign) return 0;
            var day = Digits(text, monthEnd + 1, out end);
            return IsDay(day) ? (first * 10000) + (month * 100) + day : 0;
        }

        if (length > 2 || !IsDay(first)) return 0;
        var next = end;
        if (Has(text, next, "st") || Has(text, next, "nd") || Has(text, next, "rd") || Has(text, next, "th") || Has(text, next, "er")) next += 2;
        else if (Has(text, next, ".")) next++;
        if (next >= text.Length || text[next] != ' ') return 0;
        next++;
        if (Has(text, next, "of ") || Has(text, next, "de ")) next += 3;
        var named = MonthAt(text, next, out end);
        if (named == 0) return 0;
        var year = YearAfter(text, end, out var afterYear);
        if (year > 0) end = afterYear;
        return (year * 10000) + (named * 100) + first;
    }

    private static int FromMonth(string text, int at, out int end)
    {
        end = at;
        // A month in lower case is "may", "mars" or the like when no day stands before it.
        if (!char.IsUpper(text[at])) return 0;
        var month = MonthAt(text, at, out end);
        if (month == 0 || end >= text.Length || text[end] != ' ') return 0;
        var day = Digits(text, end + 1, out var dayEnd);
        if (dayEnd - end - 1 is 1 or 2 && IsDay(day) && !(dayEnd < text.Length && text[dayEnd] is '%' or ':'))
        {
            if (Has(text, dayEnd, "st") || Has(text, dayEnd, "nd") || Has(text, dayEnd, "rd") || Has(text, dayEnd, "th")) dayEnd += 2;
            end = dayEnd;
            var year = YearAfter(text, end, out var afterYear);
            if (year > 0) end = afterYear;
            return (year * 10000) + (month * 100) + day;
        }

        var monthYear = YearAfter(text, end, out var yearEnd);
        if (monthYear == 0) return 0;
        end = yearEnd;
        return (monthYear * 10000) + (month * 100);
    }

    public static bool IsYear(double value, int length) => length == 4 && value is >= 1800 and <= 2100;

    private static int YearAfter(string text, int at, out int end)
    {
        end = at;
        var next = at;
        if (Has(text, next, ",")) next++;
        if (Has(text, next, " de ")) next += 3;
        if (!Has(text, next, " ")) return 0;
        var year = Digits(text, next + 1, out end);
        return IsYear(year, end - next - 1) ? year : 0;
    }

    private static int MonthAt(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 12) end++;
        if (end == at || !Lookup.TryGetValue(text[at..end], out var month)) return 0;
        // The point of "Sept." belongs to it, unless it ends the sentence.
        if (end + 1 < text.Length && text[end] == '.' && end - at <= 4) end++;
        return month;
    }

    private static int Digits(string text, int at, out int end)
    {
        var value = 0;
        for (end = at; end < text.Length && end - at < 5 && char.IsAsciiDigit(text[end]); end++) value = (value * 10) + text[end] - '0';
        return value;
    }

    private static bool IsDay(int day) => day is >= 1 and <= 31;

    private static bool Has(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;
}
