using NewsDesk.Wire.Feeds.Encodings;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>What a person sees of a page at a glance: its title, whether it asks for a password, how much text there is without scripts.</summary>
internal readonly record struct Glance(string Title, bool AsksForPassword, bool HasScripts, int TextLength)
{
    /// <summary>Bytes of a page that are looked through for what it is about.</summary>
    private const int LookedAt = 200_000;

    private const int MaxTitle = 500;

    public static Glance At(ReadOnlySpan<byte> page, string? contentType) => At(FeedEncoding.Decode(page[..Math.Min(page.Length, LookedAt)], contentType));

    /// <summary>One pass from tag to tag, so that no page takes longer than its length.</summary>
    public static Glance At(ReadOnlySpan<char> html)
    {
        var (title, password, scripts, length) = ("", false, false, 0);
        while (true)
        {
            var open = html.IndexOf('<');
            length += (open < 0 ? html : html[..open]).Trim().Length;
            if (open < 0) return new(title, password, scripts, length);
            html = html[(open + 1)..];
            var close = html.IndexOf('>');
            if (close < 0) return new(title, password, scripts, length);
            var tag = html[..close];
            html = html[(close + 1)..];
            if (Is(tag, "title") && title.Length == 0) title = Until(html, '<').ToString();
            if (Is(tag, "input") && tag.Contains("password", StringComparison.OrdinalIgnoreCase)) password = true;
            scripts |= Is(tag, "script");
            if (Is(tag, "script") || Is(tag, "style") || Is(tag, "noscript") || Is(tag, "title")) html = Behind(html, tag);
        }
    }

    private static bool Is(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsLetterOrDigit(tag[name.Length]));

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> html, char end)
    {
        var at = html.IndexOf(end);
        var text = at < 0 ? html : html[..at];
        return text[..Math.Min(text.Length, MaxTitle)];
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> html, ReadOnlySpan<char> tag)
    {
        var end = tag[..1] is "t" or "T" ? "</t" : tag[..1] is "n" or "N" ? "</n" : tag.StartsWith("sc", StringComparison.OrdinalIgnoreCase) ? "</sc" : "</st";
        var at = html.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[at..];
    }
}
