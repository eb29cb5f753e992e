using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>Turns <c>&amp;amp;</c>, <c>&amp;#8217;</c> and HTML's names into what they stand for; anything else stays as written.</summary>
internal static class CharacterReferences
{
    /// <summary>HTML's longest name (CounterClockwiseContourIntegral) and a little more.</summary>
    private const int MaxName = 40;

    /// <summary>Numbers 128 to 159 mean what Windows-1252 has there, as in HTML.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static string Decode(ReadOnlySpan<char> written, DeclaredEntities? declared = null)
    {
        if (!written.Contains('&')) return written.ToString();
        var text = new StringBuilder(written.Length);
        AppendDecoded(text, written, declared);
        return text.ToString();
    }

    public static void AppendDecoded(StringBuilder text, ReadOnlySpan<char> written, DeclaredEntities? declared = null)
    {
        int ampersand;
        while ((ampersand = written.IndexOf('&')) >= 0)
        {
            text.Append(written[..ampersand]);
            written = written[ampersand..];
            var length = AppendOne(text, written, declared);
            if (length == 0) text.Append('&');
            written = written[Math.Max(1, length)..];
        }

        text.Append(written);
    }

    /// <summary>Appends what the reference at the start stands for, and answers its length; 0 when it is none.</summary>
    private static int AppendOne(StringBuilder text, ReadOnlySpan<char> written, DeclaredEntities? declared)
    {
        if (written.Length > 2 && written[1] == '#') return AppendNumber(text, written);
        var end = written[..Math.Min(written.Length, MaxName)].IndexOf(';');
        if (end < 2) return 0;
        var found = written[1..end] switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            var name when char.IsAsciiLetter(name[0]) =>
                declared?.Find(name) ?? HtmlEntityProvider.Resolver.GetSymbol(written[1..(end + 1)].ToString()),
            _ => null,
        };
        text.Append(found);
        return found is null ? 0 : end + 1;
    }

    private static int AppendNumber(StringBuilder text, ReadOnlySpan<char> written)
    {
        var isHex = written[2] is 'x' or 'X';
        var from = isHex ? 3 : 2;
        var end = from;
        while (end < written.Length && (isHex ? char.IsAsciiHexDigit(written[end]) : char.IsAsciiDigit(written[end]))) end++;
        if (end == from) return 0;
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (int.TryParse(written[from..end], style, CultureInfo.InvariantCulture, out var number))
            AppendCharacter(text, number);
        return end < written.Length && written[end] == ';' ? end + 1 : end;
    }

    private static void AppendCharacter(StringBuilder text, int number)
    {
        if (number is >= 128 and < 160) text.Append(Windows1252[number - 128]);
        else if (number < ' ' && number is not ('\t' or '\n' or '\r')) return; // No text has control characters.
        else if (Rune.IsValid(number)) text.Append(new Rune(number).ToString());
    }
}
