using System.Buffers;

namespace NewsDesk.Wire;

/// <summary>One address for one article: what only tells where a reader came from, or on what kind of device, is taken off.</summary>
public static class CanonicalUrl
{
    /// <summary>A redirector may lead to a redirector; more than this many is a game.</summary>
    private const int MaxRedirectors = 3;

    private static readonly string[] TrackingPrefixes =
        ["utm_", "mc_", "pk_", "mtm_", "at_", "itm_", "hsa_", "stm_", "piwik_", "matomo_", "wt_mc", "oly_", "vero_", "__hs", "_hs", "ns_"];

    private static readonly HashSet<string> TrackingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "igshid", "igsh", "twclid", "ttclid", "li_fat_id",
        "_ga", "_gl", "mkt_tok", "s_cid", "s_kwcid", "cmpid", "cmp", "ncid", "ref_src", "ref_url", "wprov", "spm", "scm", "rb_clickid",
        "ftag", "ocid", "icid", "ito", "smid", "smtyp", "partner", "mod", "guccounter", "guce_referrer", "guce_referrer_sig", "feature_id",
        "xtor", "zanpid", "srnd", "sref", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "action_object_map", "share_id", "si_ref",
        // What caches of AMP pages write behind an address.
        "amp_js_v", "amp_gsa", "amp_r", "amp_ct", "amp_tf", "usqp",
    };

    /// <summary>Parts of a query that ask for the AMP form by their name, and those that do by saying "amp".</summary>
    private static readonly HashSet<string> AmpNames = new(StringComparer.OrdinalIgnoreCase) { "amp", "_amp", "is_amp", "isamp" };
    private static readonly HashSet<string> FormNames = new(StringComparer.OrdinalIgnoreCase) { "outputtype", "output", "view", "format", "mode", "layout" };
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "", "1", "true", "yes" };

    /// <summary>Answers the canonical form, or the text as it is when it is no web address.</summary>
    public static string Of(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? Of(parsed) : url.Trim();

    public static string Of(Uri url)
    {
        url = BehindRedirectors(url);
        return IsPlain(url) ? url.AbsoluteUri : Bare(url, DesktopHost(url), WithoutAmp(url.AbsolutePath), WithoutTracking(url.Query, isAmpToo: true));
    }

    /// <summary>
    /// The same for an address that is known to answer: nothing is guessed of it. That a form for small screens has another beside it, and
    /// where, is a good guess for comparing, yet as a link it may lead nowhere.
    /// </summary>
    public static string OfAnswered(Uri url)
    {
        url = BehindRedirectors(url);
        return IsPlain(url) ? url.AbsoluteUri : Bare(url, url.Host, url.AbsolutePath, WithoutTracking(url.Query, isAmpToo: false));
    }

    /// <summary>Whether the canonical form is a page that nobody has named.</summary>
    public static bool IsGuess(Uri url) => Of(url) != OfAnswered(url);

    private static Uri BehindRedirectors(Uri url)
    {
        for (var hops = 0; hops < MaxRedirectors && Redirectors.TargetOf(url) is { } target; hops++) url = target;
        return url;
    }

    private static string Bare(Uri url, string host, string path, string query)
    {
        var bare = new UriBuilder(url) { Fragment = "", UserName = "", Password = "", Host = host, Path = path, Query = query };
        if (bare.Uri.IsDefaultPort) bare.Port = -1;
        return bare.Uri.AbsoluteUri;
    }

    // Most addresses are canonical already, and all of them are asked.
    private static bool IsPlain(Uri url) =>
        url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
        && !url.AbsolutePath.Contains("amp", StringComparison.OrdinalIgnoreCase) && ReferenceEquals(DesktopHost(url), url.Host);

    private static string WithoutTracking(string query, bool isAmpToo) =>
        string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(NameOf(part)) && !(isAmpToo && AsksForAmp(part))));

    // In addresses that were escaped once too often an & is left as "&amp;".
    private static string NameOf(string part) => part.Split('=')[0] is var name && name.StartsWith("amp;", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static bool AsksForAmp(string part)
    {
        var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (part[..at], part[(at + 1)..]) : (part, "");
        return AmpNames.Contains(name) ? Yes.Contains(value) : FormNames.Contains(name) && value.Equals("amp", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTracking(string name) =>
        TrackingNames.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The host without its form for small screens: <c>m.</c>, <c>mobile.</c> and <c>amp.</c> stand for <c>www.</c> before a site's own name,
    /// and <c>en.m.</c> or <c>www.amp.</c> for <c>en.</c> and <c>www.</c>; a host of two names is a site's own, whatever it is called.
    /// </summary>
    private static string DesktopHost(Uri url)
    {
        var host = url.Host;
        if (url.HostNameType != UriHostNameType.Dns) return host;
        var names = host.Split('.');
        if (names.Length < 3) return host;
        if (names[0] is "m" or "mobile" or "amp") return (names.Length == 3 ? "www." : "") + string.Join('.', names.Skip(1));
        return names.Length > 3 && names[1] is "m" or "mobile" or "amp" ? string.Join('.', names.Where((_, place) => place != 1)) : host;
    }

    private static string WithoutAmp(string path)
    {
        var parts = path.Split('/');
        var end = parts.Length - 1;
        if (end > 1 && parts[end].Length == 0) end--;
        if (end > 1 && IsAmp(parts[end])) return string.Join('/', parts.Take(end)) + (end < parts.Length - 1 ? "/" : "");
        if (end > 1 && IsAmp(parts[1])) return "/" + string.Join('/', parts.Skip(2));
        if (path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase)) return path[..^4];
        // moon.amp.html stands for moon.html, whatever the pages are made with.
        var mark = path.LastIndexOf(".amp.", StringComparison.OrdinalIgnoreCase);
        return mark > 0 && path.Length - mark is > 6 and < 11 && path.AsSpan(mark + 5).IndexOfAnyExcept(Letters) < 0 ? path[..mark] + path[(mark + 4)..] : path;
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool IsAmp(string part) => part.Equals("amp", StringComparison.OrdinalIgnoreCase) || part.Equals("amp.html", StringComparison.OrdinalIgnoreCase) || part.Equals("amp.htm", StringComparison.OrdinalIgnoreCase);
}
