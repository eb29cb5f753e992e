using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Pages.Keeping;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Lists for feed readers that take many feeds at once, as OPML: ours, and those that we read.</summary>
public static class FeedLists
{
    [Shows(Subject.Posts, InBothLanguages = false)]
    public static async Task<IResult> GetOursAsync(Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        var parts = await FeedParts.ListAsync(posts, masthead, clock.GetUtcNow(), cancel);
        return Opml(parts.SelectMany(part => part.Feeds.Select(feed => Listed(feed, part.Title, masthead)))
            .Prepend(Listed(FeedScope.Everything, null, masthead)).Append(Listed(FeedScope.Wire, null, masthead)), $"{masthead.Site.Title}: all feeds");
    }

    [Shows(Subject.Sources, InBothLanguages = false)]
    public static async Task<IResult> GetReadAsync(Sources sources, Masthead masthead, CancellationToken cancel) =>
        Opml((await sources.ListAsync(cancel)).Where(source => source is { Active: true, Kind: not "folder" }).Select(SourceReading.Watched), $"{masthead.Site.Title}: what we read");

    private static WatchedSource Listed(FeedScope feed, string? group, Masthead masthead) => new()
    {
        Kind = SourceKind.Feed,
        Url = masthead.AbsoluteUrl(feed.AddressOf(FeedFormat.Rss, isClean: false)).AbsoluteUri,
        Title = feed.About is { } about ? $"{masthead.Site.Title}: {about}" : masthead.Site.Title,
        SiteUrl = masthead.AbsoluteUrl(feed.Page).AbsoluteUri,
        Category = group,
    };

    private static IResult Opml(IEnumerable<WatchedSource> sources, string title) =>
        Results.Text(OpmlEditor.Add(OpmlEditor.Titled(title), [.. sources]), "text/x-opml; charset=utf-8");
}
