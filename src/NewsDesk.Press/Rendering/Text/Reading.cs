using System.Globalization;

namespace NewsDesk.Press.Rendering.Text;

/// <summary>How much there is to read.</summary>
internal static class Reading
{
    private const int WordsAMinute = 225;

    /// <summary>Scripts that write without spaces: about two signs make what others call a word.</summary>
    private const int SignsAWord = 2;

    public static (int Words, int Minutes) Count(string text)
    {
        var (words, signs, inWord) = (0, 0, false);
        foreach (var letter in text)
        {
            if (letter >= '\u3040' && IsSign(letter))
            {
                signs++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(letter))
            {
                if (!inWord) words++;
                inWord = true;
            }
            else if (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation && letter != '-')
            {
                inWord = false;
            }
        }

        words += (signs + SignsAWord - 1) / SignsAWord;
        return (words, Math.Max(1, (words + WordsAMinute - 1) / WordsAMinute));
    }

    private static bool IsSign(char letter) =>
        letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
