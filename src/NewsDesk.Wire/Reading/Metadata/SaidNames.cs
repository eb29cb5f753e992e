using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>The names in a line that says that a writer's follow, as "By Jane Roe" or "Text: Jane Roe".</summary>
/// <param name="IsLabelled">Whether only a word with a colon says so, which may also open a line that tells of a text.</param>
internal sealed partial record SaidNames(string Names, bool IsLabelled)
{
    /// <summary>In characters: how far into a line "By" may stand, and "Text:".</summary>
    private const int FarthestBy = 40;
    private const int FarthestLabel = 60;

    private const int Longest = 121;

    /// <summary>Of the part of a line before the names.</summary>
    private const int LongestBefore = 140;

    private static readonly SearchValues<char> MarksBeforeBy = SearchValues.Create("|•·,:–—-");
    private static readonly SearchValues<char> MarksBeforeLabel = SearchValues.Create("|•·,，–—／/（(-");
    private static readonly SearchValues<char> MarksBehind = SearchValues.Create("|•·・–—\n(（／");
    private static readonly SearchValues<char> OfReporters = SearchValues.Create("記记기특");

    private static readonly PhraseBook WordsBehind = new("""
        on|in|at|posted|published|updated|last|read|view|from|reviewed|edited|-|報導|报道|通讯员
        photo by|photos by|picture by|pictures by|foto by|fotos by|photograph by|photographs by|photo par|photos par|foto von|fotos von|bilder von|foto di|foto por|fotos por|foto av|foto door
        """);

    private static readonly string[] NextSentence = ["reviewed", "edited", "medically", "updated", "fact"];

    public static SaidNames? In(string line)
    {
        if (line.Length > LongestBefore + Longest) return null;
        return AfterBy(line) ?? AfterLabel(line) ?? (line.AsSpan().ContainsAny(OfReporters) && Reporter().Match(line) is { Success: true } found ? new(found.Groups["names"].Value, false) : null);
    }

    private static SaidNames? AfterBy(string line)
    {
        for (var mark = 0; mark <= FarthestBy && mark < line.Length; mark++)
        {
            if ((MarksBeforeBy.Contains(line[mark]) || char.IsDigit(line[mark])) && NamesAfterBy(line, PhraseBook.AfterSpaces(line, mark + 1)) is { } names) return names;
        }

        return NamesAfterBy(line, 0);
    }

    private static SaidNames? NamesAfterBy(string line, int at)
    {
        var done = Credits.Before.EndOf(line, at);
        var next = done < 0 ? -1 : PhraseBook.AfterSpaces(line, done);
        return (next > done ? NamesAt(line, Credits.By.EndOf(line, next), false) : null) ?? NamesAt(line, Credits.By.EndOf(line, at), false);
    }

    private static SaidNames? AfterLabel(string line)
    {
        for (var mark = 0; mark <= FarthestLabel && mark < line.Length; mark++)
        {
            if ((MarksBeforeLabel.Contains(line[mark]) || char.IsWhiteSpace(line[mark])) && NamesAt(line, Credits.AfterLabel(line, mark + 1), true) is { } names) return names;
        }

        return NamesAt(line, Credits.AfterLabel(line, 0), true);
    }

    private static SaidNames? NamesAt(string line, int at, bool isLabelled)
    {
        if (at < 0) return null;
        at = Credits.AfterMarks(line, at);
        return line.Length - at is > 1 and <= Longest && (char.IsUpper(line[at]) || PersonNames.HasNoCapitals(line[at..])) ? new(line[at..], isLabelled) : null;
    }

    /// <summary>Without what follows a name in a byline: a mark and the rest, or a word that no name has.</summary>
    public static string WithoutTail(string names)
    {
        for (var at = 0; at < names.Length; at++)
        {
            if (IsTail(names, at)) return names[..at].TrimEnd();
        }

        return names;
    }

    private static bool IsTail(string line, int at)
    {
        var letter = line[at];
        if (MarksBehind.Contains(letter) || at == 0 && IsOfOthers(line, 0)) return true;
        if (letter == '.') return at + 1 < line.Length && char.IsWhiteSpace(line[at + 1]) && NextSentence.Any(word => line.AsSpan(at + 2).StartsWith(word, StringComparison.OrdinalIgnoreCase));
        var isComma = letter is ',' or '，' or '、';
        if (!isComma && !char.IsWhiteSpace(letter)) return false;
        var next = isComma ? PhraseBook.AfterSpaces(line, at + 1) : at + 1;
        if (IsOfOthers(line, next)) return true;
        return next > at + (isComma ? 1 : 0) && WordsBehind.EndOf(line, next) is > 0 and var end && end < line.Length && char.IsWhiteSpace(line[end]);
    }

    private static bool IsOfOthers(string line, int at) => PhraseBook.AfterColon(line, Credits.OfOthers.EndOf(line, at)) > 0;

    /// <summary>The Chinese and the Korean word for a reporter, of which the second follows the name.</summary>
    [GeneratedRegex(
        @"^(?:.{0,60}?[\s|•·,，（(／/])?(?:記者|记者)\s*(?<names>\p{IsCJKUnifiedIdeographs}{2,4}[／/\s].{0,120})$|^(?:.{0,60}?[\s|•·(])?(?<names>\p{IsHangulSyllables}{2,4})\s?(?:기자|특파원)(?!\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 60_000)]
    private static partial Regex Reporter();
}
