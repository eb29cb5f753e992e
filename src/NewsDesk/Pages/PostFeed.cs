using NewsDesk.Archive;
using NewsDesk.Markup;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages;

/// <summary><c>/feed.xml</c>: the newest posts with their full text, as RSS 2.0.</summary>
public static class PostFeed
{
    private const int PostsShown = 50;

    [Shows(Subject.Posts, InBothLanguages = false)]
    public static async Task<IResult> GetAsync(Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        var newest = (await posts.ListNewestWholeAsync(null, PostsShown, PostFilter.Everything, clock.GetUtcNow(), cancel)).Items;
        var site = masthead.Site;
        var publication = new Publication
        {
            Title = site.Title,
            Link = masthead.SiteUrl,
            Self = masthead.AbsoluteUrl("/feed.xml"),
            Description = $"{site.Description} {site.Satire}",
            Language = site.Language,
            Copyright = site.Publisher is { } publisher ? $"© {publisher}" : null,
            Updated = newest.Count > 0 ? newest.Max(post => post.Updated ?? post.Published) : null,
            Posts = newest.Select(post => Publish(post, masthead)).ToList(),
        };
        return Results.Bytes(RssFeed.Write(publication), "application/rss+xml; charset=utf-8");
    }

    private static PublishedPost Publish(IndexedPost post, Masthead masthead)
    {
        var details = PrintedDetails.Of(post);
        var link = masthead.AbsoluteUrl(Address.OfPost(post.Slug, post.Published));
        return new()
        {
            Id = post.Uid,
            Title = post.Title,
            Link = link,
            Html = HtmlCleaner.Clean(string.Concat(details.Image?.Html(isClean: false), details.UpdatesHtml, post.Html, details.OriginalsHtml, details.SourcesHtml, post.SignOffHtml), link, CleanRules.Post with { OwnSite = masthead.SiteUrl }),
            Summary = post.Summary ?? post.Excerpt,
            Author = masthead.FindPersona(post.Persona)?.Name,
            Categories = post.Tags,
            Published = post.Published,
        };
    }
}
