using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What is known of a page beside its text.</summary>
internal sealed record Facts
{
    public string? Title { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? SiteName { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Modified { get; init; }
    public string? Language { get; init; }
    public string? Description { get; init; }
    public Uri? Image { get; init; }
    public Uri? Canonical { get; init; }
    public LinkedData Linked { get; init; } = LinkedData.From([]);

    public static Facts Of(Page page)
    {
        var meta = MetaTags.Of(page.Document);
        var linked = LinkedData.From(page.Scripts);
        var siteName = SiteNames.Find(page, meta, linked);
        return new()
        {
            Linked = linked,
            SiteName = siteName,
            Title = Titles.Find(page, meta, linked, siteName) is { Length: > 0 } title ? title : null,
            Authors = Bylines.Find(page, meta, linked, siteName),
            Published = PublishedDate.Find(page, meta, linked),
            Modified = PublishedDate.FindModified(meta, linked),
            Language = Languages.Find(page, meta, linked),
            Description = Titles.Squeeze(meta.First("og:description", "description", "twitter:description", "dc.description")) is { Length: > 0 } told ? told : null,
            Image = page.Resolve(meta.First("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")),
            Canonical = page.Resolve(page.Document.Head?.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? meta.First("og:url")),
        };
    }
}
