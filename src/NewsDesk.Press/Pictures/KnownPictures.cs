using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Pictures;

/// <summary>The desk's own pictures, by their address on the site.</summary>
public sealed record KnownPictures
{
    /// <summary>What is below it on the site is a file in the content folder's <c>media</c>.</summary>
    public const string Folder = "/media/";

    private readonly IReadOnlyDictionary<string, ImageSize?>? _sizes;

    /// <param name="sizes">All that there are, by plain address like <c>/media/the moon.jpg</c>; the size is null where the file does not tell.</param>
    public KnownPictures(IReadOnlyDictionary<string, ImageSize?> sizes) => _sizes = sizes;

    private KnownPictures() { }

    /// <summary>Nobody has looked, so none is missing either.</summary>
    public static KnownPictures None { get; } = new();

    public ImageSize? SizeOf(string address) => _sizes?.GetValueOrDefault(Plain(address));

    /// <summary>Whether an address of ours leads to no picture that is there.</summary>
    public bool Misses(string address) => _sizes is not null && address.StartsWith(Folder, StringComparison.Ordinal) && !_sizes.ContainsKey(Plain(address));

    /// <summary>What to do about a missing picture.</summary>
    public string Advice(string address)
    {
        var near = Nearest.Find(Plain(address), _sizes?.Keys ?? []);
        return $"there is no picture content{Plain(address)}: " + (near is null ? "put it there, or mend the address" : $"did you mean {near}?");
    }

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
