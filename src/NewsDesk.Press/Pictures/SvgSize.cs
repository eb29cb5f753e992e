using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDesk.Press.Pictures;

/// <summary>The size of an SVG: its width and height in pixels, else those of its view box.</summary>
internal static partial class SvgSize
{
    /// <summary>The root's tag stands near the beginning, after comments at most.</summary>
    private const int HeadBytes = 16_384;

    public static ImageSize? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var root = Root().Match(head);
        if (!root.Success) return null;
        var (width, height) = (Pixels(root.Value, "width"), Pixels(root.Value, "height"));
        if (width is null || height is null)
        {
            var box = Attribute(root.Value, "viewBox")?.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (box.Length != 4 || Number(box[2]) is not { } boxWidth || Number(box[3]) is not { } boxHeight || boxWidth <= 0 || boxHeight <= 0) return null;
            // One side alone scales the other.
            (width, height) = width is not null ? (width, width * boxHeight / boxWidth) : height is not null ? (height * boxWidth / boxHeight, height) : (boxWidth, boxHeight);
        }

        return width is >= 1 and < int.MaxValue && height is >= 1 and < int.MaxValue
            ? new((int)Math.Round(width.Value, MidpointRounding.AwayFromZero), (int)Math.Round(height.Value, MidpointRounding.AwayFromZero))
            : null;
    }

    /// <summary>Other units depend on the reader's paper or window.</summary>
    private static double? Pixels(string root, string name) =>
        Attribute(root, name) is { } text ? Number(text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text) : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Attribute(string root, string name)
    {
        foreach (Match attribute in Attributes().Matches(root))
        {
            if (attribute.Groups["name"].Value == name) return attribute.Groups["value"].Value.Trim('"', '\'').Trim();
        }

        return null;
    }

    [GeneratedRegex("<(?:\\w+:)?svg\\b[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Root();

    [GeneratedRegex("(?<name>[\\w:.-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*')", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}
