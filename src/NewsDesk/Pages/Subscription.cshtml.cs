using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Subscriptions;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages;

/// <summary>Every feed: to a feed reader the feed itself, to a person who opens it in a browser a page that says what it is.</summary>
public sealed class SubscriptionModel(FeedDesk feeds, Sources sources, Masthead masthead) : PageModel
{
    private static readonly string[] Scopes = ["", "/persona/{persona}", "/tag/{tag}", "/kind/{kind}", "/source/{source:long}", "/search"];

    public FeedScope Scope { get; private set; } = FeedScope.Everything;

    public FeedFormat Format { get; private set; } = FeedFormat.Rss;

    public bool IsClean { get; private set; }

    public Publication Publication { get; private set; } = null!;

    /// <summary>All feeds lie at one of these addresses.</summary>
    public static void Route(PageConventionCollection pages)
    {
        foreach (var format in FeedFormat.All)
        {
            foreach (var scope in Scopes)
            {
                pages.AddPageRoute("/Subscription", $"{scope}/{format.FileName}");
                pages.AddPageRoute("/Subscription", $"{scope}/clean/{format.FileName}");
            }

            pages.AddPageRoute("/Subscription", $"/wire/{format.FileName}");
        }

        pages.AddPageRoute("/Subscription", "/search.xml");
        pages.AddPageRoute("/Subscription", "/api/posts.json");
    }

    public async Task<IActionResult> OnGetAsync(string? persona, string? tag, string? kind, long? source, string? q, Place? at, string? month, CancellationToken cancel)
    {
        if (await ScopeOfAsync(persona, tag, kind, source, q, cancel) is not { } scope) return NotFound();
        Scope = scope;
        Format = FeedFormat.Of(Request.Path);
        IsClean = Request.Path.Value!.Contains("/clean/", StringComparison.Ordinal);
        if (await feeds.FindAsync(scope, Format, IsClean, at, month, cancel) is not { } publication) return NotFound();
        Publication = publication;
        Response.Headers.Vary = "Sec-Fetch-Dest";
        return IsForAPerson ? Page() : File(Format.Write(publication), $"{Format.ContentType}; charset=utf-8");
    }

    // Browsers say where an answer is going to be shown; feed readers fetch it for themselves.
    private bool IsForAPerson => Request.Headers["Sec-Fetch-Dest"] == "document";

    private async Task<FeedScope?> ScopeOfAsync(string? persona, string? tag, string? kind, long? source, string? q, CancellationToken cancel)
    {
        if (persona is not null) return masthead.FindPersona(persona) is { } voice ? FeedScope.Of(voice) : null;
        if (tag is not null) return FeedScope.OfTag(TagModel.Decoded(tag));
        if (kind is not null) return FeedScope.OfKind(kind);
        if (source is { } id) return await sources.FindAsync(id, cancel) is { } found ? FeedScope.OfSource(found) : null;
        if (Request.Path.StartsWithSegments("/search", StringComparison.Ordinal) || Request.Path == "/search.xml") return FeedScope.OfSearch(q?.Trim() ?? "");
        return Request.Path.StartsWithSegments("/wire", StringComparison.Ordinal) ? FeedScope.Wire : FeedScope.Everything;
    }
}
