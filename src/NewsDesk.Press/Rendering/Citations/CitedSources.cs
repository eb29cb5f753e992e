using System.Globalization;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Citations;

/// <summary>The sources that a text cites, each listed once in the order of their first citing.</summary>
internal sealed class CitedSources(RenderContext context, Post post)
{
    private readonly Dictionary<string, CitedSource> _byAddress = new(StringComparer.Ordinal);
    private readonly List<CitedSource> _all = [];

    public IReadOnlyList<CitedSource> All => _all;

    /// <summary>Called for each citation in the order of the text.</summary>
    public void Resolve(Citation citation, Printing printing)
    {
        foreach (var target in citation.Targets)
        {
            var (url, original) = Find(target);
            if (url is null)
                printing.Warn(citation.Line, $"[@{target}] cites an original that the post does not have: it has {post.Originals.Count}; write the address, as in [@https://…]");
            else if (List(url, original) is var source && !citation.Sources.Contains(source))
                citation.Sources.Add(source);
        }
    }

    private (string? Url, Original? Original) Find(string target)
    {
        if (int.TryParse(target, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= post.Originals.Count ? (post.Originals[number - 1].Url, post.Originals[number - 1]) : (null, null);
        var url = WebAddress.Find(target)?.AbsoluteUri;
        return (url, post.Originals.FirstOrDefault(original => original.Url == url));
    }

    private CitedSource List(string url, Original? original)
    {
        if (_byAddress.TryGetValue(Key(url), out var source)) return source;
        var known = context.Originals.GetValueOrDefault(url);
        source = new CitedSource
        {
            Number = _all.Count + 1,
            Url = url,
            Domain = WebAddress.Domain(new Uri(url)),
            Title = original?.Title ?? known?.Title,
            Publisher = original?.Publisher ?? known?.Publisher,
            Published = original?.Published ?? known?.Published,
        };
        _byAddress.Add(Key(url), source);
        _all.Add(source);
        return source;
    }

    /// <summary>With and without a slash at its end, an address is one source.</summary>
    private static string Key(string url) => url.TrimEnd('/');
}
