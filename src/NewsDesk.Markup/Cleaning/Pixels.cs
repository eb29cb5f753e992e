using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Pictures that nobody is meant to see: they count readers.</summary>
internal static partial class Pixels
{
    /// <summary>A style longer than this is not looked at.</summary>
    private const int MaxStyle = 2_000;

    public static bool IsOne(IElement picture) =>
        IsThin(picture.GetAttribute("width")) || IsThin(picture.GetAttribute("height"))
        || (picture.GetAttribute("style") is { Length: <= MaxStyle } style && Unseen().IsMatch(style));

    private static bool IsThin(string? length) =>
        length is not null && length.AsSpan().Trim() is var trimmed
        && (trimmed.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? trimmed[..^2] : trimmed) is "0" or "1";

    [GeneratedRegex(@"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unseen();
}
