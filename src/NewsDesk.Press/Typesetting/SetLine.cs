using System.Text;

namespace NewsDesk.Press.Typesetting;

/// <summary>Sets a line of plain text (a headline, a caption) as a typesetter does: quotes, apostrophes, dashes and dots.</summary>
public static class SetLine
{
    private const string BeforeOpening = "([{<—–-/“‘„‚«‹\"'";

    /// <summary>What cannot be told (inches, a quote that is never closed) stays as it was typed.</summary>
    public static string Of(string text, QuoteMarks marks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);
        if (text.AsSpan().IndexOfAny('\'', '"') < 0 && !text.Contains("--", StringComparison.Ordinal) && !text.Contains("...", StringComparison.Ordinal)) return text;

        var instead = new string?[text.Length];
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '-' or '.':
                    at += SetRun(text, at, instead) - 1;
                    break;
                case '\'' when IsApostrophe(text, at):
                    instead[at] = "’";
                    break;
                case '\'' or '"':
                    SetQuote(text, at, instead, open, marks);
                    break;
            }
        }

        foreach (var never in open.Where(never => text[never] == '\'')) instead[never] = "’";
        var set = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++) _ = instead[at] is { } other ? set.Append(other) : set.Append(text[at]);
        return set.ToString();
    }

    /// <summary>The same for what may be missing.</summary>
    public static string? OfAny(string? text, QuoteMarks marks) => text is null ? null : Of(text, marks);

    /// <summary>Answers how many of one sign stand in a row.</summary>
    private static int SetRun(string text, int start, string?[] instead)
    {
        var sign = text[start];
        var length = 1;
        while (start + length < text.Length && text[start + length] == sign) length++;
        var set = (sign, length) switch
        {
            // A command's --option is a name.
            ('-', 2 or 3) when IsSpace(Before(text, start)) && !IsSpace(After(text, start + length - 1)) => null,
            ('-', 2) => "–",
            ('-', 3) => "—",
            ('.', 3) => "…",
            _ => null,
        };
        if (set is null) return length;
        Array.Fill(instead, "", start, length);
        instead[start] = set;
        return length;
    }

    /// <summary>Within a word (it's), and where the century is left out ('90s).</summary>
    private static bool IsApostrophe(string text, int at)
    {
        var (before, after) = (Before(text, at), After(text, at));
        if (char.IsLetterOrDigit(before)) return char.IsLetter(after) || (char.IsLetter(before) && char.IsDigit(after));
        return at + 3 < text.Length && char.IsAsciiDigit(after) && char.IsAsciiDigit(text[at + 2]) && text[at + 3] == 's';
    }

    private static void SetQuote(string text, int at, string?[] instead, Stack<int> open, QuoteMarks marks)
    {
        var (before, after) = (Before(text, at), After(text, at));
        // Between two letters or digits it is a sign of another kind: feet, inches, Hebrew abbreviations.
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) return;
        if (!IsSpace(after) && (IsSpace(before) || BeforeOpening.Contains(before, StringComparison.Ordinal)))
        {
            open.Push(at);
            return;
        }

        if (IsSpace(before)) return;
        var isDouble = text[at] == '"';
        if (isDouble && open.Any(one => text[one] == '"'))
        {
            while (text[open.Peek()] != '"') instead[open.Pop()] = "’";
            (instead[open.Pop()], instead[at]) = (marks.Open, marks.Close);
        }
        else if (!isDouble && open.TryPeek(out var single) && text[single] == '\'')
        {
            (instead[open.Pop()], instead[at]) = (marks.OpenInner, marks.CloseInner);
        }
        else if (!isDouble && char.IsLetter(before))
        {
            // Of several owners: the dogs' dinner.
            instead[at] = "’";
        }
    }

    private static char Before(string text, int at) => at == 0 ? ' ' : text[at - 1];

    private static char After(string text, int at) => at + 1 < text.Length ? text[at + 1] : ' ';

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter);
}
