using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Hosting.Limits;
using NewsDesk.Pages.Subscriptions;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages;

/// <summary>What a person sees who opens a feed in a browser: what it is, what is in it, and what to do with its address.</summary>
[Costly]
public sealed class SubscriptionModel(FeedScopes scopes, FeedDesk feeds) : PageModel
{
    public AskedFeed Asked { get; private set; } = null!;

    public Publication Feed { get; private set; } = null!;

    public static void Route(PageConventionCollection pages)
    {
        var ours = FeedScopes.OfPosts.Append(FeedScopes.OfSearch).Append(FeedScopes.OfWire).SelectMany(FeedScopes.FilesBelow);
        foreach (var file in ours.Concat(FeedScopes.ReportedFilesBelow(FeedScopes.OfStory))) pages.AddPageRoute("/Subscription", Subscriptions.Feeds.Views + file);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await scopes.FindAsync(Request.Path, Request.Query, cancel) is not { } asked) return NotFound();
        if (await feeds.FindAsync(asked, Request.Query, cancel) is not { } publication) return NotFound();
        (Asked, Feed) = (asked, publication);
        // A cache in between that does not look at what a browser says must not hand this to a feed reader.
        Response.Headers.CacheControl = "private, no-cache";
        return Page();
    }
}
