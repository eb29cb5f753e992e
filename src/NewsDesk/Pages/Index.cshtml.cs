using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The front page: the newest post large, the others below, the wire beside.</summary>
[Shows(Subject.Posts, Subject.Articles, Subject.Sources)]
public sealed class IndexModel(Posts posts, Articles articles, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 12;
    private const int WireLinesShown = 12;

    public IReadOnlyList<Teaser> Posts { get; private set; } = [];

    /// <summary>Large, below the lead.</summary>
    public IReadOnlyList<Teaser> Seconds => Posts.Skip(1).Take(2).ToList();

    public IReadOnlyList<Teaser> Rest => Posts.Skip(3).ToList();

    public IReadOnlyList<ArticleLine> Wire { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newest = await posts.ListNewestAsync(null, PostsShown, new(), clock.GetUtcNow(), cancel);
        Posts = newest.Items.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        Wire = (await articles.ListNewestAsync(null, WireLinesShown, new(), cancel)).Items;
    }
}
