using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What is known of a page beside its text.</summary>
internal sealed record Facts
{
    public string? Title { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whom the data names when it names the site itself, and the site may be a person.</summary>
    public IReadOnlyList<string> Owner { get; init; } = [];
    public string? SiteName { get; init; }
    public DateTimeOffset? Published { get; init; }
    public bool IsPublishedInMeta { get; init; }
    public DateTimeOffset? Modified { get; init; }
    public string? Language { get; init; }
    public string? Description { get; init; }
    public Uri? Image { get; init; }
    public Uri? Canonical { get; init; }
    public string? OpenGraphType { get; init; }

    /// <summary>Of the address: how many parts its path has, and how many words the last of them.</summary>
    public int PathDepth { get; init; }
    public int PathWords { get; init; }

    /// <summary>The article's text as its data tells it; plain, or HTML, or cut short.</summary>
    public string? Body { get; init; }

    public LinkedData Linked { get; init; } = LinkedData.From([]);

    public static Facts Of(Page page)
    {
        var meta = MetaTags.Of(page.Landmarks.Metas);
        var linked = LinkedData.From(page.Scripts);
        var siteName = SiteNames.Find(page, meta, linked);
        var path = page.Url?.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var title = Titles.Find(page, meta, linked, siteName) is { Length: > 0 } found ? found : null;
        siteName ??= SiteNames.InTitle(page, meta, title);
        var authors = Bylines.Find(page, meta, linked, siteName);
        return new()
        {
            OpenGraphType = meta.First("og:type")?.ToLowerInvariant(),
            PathDepth = path.Length,
            PathWords = path.Length == 0 ? 0 : path[^1].Split('-', '_').Length,
            Linked = linked,
            Body = linked.Articles.Select(article => LinkedData.TextOf(article, "articleBody") ?? LinkedData.TextOf(article, "text")).Where(body => body is not null).MaxBy(body => body!.Length),
            SiteName = siteName,
            Title = title,
            Authors = authors,
            Owner = authors.Count > 0 ? [] : Bylines.FindOwner(page, meta, linked, siteName),
            Published = PublishedDate.Find(page, meta, linked),
            IsPublishedInMeta = PublishedDate.IsInMeta(meta),
            Modified = PublishedDate.FindModified(meta, linked),
            Language = Languages.Find(page, meta, linked),
            Description = Titles.Summary(meta.First("og:description", "description", "twitter:description", "dc.description"), title),
            Image = page.Resolve(meta.First("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")),
            Canonical = page.Resolve(page.Document.Head?.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? meta.First("og:url")),
        };
    }

    /// <summary>Fills what the page's data does not tell from what its readers see.</summary>
    public Facts WithWhatThePageShows(Page page, Scene scene) => this with
    {
        Authors = Bylines.Choose(this, Signatures.Find(scene, SiteName, Language)),
        Published = PublishedDate.Choose(this, page, scene),
    };
}
