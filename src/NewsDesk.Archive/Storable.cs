using System.Security.Cryptography;
using System.Text;

namespace NewsDesk.Archive;

/// <summary>What both databases can keep: PostgreSQL knows no NUL, and neither knows half a character.</summary>
internal static class Storable
{
    /// <summary>What an index of PostgreSQL takes (2,704 bytes), less what stands beside it in the same index.</summary>
    public const int MaxKeyBytes = 2000;

    /// <summary>The text without NULs, half characters replaced.</summary>
    public static string Text(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || IsWhole(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A value as a parameter takes it.</summary>
    public static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Text(text),
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        _ => value,
    };

    /// <summary>A key of any length as one that an index takes: a longer one ends in its own fingerprint.</summary>
    public static string Key(string key)
    {
        key = Text(key);
        if (key.Length <= MaxKeyBytes / 3 || Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes) return key;
        var cut = MaxKeyBytes / 4;
        if (char.IsHighSurrogate(key[cut - 1])) cut--;
        return $"{key.AsSpan(0, cut)}#{Fingerprint(key)}";
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static bool FitsAKey(string key) => Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes;

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
            at++;
        }

        return true;
    }
}
