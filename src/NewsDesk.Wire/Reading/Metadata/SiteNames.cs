using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds what a page's site calls itself.</summary>
internal static class SiteNames
{
    /// <summary>The link to the front page is one of a page's first.</summary>
    private const int MaxLinks = 100;

    public static string? Find(Page page, MetaTags meta, LinkedData linked)
    {
        var named = meta.First("og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title");
        named ??= linked.Articles.Select(article => LinkedData.TextOf(article, "publisher")).FirstOrDefault(name => name is not null);
        named ??= linked.Things.Where(thing => LinkedData.TypesOf(thing).Any(type => type is "WebSite" or "NewsMediaOrganization"))
            .Select(thing => LinkedData.TextOf(thing, "name")).FirstOrDefault(name => name is not null);
        named ??= Titles.PartsOf(page.Document.Title).FirstOrDefault(part => Titles.IsHost(part, page.Url));
        return Titles.Squeeze(named) is { Length: > 0 and < 100 } name && !name.Contains("://", StringComparison.Ordinal) ? name : null;
    }

    /// <summary>
    /// What stands beside the headline in the window's title, where something else says that it is the site and not a section: the host, the
    /// title given to those who share the page, which has the headline alone, a link to the front page, or the name of the author.
    /// </summary>
    public static string? InTitle(Page page, MetaTags meta, string? title)
    {
        if (title is null || Titles.NameBeside(page.Document.Title, title) is not { } name) return null;
        var isSite = Titles.IsHost(name, page.Url) || Titles.Squeeze(meta.First("og:title", "twitter:title")).Equals(title, StringComparison.OrdinalIgnoreCase) ||
                     meta.All("author").Contains(name, StringComparer.OrdinalIgnoreCase) || LeadsHome(page, name);
        return isSite ? name : null;
    }

    private static bool LeadsHome(Page page, string name) =>
        page.Document.QuerySelectorAll("a[href]").Take(MaxLinks).Any(link => (link.GetAttribute("href") == "/" || page.Url is not null && page.Resolve(link.GetAttribute("href")) is { AbsolutePath: "/", Query: "" } home && home.Host == page.Url.Host) &&
                                                                             Titles.Squeeze(link.TextContent).Equals(name, StringComparison.OrdinalIgnoreCase));
}
