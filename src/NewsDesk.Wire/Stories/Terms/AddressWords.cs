namespace NewsDesk.Wire.Stories.Terms;

/// <summary>The words of an article's address: often the first headline, before an editor cut or spiced it.</summary>
internal static class AddressWords
{
    private const int MaxWords = 20;

    public static IEnumerable<string> Of(string url)
    {
        var slug = Slug(url);
        if (slug is null) yield break;
        var left = MaxWords;
        foreach (var raw in slug.Split('-', '_', '+', '.', ','))
        {
            if (raw.Length is > 2 and < 30 && raw.All(char.IsLetter) && left-- > 0) yield return raw.ToLowerInvariant();
        }
    }

    /// <summary>The longest part of the path that is made of several words.</summary>
    private static string? Slug(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var path = url.AsSpan(scheme < 0 ? 0 : scheme + 3);
        var root = path.IndexOf('/');
        if (root < 0) return null;
        path = path[root..];
        var query = path.IndexOfAny('?', '#');
        if (query >= 0) path = path[..query];
        var longest = ReadOnlySpan<char>.Empty;
        foreach (var range in path.Split('/'))
        {
            var part = WithoutExtension(path[range]);
            if (part.Length > longest.Length && part.Count('-') + part.Count('_') + part.Count('+') >= 2) longest = part;
        }

        return longest.IsEmpty ? null : longest.ToString();
    }

    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> part)
    {
        var dot = part.LastIndexOf('.');
        return dot > 0 && part.Length - dot is >= 3 and <= 6 ? part[..dot] : part;
    }
}
