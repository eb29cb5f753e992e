using System.Buffers;
using System.Text;

namespace NewsDesk.Markup.Cleaning;

/// <summary>The allow-list of URL schemes, and how an address becomes absolute.</summary>
internal sealed class Addresses(Uri? baseUrl)
{
    /// <summary>In characters; servers refuse longer ones.</summary>
    private const int MaxLength = 8_000;

    /// <summary>In characters of Base64, about 48 KB of picture: an icon or a blurred preview, not a load.</summary>
    private const int MaxDataLength = 64_000;

    private static readonly string[] RasterTypes = ["png", "jpeg", "jpg", "gif", "webp", "avif"];

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=");

    // Browsers drop tabs and line ends from an address; the rest would end it in a srcset or does not belong there.
    private static readonly SearchValues<char> Dropped = SearchValues.Create("\t\n\r");
    private static readonly SearchValues<char> NotInHost = SearchValues.Create(" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}~\u00A0");
    private static readonly SearchValues<char> Escaped = SearchValues.Create(" \"<>`\\\f\v");

    private readonly string _origin = baseUrl?.GetLeftPart(UriPartial.Authority) ?? "";

    /// <summary>An address of something to load or to cite: http, https, or without a scheme.</summary>
    public string? Web(string value) =>
        Split(value, out var scheme) is { } url && scheme is "" or "http" or "https" ? Absolute(url, scheme) : null;

    /// <summary>An address that a reader may go to: also mail and telephone.</summary>
    public string? Link(string value) =>
        Split(value, out var scheme) is not { } url ? null
        : scheme is "mailto" or "tel" ? url
        : scheme is "" or "http" or "https" ? Absolute(url, scheme)
        : null;

    /// <summary>A place in the same page: what comes after #.</summary>
    public static string? Place(string value) =>
        Split(value, out _) is ['#', .. var place] ? place : null;

    /// <summary>An address of a picture: also a small raster picture written into the page.</summary>
    public string? Picture(string value) => IsDataPicture(value.AsSpan().Trim()) ? value.Trim() : Web(value);

    public static bool IsDataPicture(ReadOnlySpan<char> url)
    {
        const string Start = "data:image/", Middle = ";base64,";
        if (url.Length > MaxDataLength || !url.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = url[Start.Length..];
        var end = rest.IndexOf(Middle, StringComparison.OrdinalIgnoreCase);
        return end >= 0 && RasterTypes.Contains(rest[..end].ToString(), StringComparer.OrdinalIgnoreCase)
            && !rest[(end + Middle.Length)..].ContainsAnyExcept(Base64Characters);
    }

    /// <summary>Trims and cleans an address as a browser does before it looks for the scheme.</summary>
    private static string? Split(string value, out string scheme)
    {
        scheme = "";
        var start = 0;
        var end = value.Length;
        while (start < end && value[start] <= ' ') start++;
        while (end > start && value[end - 1] <= ' ') end--;
        if (end - start > MaxLength) return null;

        var url = SafeText.Plain(WithoutLineEnds(value.AsSpan(start, end - start)));
        var colon = url.AsSpan().IndexOfAnyExcept(SchemeCharacters);
        if (colon > 0 && url[colon] == ':' && char.IsAsciiLetter(url[0])) scheme = url[..colon].ToLowerInvariant();
        return Escape(url);
    }

    private string? Absolute(string url, string scheme)
    {
        // "http:page" is relative in some bases and a host in others; only what is one thing everywhere passes.
        if (scheme.Length > 0) return HasHost(url.AsSpan(scheme.Length + 1)) ? url : null;
        if (url.StartsWith("//", StringComparison.Ordinal)) return HasHost(url) ? (baseUrl?.Scheme ?? "https") + ":" + url : null;
        // "e|u|https://host" is a page beside this one to a browser, and to others an address that is none.
        if (url.AsSpan().IndexOfAny(":/?#") is >= 0 and var first && url[first] == ':') return null;
        // "c|" is a disk to some.
        if (url is [_, '|', ..]) return null;
        if (baseUrl is null || url.Length == 0) return url;
        if (url[0] == '/' && !url.Contains("/.", StringComparison.Ordinal)) return _origin + url;
        return Uri.TryCreate(baseUrl, url, out var absolute) && absolute.Scheme is "http" or "https" ? Escape(absolute.AbsoluteUri) : null;
    }

    /// <summary>Whether two slashes are followed by a host, perhaps with a port; a name and password before it only mislead.</summary>
    private static bool HasHost(ReadOnlySpan<char> url)
    {
        if (!url.StartsWith("//", StringComparison.Ordinal)) return false;
        var host = url[2..];
        if (host.IndexOfAny("/?#") is >= 0 and var end) host = host[..end];
        if (host.LastIndexOf(':') is >= 0 and var colon && !host.EndsWith(']'))
        {
            if (host.Length - colon > 6 || host[(colon + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
            host = host[..colon];
        }

        return host.StartsWith('[') ? System.Net.IPAddress.TryParse(host, out _) : host.Length > 0 && host[0] != '.' && !host.Contains("..", StringComparison.Ordinal) && !host.ContainsAny(NotInHost);
    }

    private static string WithoutLineEnds(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny(Dropped)) return value.ToString();
        var kept = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!Dropped.Contains(c)) kept.Append(c);
        }

        return kept.ToString();
    }

    private static string Escape(string url)
    {
        if (!url.AsSpan().ContainsAny(Escaped)) return url;
        var escaped = new StringBuilder(url.Length + 16);
        foreach (var c in url)
        {
            if (c == '\\') escaped.Append('/');
            else if (Escaped.Contains(c)) escaped.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
