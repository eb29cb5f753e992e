using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Pictures;

/// <summary>The desk's own pictures, by their address on the site.</summary>
public sealed record KnownPictures
{
    /// <summary>What is below it on the site is a file in the content folder's <c>media</c>.</summary>
    public const string Folder = "/media/";

    /// <summary>The covers that the site draws of posts; which there are, only the archive knows.</summary>
    private const string Covers = "/cover/";

    private readonly IReadOnlyDictionary<string, ImageSize?>? _sizes;

    /// <param name="sizes">All that there are, by plain address like <c>/media/the moon.jpg</c>; the size is null where the file does not tell.</param>
    public KnownPictures(IReadOnlyDictionary<string, ImageSize?> sizes) => _sizes = sizes;

    private KnownPictures() { }

    /// <summary>Nobody has looked, so none is missing either.</summary>
    public static KnownPictures None { get; } = new();

    public ImageSize? SizeOf(string address) => _sizes?.GetValueOrDefault(Plain(address));

    /// <summary>What is wrong with an address at which readers would find no picture, and what to do about it; null when nothing is, or nobody knows.</summary>
    public string? FindTrouble(string address)
    {
        if (address.StartsWith(Folder, StringComparison.Ordinal))
            return _sizes is null || _sizes.ContainsKey(Plain(address)) ? null : $"there is no picture content{Plain(address)}: {Advice(address, "put it there, or mend the address")}";
        if (address.StartsWith('/'))
        {
            // What else lies on the site is not ours to know.
            var first = address.TrimStart('/').Split('/')[0];
            return _sizes is null || address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith(Covers, StringComparison.Ordinal) || Slug.IsReserved(first) ? null : $"there is no picture {Plain(address)} on the site: {Advice(address, Remedy(address))}";
        }

        if (address.Length == 0) return "this picture has no address: write ![what is seen](/media/moon.jpg), and put the file into content/media";
        return Uri.TryCreate(address, UriKind.Absolute, out _) ? null : $"the picture \"{address}\" would be looked for beside the page, not beside the file: {Advice(address, Remedy(address))}";
    }

    /// <summary>The picture that has nearly this address, or this name in another folder.</summary>
    private string Advice(string address, string otherwise)
    {
        var name = NameOf(Plain(address));
        var near = Nearest.Find(Plain(address), _sizes?.Keys ?? []) ?? _sizes?.Keys.Order(StringComparer.Ordinal).FirstOrDefault(known => NameOf(known) == name);
        return near is null ? otherwise : $"did you mean {near}?";
    }

    private static string Remedy(string address) => $"put it into content/media, and write {Folder}{NameOf(Plain(address))}";

    private static string NameOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    /// <summary>What a text that mentions pictures depends on besides its own words: changes when one of them comes, goes or changes its size.</summary>
    public string StateOfThoseIn(string text)
    {
        if (_sizes is null) return "";
        var state = new System.Text.StringBuilder();
        for (var at = text.IndexOf(Folder, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Folder, at + 1, StringComparison.Ordinal))
        {
            foreach (var end in (ReadOnlySpan<int>)[EndOf(text, at, ")\"'> \t\n\r"), EndOf(text, at, ")\"'>\n\r")])
            {
                if (_sizes.TryGetValue(Plain(text[at..end]), out var size)) state.Append(text, at, end - at).Append(' ').Append(size).Append('\n');
            }
        }

        return state.ToString();
    }

    private static int EndOf(string text, int start, string ends)
    {
        var length = text.AsSpan(start).IndexOfAny(ends);
        return length < 0 ? text.Length : start + length;
    }

    private static string Plain(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? address : address[..end]);
    }
}
