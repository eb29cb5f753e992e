using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Hosting.Limits;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Answers feed readers.</summary>
public static class Feeds
{
    /// <summary>By this a browser says where an answer is going to be shown; feed readers fetch for themselves.</summary>
    private const string Destination = "Sec-Fetch-Dest";

    /// <summary>Below it, a page for people for each feed.</summary>
    public const string Views = "/feeds/view";

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var file in FeedScopes.OfPosts.SelectMany(FeedScopes.FilesBelow)) routes.MapRead(file, GetPostsAsync);
        foreach (var file in FeedScopes.FilesBelow(FeedScopes.OfSearch)) routes.MapRead(file, GetFoundAsync);
        foreach (var file in FeedScopes.ReportedFilesBelow(FeedScopes.OfWire)) routes.MapRead(file, GetWireAsync);
        foreach (var file in FeedScopes.ReportedFilesBelow(FeedScopes.OfStory)) routes.MapRead(file, GetStoryAsync);
        routes.MapRead("/search.xml", GetFoundAsync);
        routes.MapRead("/api/posts.json", GetPostsAsync);
        routes.MapRead("/feeds.opml", FeedLists.GetOursAsync);
        routes.MapRead("/sources.opml", FeedLists.GetReadAsync);
    }

    /// <summary>Shows a person who opens a feed in a browser what it is, at the feed's own address.</summary>
    public static IApplicationBuilder UseFeedViews(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (FeedFormat.Of(request.Path.Value!) is not null && request.Headers[Destination] == "document") request.Path = Views + request.Path;
        return next(context);
    });

    [Shows(Subject.Posts, Subject.Sources, By = ["at", "month"], InBothLanguages = false, VariesBy = Destination)]
    private static Task<IResult> GetPostsAsync(HttpContext context, FeedScopes scopes, FeedDesk feeds, CancellationToken cancel) => AnswerAsync(context, scopes, feeds, cancel);

    [Costly]
    [Shows(Subject.Posts, Subject.Articles, Subject.Sources, By = ["q", "of", "by", "source", "in", "from", "to", "page"], InBothLanguages = false, VariesBy = Destination)]
    private static Task<IResult> GetFoundAsync(HttpContext context, FeedScopes scopes, FeedDesk feeds, CancellationToken cancel) => AnswerAsync(context, scopes, feeds, cancel);

    [Shows(Subject.Articles, Subject.Sources, By = ["at"], InBothLanguages = false, VariesBy = Destination)]
    private static Task<IResult> GetWireAsync(HttpContext context, FeedScopes scopes, FeedDesk feeds, CancellationToken cancel) => AnswerAsync(context, scopes, feeds, cancel);

    [Shows(Subject.Sources, InBothLanguages = false, VariesBy = Destination)]
    private static async Task<IResult> GetStoryAsync(HttpContext context, long story, Archive.Stories stories, FeedScopes scopes, FeedDesk feeds, CancellationToken cancel)
    {
        ShownBeside.Note(context, Subject.One(Subject.Stories, story));
        // What was merged into another story goes on there, also for who follows it.
        if (await stories.FindMovedAsync(story, cancel) is not { } into) return await AnswerAsync(context, scopes, feeds, cancel);
        var file = context.Request.Path.Value!.Split('/')[^1];
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"/story/{into}/{file}"), permanent: true);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, FeedScopes scopes, FeedDesk feeds, CancellationToken cancel)
    {
        var query = context.Request.Query;
        if (await scopes.FindAsync(context.Request.Path, query, cancel) is not { } asked) return Results.NotFound();
        if (await feeds.FindAsync(asked, query, cancel) is not { } publication) return Results.NotFound();
        context.Response.Headers.Link = Topics.LinkOf(publication);
        return Results.Bytes(asked.Format.Write(publication), asked.Format.HeaderType);
    }
}
