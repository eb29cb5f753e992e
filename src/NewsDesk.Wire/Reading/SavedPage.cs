using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading;

/// <summary>Pages that a browser saved, which say in a comment where they came from.</summary>
public static partial class SavedPage
{
    /// <summary>In characters; browsers write the comment at the very start, archivers after the doctype.</summary>
    private const int Prescan = 16_384;

    /// <summary>The address that the page was saved from; null if it does not say.</summary>
    public static Uri? FindUrl(string html)
    {
        var start = html.Length > Prescan ? html[..Prescan] : html;
        foreach (Match match in new[] { SavedFrom().Match(start), SavedWith().Match(start) })
        {
            if (match.Success && Uri.TryCreate(match.Groups["url"].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        }

        return null;
    }

    [GeneratedRegex(@"<!--\s*saved from url\s*[=:]\s*(?:\(\d{1,6}\)\s*)?(?<url>https?://[^\s<>""]{1,4000}?)\s*(?:-->|\s)", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex SavedFrom();

    [GeneratedRegex(@"<!--\s*Page saved with SingleFile\s{1,10}url:\s{0,10}(?<url>https?://[^\s<>""]{1,4000})", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex SavedWith();
}
