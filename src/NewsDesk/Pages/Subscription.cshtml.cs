using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Hosting.Limits;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.Subscriptions;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages;

/// <summary>What a person sees who opens a feed in a browser: what it is, what is in it, and what to do with its address.</summary>
[Costly]
[Shows(Subject.Posts, Subject.Articles, Subject.Stories, Subject.Sources, By = ["q", "of", "by", "source", "in", "from", "to", "page", "at", "month"], InBothLanguages = false)]
public sealed class SubscriptionModel(FeedScopes scopes, FeedDesk feeds) : PageModel
{
    public FeedScope Scope { get; private set; } = FeedScope.Everything;

    public FeedFormat Format { get; private set; } = FeedFormat.Rss;

    public Publication Feed { get; private set; } = null!;

    public static void Route(PageConventionCollection pages)
    {
        var ours = FeedScopes.OfPosts.Append(FeedScopes.OfSearch).Append(FeedScopes.OfWire).SelectMany(FeedScopes.FilesBelow);
        foreach (var file in ours.Concat(FeedScopes.ReportedFilesBelow(FeedScopes.OfStory))) pages.AddPageRoute("/Subscription", Subscriptions.Feeds.Views + file);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await scopes.FindAsync(Request.Path, Request.Query, cancel) is not { } scope) return NotFound();
        Format = FeedFormat.Of(Request.Path);
        if (await feeds.FindAsync(scope, Format, FeedScopes.IsClean(Request.Path), Request.Query, cancel) is not { } publication) return NotFound();
        (Scope, Feed) = (scope, publication);
        // A cache in between that does not look at what a browser says must not hand this to a feed reader.
        Response.Headers.CacheControl = "private, no-cache";
        return Page();
    }
}
