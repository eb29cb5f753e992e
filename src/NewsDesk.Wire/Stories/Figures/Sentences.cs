using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Parts a text into sentences; a line of its own is one too.</summary>
public static class Sentences
{
    private const int Longest = 2000;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "inc", "corp", "co", "ltd", "jr", "sr", "vs", "gen", "sen", "rep", "gov", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "nr", "ca", "bzw", "mio", "mrd", "tsd", "z", "b", "u", "s", "d", "h", "approx", "est", "ave",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !Ends(text, i) && i - start < Longest) continue;
            var end = i + 1;
            while (end < text.Length && text[end] is '"' or '”' or '“' or '\'' or '’' or '»' or ')') end++;
            if (text[start..end].Trim() is { Length: > 0 } sentence) yield return sentence;
            start = end;
            i = end - 1;
        }

        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }

    private static bool Ends(string text, int at)
    {
        if (text[at] is '!' or '?' or '。' or '…') return at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]);
        if (text[at] != '.') return false;
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '“' or '\'' or '’' or '»' or ')') next++;
        if (next >= text.Length || text[next] == '\n') return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && text[next] == ' ') next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        var word = at;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        if (word < at && Abbreviations.Contains(text[word..at])) return false;
        // "23. Juni", "am 3. Mai": an ordinal, when a month or another word with a capital follows a short number.
        var digits = at;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1])) digits--;
        return !(digits < at && at - digits <= 2 && Calendar.StartsWithMonth(text.AsSpan(Math.Min(next, text.Length))));
    }
}
