using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Hub;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Pages;

/// <summary>What can be subscribed to, and what that means.</summary>
[Shows(Subject.Posts, Subject.Articles, Subject.Sources)]
public sealed class FeedsModel(Posts posts, HubList hubs, Masthead masthead, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FeedParts> Parts { get; private set; } = [];

    /// <summary>Whether a hub tells of changes.</summary>
    public bool AreToldAtOnce => hubs.Of(masthead).Count > 0;

    public async Task OnGetAsync(CancellationToken cancel) => Parts = await FeedParts.ListAsync(posts, masthead, clock.GetUtcNow(), cancel);
}
