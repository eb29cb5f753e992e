using System.Globalization;
using System.Text;

namespace NewsDesk.Wire.Fetching.Reasons;

/// <summary>Text from outside, made fit to stand in a sentence of ours: one line, short, nothing that turns or hides letters.</summary>
internal static class Shown
{
    private const int MaxLength = 80;

    public static string Of(string text, int maxLength = MaxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;
            if (isBlank && (line.Length == 0 || line[^1] == ' ')) continue;
            if (!isBlank && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) continue;
            if (line.Length >= maxLength) return line.ToString().TrimEnd() + "…";
            if (isBlank) line.Append(' ');
            else line.Append(rune.ToString());
        }

        return line.ToString().TrimEnd();
    }
}
