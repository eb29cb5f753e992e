using System.Globalization;
using System.Text;

namespace NewsDesk.Markup.Plain;

/// <summary>Cuts a text where a reader would.</summary>
internal static class Excerpts
{
    private const string SentenceEnds = ".!?…。！？";
    private const string Closing = "\"'”’»)]」』";

    public static string Cut(string text, int maxLength)
    {
        if (maxLength <= 0) return "";
        var line = OneLine(text, maxLength + 1);
        if (line.Length <= maxLength) return line;
        if (maxLength == 1) return "…";

        // A cut sentence is followed by " …", a cut word by "…".
        if (SentenceEnd(line, maxLength - 2) is var sentence && sentence >= maxLength / 2) return line[..sentence] + " …";
        if (WordEnd(line, maxLength - 1) is var word && word >= maxLength / 2) return line[..word].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
        return line[..CharacterEnd(line, maxLength - 1)].TrimEnd() + "…";
    }

    /// <summary>The text in one line, no further than it will be looked at.</summary>
    private static string OneLine(string text, int enough)
    {
        var line = new StringBuilder(Math.Min(text.Length, enough));
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }

            // One more than enough, so that what is looked at never ends in half a pair.
            if (line.Length > enough) break;
            if (space) line.Append(' ');
            space = false;
            line.Append(c);
        }

        return line.ToString();
    }

    private static int SentenceEnd(string line, int within)
    {
        for (var end = within; end > 0; end--)
        {
            if (line[end] != ' ' && !IsWideEnd(line[end - 1])) continue;
            var last = end - 1;
            while (last > 0 && Closing.Contains(line[last])) last--;
            if (SentenceEnds.Contains(line[last])) return end;
        }

        return 0;
    }

    private static bool IsWideEnd(char c) => c is '。' or '！' or '？';

    private static int WordEnd(string line, int within) => line.LastIndexOf(' ', within);

    private static int CharacterEnd(string line, int within)
    {
        var end = 0;
        while (end < line.Length && StringInfo.GetNextTextElementLength(line, end) is var length && end + length <= within) end += length;
        return end;
    }
}
