using System.Text;

namespace NewsDesk.Wire.Feeds.Json;

/// <summary>
/// Replaces escapes of half a character (<c>\ud83d</c> without its second half), which a text cut after so many characters
/// leaves in JSON and no decoder takes.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    public static string Replace(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return json;
        var mended = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var length = json[at] == '\\' ? Math.Min(2, json.Length - at) : 1;
            if (EscapedAt(json, at) is { } unit && char.IsSurrogate(unit))
            {
                var isPair = char.IsHighSurrogate(unit) && EscapedAt(json, at + EscapeLength) is { } second && char.IsLowSurrogate(second);
                length = isPair ? 2 * EscapeLength : EscapeLength;
                mended.Append(isPair ? json.AsSpan(at, length) : "\\ufffd");
            }
            else
            {
                mended.Append(json.AsSpan(at, length));
            }

            at += length;
        }

        return mended.ToString();
    }

    private static char? EscapedAt(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u' &&
        ushort.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
