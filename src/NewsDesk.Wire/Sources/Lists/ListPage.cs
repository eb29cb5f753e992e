using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Sources.Lists;

/// <summary>What a page lists.</summary>
/// <param name="Guessed">No selectors said where the links are.</param>
public sealed record ListPageRead(IReadOnlyList<ListedLink> Links, bool Guessed);

/// <summary>Reads a page that lists links to articles.</summary>
public static class ListPage
{
    /// <summary>More links than this are an archive, not news.</summary>
    public const int MaxLinks = 300;

    /// <summary>The links in the page's order; by the selectors, or by guess where none are given.</summary>
    public static ListPageRead Read(ReadOnlyMemory<byte> html, Uri url, ListSelectors selectors, string? contentType = null)
    {
        var page = Page.Parse(PageEncoding.Decode(html, contentType), url, keepAllAttributes: true);
        var isGuess = selectors is { Item: null, Link: null };
        var links = isGuess ? ListGuess.Of(page, url, selectors) : SelectedList.Of(page, selectors);
        return new([.. links.Where(link => link.Url != url.AbsoluteUri).DistinctBy(link => CanonicalUrl.Of(link.Url), StringComparer.Ordinal).Take(MaxLinks)], isGuess);
    }
}
