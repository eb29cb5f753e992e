using System.Text;

namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>Paths and patterns brought to one spelling, so that they can be compared letter by letter.</summary>
internal static class RobotsPath
{
    /// <summary>Letters beyond ASCII escaped, escapes in capitals, and none for what needs none.</summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var isEscape = value == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (isEscape)
            {
                value = Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0];
                i += 2;
            }

            if (isEscape ? !NeedsNoEscape(value) : value is <= 32 or >= 127) normal.Append('%').Append(Convert.ToHexString([value]));
            else normal.Append((char)value);
        }

        return normal.ToString();
    }

    private static bool NeedsNoEscape(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
