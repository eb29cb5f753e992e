using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Citations;

/// <summary>Which addresses a post asks the archive about: its originals, and what its text cites or places.</summary>
public static class Mentioned
{
    private static readonly string[] Marks = ["@http", "original http"];

    /// <summary>Answers each address once, as <see cref="RenderContext.Originals"/> is asked for it. Found without parsing, so one in code is there too.</summary>
    public static IReadOnlyList<string> AddressesIn(Post post)
    {
        var addresses = post.Originals.Select(original => original.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var mark in Marks)
        {
            for (var at = post.Markdown.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = post.Markdown.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
            {
                var start = at + mark.Length - "http".Length;
                var rest = post.Markdown.AsSpan(start);
                var end = rest.IndexOfAny("] \t\n");
                if (WebAddress.Find((end < 0 ? rest : rest[..end]).TrimEnd(",;").ToString()) is { } address) addresses.Add(address.AbsoluteUri);
            }
        }

        return [.. addresses];
    }
}
