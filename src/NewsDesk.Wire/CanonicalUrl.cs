namespace NewsDesk.Wire;

/// <summary>One address for one article: what only tells where a reader came from is taken off.</summary>
public static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "pk_", "mtm_", "at_"];

    private static readonly HashSet<string> TrackingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "twclid", "ttclid", "_ga", "_gl", "_hsenc", "_hsmi",
        "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "s_cid", "cmpid", "ncid", "ref_src", "ref_url",
    };

    /// <summary>Answers the canonical form, or the text as it is when it is no web address.</summary>
    public static string Of(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? Of(parsed) : url.Trim();

    public static string Of(Uri url)
    {
        var bare = new UriBuilder(url) { Fragment = "", UserName = "", Password = "", Query = WithoutTracking(url.Query) };
        if (bare.Uri.IsDefaultPort) bare.Port = -1;
        return bare.Uri.AbsoluteUri;
    }

    private static string WithoutTracking(string query) =>
        string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part.Split('=')[0])));

    private static bool IsTracking(string name) =>
        TrackingNames.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
