using System.Globalization;
using System.Text;

namespace NewsDesk.Commands;

/// <summary>How text is laid out in a terminal, or in a file when <paramref name="IsStyled"/> is off: as wide as said, and never with what a page would command the terminal.</summary>
public sealed record TerminalLook(int Width, bool IsStyled)
{
    public string Strong(string text) => IsStyled ? $"\e[1m{text}\e[22m" : text;

    public string Faint(string text) => IsStyled ? $"\e[2m{text}\e[22m" : text;

    /// <summary>The text in lines no wider than the terminal. Code, and rows of tables, keep their spaces and their one line.</summary>
    public IEnumerable<string> Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var plain = Plain(line);
            if (IsLaidOut(line)) yield return plain.TrimEnd();
            else foreach (var wrapped in Wrapped(plain)) yield return wrapped;
        }
    }

    /// <summary>Cut to so many columns, with … where something was cut.</summary>
    public static string Cut(string text, int columns)
    {
        var plain = Plain(text);
        if (ColumnsOf(plain) <= columns) return plain + new string(' ', columns - ColumnsOf(plain));
        var cut = new StringBuilder();
        var used = 0;
        foreach (var letter in plain.EnumerateRunes())
        {
            if (used + ColumnsOf(letter) > columns - 1) break;
            used += ColumnsOf(letter);
            cut.Append(letter.ToString());
        }

        return cut.Append('…').Append(' ', columns - 1 - used).ToString();
    }

    /// <summary>Control characters in a page could command the terminal, or turn round what stands beside them.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter == '\t') plain.Append("    ");
            else if (letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') continue;
            else plain.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return plain.ToString();
    }

    private static bool IsLaidOut(string line) => line.Contains('\t', StringComparison.Ordinal) || line.Contains("  ", StringComparison.Ordinal) || line.StartsWith(' ');

    private IEnumerable<string> Wrapped(string text)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text))
        {
            var columns = ColumnsOf(word.Text);
            if (used > 0 && used + (word.IsApart ? 1 : 0) + columns > Width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            if (used > 0 && word.IsApart)
            {
                line.Append(' ');
                used++;
            }

            line.Append(word.Text);
            used += columns;
        }

        yield return line.ToString();
    }

    /// <summary>What may not be broken: words between spaces, and in Chinese and Japanese single characters with the marks behind them.</summary>
    private static IEnumerable<(string Text, bool IsApart)> Words(string text)
    {
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (began, isApart) = (0, true);
            for (var at = 1; at < part.Length; at++)
            {
                if (!IsWide(part[at - 1]) && !IsWide(part[at]) || char.IsPunctuation(part[at]) || char.IsLowSurrogate(part[at])) continue;
                yield return (part[began..at], isApart);
                (began, isApart) = (at, false);
            }

            yield return (part[began..], isApart);
        }
    }

    private static int ColumnsOf(string text)
    {
        var columns = 0;
        foreach (var letter in text.EnumerateRunes()) columns += ColumnsOf(letter);
        return columns;
    }

    private static int ColumnsOf(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : letter.Value is >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD || letter.IsBmp && IsWide((char)letter.Value) ? 2
        : 1;

    private static bool IsWide(char letter) =>
        letter is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\u303E' or >= '\u3041' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';
}
