using System.Globalization;

namespace NewsDesk.Wire.Feeds.Modules;

/// <summary>Reads how many there are of something.</summary>
internal static class Count
{
    public static int? Parse(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
