using System.Buffers;
using System.Globalization;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Reads digits as newspapers print them: 6.3, 6,3, 1,250,000, 1.250.000,50 and 12 000.</summary>
public static class Numeral
{
    /// <summary>More digits are a serial number, not a quantity.</summary>
    private const int MaxDigits = 18;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Where the number that begins at <paramref name="at"/> ends; separators belong to it only between digits.</summary>
    public static int EndOf(string text, int at)
    {
        var start = at;
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at])) at++;
            else if (IsSeparator(text[at]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) at++;
            else if (IsGap(text, start, at)) at++;
            else break;
        }

        return at;
    }

    public static double? Read(ReadOnlySpan<char> raw)
    {
        Span<char> plain = stackalloc char[MaxDigits + 1];
        var point = DecimalPoint(raw);
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (i != point && !char.IsAsciiDigit(raw[i])) continue;
            if (length == plain.Length) return null;
            plain[length++] = i == point ? '.' : raw[i];
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>
    /// The place of the decimal sign, or -1. Of two kinds the last is it; one kind that comes more than once parts thousands; a
    /// lone one followed by exactly three digits parts thousands too, unless a bare 0 stands before it. A point after four digits
    /// and more never parts thousands.
    /// </summary>
    private static int DecimalPoint(ReadOnlySpan<char> raw)
    {
        var last = raw.LastIndexOfAny('.', ',', '\'');
        if (last < 0 || raw[last] == '\'') return -1;
        var first = raw.IndexOfAny('.', ',', '\'');
        if (first != last) return raw[first] == raw[last] ? -1 : last;
        var looksLikeThousands = raw.Length - last == 4 && last <= 3 && !(last == 1 && raw[0] == '0');
        return looksLikeThousands ? -1 : last;
    }

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'';

    /// <summary>A space inside a number parts thousands: exactly three digits follow it, and at most three stand before the first.</summary>
    private static bool IsGap(string text, int start, int at) =>
        text[at] is ' ' or '\u00a0' or '\u202f' or '\u2009' && at + 3 < text.Length
        && at - start <= (text.AsSpan(start, at - start).ContainsAnyExcept(Digits) ? 7 : 3) && char.IsAsciiDigit(text[at - 1])
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));
}
