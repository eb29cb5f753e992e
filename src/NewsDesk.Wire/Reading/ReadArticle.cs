namespace NewsDesk.Wire.Reading;

/// <summary>What the reader found in one page: an article without its furniture.</summary>
public sealed record ReadArticle
{
    public ArticleKind Kind { get; init; }

    /// <summary>The headline, without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>Names of people, in the page's order; never the site, never "By".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? SiteName { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>A BCP 47 tag, as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    public string? Excerpt { get; init; }

    public Uri? Image { get; init; }

    /// <summary>Where the page says that it lives.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public string Text { get; init; } = "";

    /// <summary>The article's structure, cleaned, with absolute addresses.</summary>
    public string Html { get; init; } = "";
}
