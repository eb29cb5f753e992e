using System.Text;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>
/// Mends text that was made UTF-8 twice, the first time taken for Latin-1: <c>â</c> and two control characters where an apostrophe was.
/// No honest text has such control characters after such a letter.
/// </summary>
internal static class TwiceEncoded
{
    public static string Mend(string text)
    {
        if (!IsDamaged(text)) return text;
        var mended = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            var length = LengthSaidBy(text[at]);
            if (length > 0 && at + length <= text.Length && AreBytes(text.AsSpan(at, length), bytes) && Rune.DecodeFromUtf8(bytes[..length], out var letter, out var used) == System.Buffers.OperationStatus.Done && used == length)
            {
                mended.Append(letter.ToString());
                at += length;
            }
            else
            {
                mended.Append(text[at++]);
            }
        }

        return mended.ToString();
    }

    private static bool IsDamaged(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\u0080', '\u009F') is >= 0 and var control)
        {
            // What says how many bytes follow stands up to three places before.
            if (text[Math.Max(0, control - 3)..control].ContainsAnyInRange('\u00C2', '\u00F4')) return true;
            text = text[(control + 1)..];
        }

        return false;
    }

    /// <summary>In bytes, of a character whose first byte this is; 0 if none begins so.</summary>
    private static int LengthSaidBy(char first) => first switch
    {
        >= '\u00C2' and <= '\u00DF' => 2,
        >= '\u00E0' and <= '\u00EF' => 3,
        >= '\u00F0' and <= '\u00F4' => 4,
        _ => 0,
    };

    private static bool AreBytes(ReadOnlySpan<char> letters, Span<byte> bytes)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] > 0xFF) return false;
            bytes[i] = (byte)letters[i];
        }

        return true;
    }
}
