using System.Buffers;
using System.Text;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Which addresses a post may carry: the cleaner's rule, kept here so that a post without raw HTML need not be parsed twice.</summary>
internal static class SafeAddress
{
    /// <summary>In bytes: three times as many characters when all of them are escaped.</summary>
    private const int MaxBytes = 2000;

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Where a reader may be sent: the web, mail, telephone, or a place on this site.</summary>
    public static string? ForLink(string? url, Uri? ownSite) => Find(url, ownSite, isLink: true);

    /// <summary>Where a browser may load from.</summary>
    public static string? ForImage(string? url, Uri? ownSite) => Find(url, ownSite, isLink: false) is { Length: > 0 } address ? address : null;

    private static string? Find(string? url, Uri? ownSite, bool isLink)
    {
        var address = (url ?? "").Trim();
        if (address.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0 || address.AsSpan().IndexOfAnyInRange('\x7F', '\x9F') >= 0) return null;
        if (Encoding.UTF8.GetByteCount(address) > MaxBytes || address.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsWellFormed(address)) return null;

        var end = address.AsSpan().IndexOfAnyExcept(SchemeCharacters);
        var scheme = end > 0 && address[end] == ':' && char.IsAsciiLetter(address[0]) ? address[..end].ToLowerInvariant() : "";
        switch (scheme)
        {
            case "":
                // Browsers read a backslash as a slash, and two slashes as another site.
                var path = address.Replace('\\', '/');
                return !path.StartsWith("//", StringComparison.Ordinal) ? path : IsHost(path.AsSpan(2)) ? "https:" + path : null;
            case "http" or "https":
                var rest = address.AsSpan(end + 1);
                if (!rest.StartsWith("//", StringComparison.Ordinal) || !IsHost(rest[2..])) return null;
                return OnOwnSite(address, ownSite) ?? address.Replace('\\', '/');
            case "mailto" or "tel":
                return isLink ? address : null;
            default:
                return null;
        }
    }

    private static bool IsHost(ReadOnlySpan<char> rest) => rest.Length > 0 && rest[0] is not ('/' or '\\' or '%' or '?' or '#');

    /// <summary>An absolute address of our own becomes a relative one: it works in a preview too, and can be checked.</summary>
    private static string? OnOwnSite(string address, Uri? ownSite) =>
        ownSite is not null
        && Uri.TryCreate(address, UriKind.Absolute, out var url)
        && string.Equals(url.Authority, ownSite.Authority, StringComparison.OrdinalIgnoreCase)
        && url.Scheme == ownSite.Scheme
        && !url.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? url.PathAndQuery + url.Fragment
            : null;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
