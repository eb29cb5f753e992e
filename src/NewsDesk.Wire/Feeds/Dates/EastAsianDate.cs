using System.Text;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>
/// Dates with the words for year, month and day between the numbers, in Korean, Japanese and Chinese, and those with Korean
/// or Chinese words for morning and afternoon. What is written in Korean happens in Korea's time.
/// </summary>
internal static class EastAsianDate
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public static DateTimeOffset? Parse(string text)
    {
        if (text.AsSpan().IndexOfAny("년年오午") < 0) return null;
        var plain = new StringBuilder(text.Length);
        var half = "";
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '년' or '年' or '월' or '月':
                    plain.Append('-');
                    break;
                case '전' or '上' or '前':
                    half = "am";
                    break;
                case '후' or '下' or '後':
                    half = "pm";
                    break;
                case '시' or '時' or '时' or '분' or '分':
                    plain.Append(':');
                    break;
                case ' ' when plain.Length > 0 && plain[^1] is '-' or ':' or ' ':
                    break;
                case <= '\u007f':
                    plain.Append(letter);
                    break;
                default:
                    if (plain.Length > 0 && plain[^1] is not (' ' or ':')) plain.Append(' ');
                    break;
            }
        }

        var date = IsoDate.Parse(plain.ToString().Trim().TrimEnd(':') + half);
        return IsKorean(text) ? date - Seoul : date;
    }

    private static bool IsKorean(string text) => text.AsSpan().IndexOfAnyInRange('가', '힣') >= 0;
}
