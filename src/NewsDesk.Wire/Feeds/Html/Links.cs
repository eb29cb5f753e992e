namespace NewsDesk.Wire.Feeds.Html;

/// <summary>Makes addresses absolute. One that is absolute already stays as it was written.</summary>
internal static class Links
{
    private static readonly string[] Dangerous = ["javascript:", "vbscript:", "data:", "file:", "about:", "blob:"];

    /// <summary>An address that a reader can go to, or null: nothing written, nothing an address could be, or a script.</summary>
    public static string? Resolve(Uri? address, string? written)
    {
        var link = Tidy(written);
        if (link.Length == 0) return null;
        if (!Scheme(link).IsEmpty)
            return !IsDangerous(link) && Uri.TryCreate(link, UriKind.Absolute, out _) ? link : null;
        if (address is null) return link;
        return Uri.TryCreate(address, link, out var absolute) ? absolute.AbsoluteUri : null;
    }

    /// <summary>The absolute form of a relative address; null when it needs none or cannot have one.</summary>
    public static string? Absolute(Uri? address, string written)
    {
        if (address is null) return null;
        var link = Tidy(written);
        return Scheme(link).IsEmpty && Uri.TryCreate(address, link, out var absolute) ? absolute.AbsoluteUri : null;
    }

    public static Uri? ResolveBase(Uri? address, string written)
    {
        var link = Tidy(written);
        if (!Scheme(link).IsEmpty) return Uri.TryCreate(link, UriKind.Absolute, out var absolute) ? absolute : address;
        return address is not null && Uri.TryCreate(address, link, out var joined) ? joined : address;
    }

    private static bool IsDangerous(string link) => Dangerous.Any(scheme => link.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>The letters before the colon, or none: <c>a/b:c</c> is a path.</summary>
    private static ReadOnlySpan<char> Scheme(string link)
    {
        if (link.Length == 0 || !char.IsAsciiLetter(link[0])) return [];
        for (var i = 1; i < link.Length; i++)
        {
            if (link[i] == ':') return link.AsSpan(0, i);
            if (!char.IsAsciiLetterOrDigit(link[i]) && link[i] is not ('+' or '-' or '.')) return [];
        }

        return [];
    }

    /// <summary>As browsers do, without line breaks, at which feeds fold long addresses, and without other control characters.</summary>
    private static string Tidy(string? written)
    {
        var link = (written ?? "").Trim();
        return link.Any(char.IsControl) ? string.Concat(link.Where(letter => !char.IsControl(letter))) : link;
    }
}
