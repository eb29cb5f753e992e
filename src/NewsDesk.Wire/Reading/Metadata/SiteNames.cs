using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds what a page's site calls itself.</summary>
internal static class SiteNames
{
    public static string? Find(Page page, MetaTags meta, LinkedData linked)
    {
        var named = meta.First("og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title");
        named ??= linked.Articles.Select(article => LinkedData.TextOf(article, "publisher")).FirstOrDefault(name => name is not null);
        named ??= linked.Things.Where(thing => LinkedData.TypesOf(thing).Any(type => type is "WebSite" or "NewsMediaOrganization"))
            .Select(thing => LinkedData.TextOf(thing, "name")).FirstOrDefault(name => name is not null);
        named ??= Titles.PartsOf(page.Document.Title).FirstOrDefault(part => Titles.IsHost(part, page.Url));
        return Titles.Squeeze(named) is { Length: > 0 and < 100 } name && !name.Contains("://", StringComparison.Ordinal) ? name : null;
    }
}
