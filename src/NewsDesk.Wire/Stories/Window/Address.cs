namespace NewsDesk.Wire.Stories.Window;

/// <summary>Addresses made comparable: without scheme, www, fragment, and the parameters that only count visitors.</summary>
internal static class Address
{
    private const int Longest = 2000;

    /// <summary>0 when there is none.</summary>
    public static long Hash(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > Longest) return 0;
        var plain = url.AsSpan();
        var scheme = plain.IndexOf("://");
        if (scheme >= 0) plain = plain[(scheme + 3)..];
        if (plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) plain = plain[4..];
        var fragment = plain.IndexOf('#');
        if (fragment >= 0) plain = plain[..fragment];
        var query = plain.IndexOf('?');
        var path = (query < 0 ? plain : plain[..query]).TrimEnd('/');
        var hash = 14695981039346656037ul;
        foreach (var c in path) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211ul;
        if (query >= 0)
        {
            foreach (var range in plain[(query + 1)..].Split('&'))
            {
                var part = plain[(query + 1)..][range];
                if (part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)) continue;
                foreach (var c in part) hash = (hash ^ c) * 1099511628211ul;
            }
        }

        return hash == 0 ? 1 : (long)hash;
    }
}
