namespace NewsDesk.Wire;

/// <summary>Addresses that only lead on to another one, which stands in them: search results, social networks' way out, caches of AMP pages.</summary>
internal static class Redirectors
{
    /// <summary>The last part of a redirector's path says what it does, whoever runs it.</summary>
    private static readonly HashSet<string> Deeds = new(StringComparer.OrdinalIgnoreCase)
    {
        "url", "redirect", "redirect.php", "redir", "redir.php", "out", "out.php", "outgoing", "away", "away.php", "l", "l.php", "go", "go.php", "click",
        "link", "exit", "leave", "external", "jump", "clickout", "safelinks",
    };

    private static readonly HashSet<string> TargetNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "url", "u", "q", "to", "target", "dest", "destination", "uddg", "z", "link", "redirect", "redirect_url", "goto", "href", "uri",
    };

    /// <summary>Where the address leads; null when it is none that leads on, or does not say where to.</summary>
    public static Uri? TargetOf(Uri url) => OfQuery(url) ?? OfAmpCache(url);

    private static Uri? OfQuery(Uri url)
    {
        if (url.Query.Length < 8 || !Deeds.Contains(LastPart(url.AbsolutePath))) return null;
        foreach (var part in url.Query[1..].Split('&'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && TargetNames.Contains(part[..equals]) && Web(Uri.UnescapeDataString(part[(equals + 1)..])) is { } target) return target;
        }

        return null;
    }

    /// <summary>AMP caches keep a page under <c>/amp/s/host/path</c> or <c>/c/s/host/path</c>; the <c>s</c> stands for https, and the public cache leaves it out for http.</summary>
    private static Uri? OfAmpCache(Uri url)
    {
        var parts = url.AbsolutePath.Split('/', 4);
        if (parts.Length > 2 && parts[1] is "c" or "v" && parts[2].Contains('.', StringComparison.Ordinal) && url.Host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase))
            return Web($"http://{url.AbsolutePath[3..]}{url.Query}");
        if (parts.Length < 4 || parts[2] != "s" || parts[1] is not ("amp" or "c" or "v")) return null;
        if (parts[1] != "amp" && !url.Host.Contains("amp", StringComparison.OrdinalIgnoreCase)) return null;
        return parts[3].Split('/')[0].Contains('.', StringComparison.Ordinal) ? Web($"https://{parts[3]}{url.Query}") : null;
    }

    private static string LastPart(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" && target.Host.Contains('.', StringComparison.Ordinal) ? target : null;
}
