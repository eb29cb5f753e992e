using System.Buffers;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>
/// Addresses that are harmless at a glance: nearly all that writers write. Whatever is not goes through the cleaner, which decides; so
/// there is one definition of harmless, and most posts need not be parsed a second time.
/// </summary>
internal static class PlainAddress
{
    /// <summary>Escaping makes at most nine characters of one, and the cleaner takes 8,000.</summary>
    private const int MaxLength = 800;

    private static readonly SearchValues<char> InHosts =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    private static readonly SearchValues<char> Odd =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Concat(Enumerable.Range(0x7F, 0x22)).Concat(Enumerable.Range(0xD800, 0x800)).Select(code => (char)code), '\\', '"', '<', '>', '`', '^', '{', '|', '}']);

    public static bool Is(ReadOnlySpan<char> address, bool isLink)
    {
        if (address.Length > MaxLength || address.ContainsAny(Odd)) return false;
        if (address.StartsWith("https://", StringComparison.Ordinal)) return HasPlainHost(address["https://".Length..]);
        if (address.StartsWith("http://", StringComparison.Ordinal)) return HasPlainHost(address["http://".Length..]);
        if (address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("tel:", StringComparison.Ordinal)) return isLink;
        if (address.StartsWith("//", StringComparison.Ordinal) || address.IsEmpty) return false;
        var colon = address.IndexOf(':');
        return colon < 0 || address[..colon].ContainsAny('/', '?', '#');
    }

    private static bool HasPlainHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        return host.Length > 0 && host[0] is not ('.' or '-') && !host.ContainsAnyExcept(InHosts);
    }
}
