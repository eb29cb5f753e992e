using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsDesk.Markup;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>A parsed page: its tree, its scripts' data and where it was found.</summary>
internal sealed record Page(IHtmlDocument Document, IReadOnlyList<DataScript> Scripts, Uri? Url)
{
    /// <summary>Walks over the tree recurse, so the tree must be shallow; real pages stay under a hundred.</summary>
    public const int MaxDepth = 256;

    private static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = MaxDepth,
        IsScripting = false,
        SkipComments = true,
        DisableElementPositionTracking = true,
    };

    public static Page Parse(string html, Uri? url, bool keepAllAttributes)
    {
        var tamed = TamedSource.From(html, keepAllAttributes);
        var document = SourceHtml.ParsePage(tamed.Html, Options);
        return new(document, tamed.Scripts, BaseOf(document, url ?? OwnWord(document)));
    }

    /// <summary>The elements that tell of the page; taken once, when the page has lost what a source's own selectors remove.</summary>
    public Landmarks Landmarks => field ??= Landmarks.Of(Document);

    /// <summary>Makes an address of the page absolute; null if it is none or of a kind not followed on the web.</summary>
    public Uri? Resolve(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > 4_000) return null;
        var parsed = Url is null
            ? Uri.TryCreate(address.Trim(), UriKind.Absolute, out var alone) ? alone : null
            : Uri.TryCreate(Url, address.Trim(), out var joined) ? joined : null;
        return parsed?.Scheme is "http" or "https" ? parsed : null;
    }

    /// <summary>Where the page itself says that it lives.</summary>
    public IEnumerable<Uri> OwnAddresses =>
        new[] { Document.Head?.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), Document.Head?.QuerySelector("meta[property='og:url']")?.GetAttribute("content") }.Select(Resolve).OfType<Uri>();

    /// <summary>Where a page says that it lives, for one of which nothing else is known.</summary>
    private static Uri? OwnWord(IHtmlDocument document) =>
        Uri.TryCreate(document.Head?.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? document.Head?.QuerySelector("meta[property='og:url']")?.GetAttribute("content"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static Uri? BaseOf(IHtmlDocument document, Uri? url)
    {
        var given = document.Head?.QuerySelector("base[href]")?.GetAttribute("href");
        if (string.IsNullOrWhiteSpace(given)) return url;
        var based = url is null
            ? Uri.TryCreate(given, UriKind.Absolute, out var alone) ? alone : null
            : Uri.TryCreate(url, given, out var joined) ? joined : null;
        return based?.Scheme is "http" or "https" ? based : url;
    }
}
