using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.StoryParts;

namespace NewsDesk.Pages;

/// <summary>The front page: the newest post large, the others below, the wire beside.</summary>
[Shows(Subject.Posts, Subject.Articles, Subject.Sources, Subject.Stories)]
public sealed class IndexModel(Posts posts, Articles articles, Archive.Stories stories, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 12;
    private const int FewestWireLines = 5;
    private const int MostWireLines = 12;
    private const int StoriesShown = 5;

    public IReadOnlyList<Teaser> Posts { get; private set; } = [];

    /// <summary>Large, below the lead.</summary>
    public IReadOnlyList<Teaser> Seconds => Posts.Skip(1).Take(2).ToList();

    public IReadOnlyList<Teaser> Rest => Posts.Skip(3).ToList();

    /// <summary>Whether there is more of ours than this page shows.</summary>
    public bool HasOlder { get; private set; }

    public IReadOnlyList<WireLine> Wire { get; private set; } = [];

    /// <summary>What most outlets tell just now.</summary>
    public IReadOnlyList<StoryLine> Stories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newest = await posts.ListNewestAsync(null, PostsShown, PostFilter.Everything, clock.GetUtcNow(), cancel);
        Posts = newest.Items.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        HasOlder = newest.Older is not null;
        Wire = await WireLine.OfAsync((await articles.ListNewestAsync(null, WireLinesBeside(Posts.Count), WireFilter.Everything, cancel)).Items, stories, cancel);
        Stories = (await stories.ListRankedAsync(null, StoriesShown, cancel)).Items.Select(StoryLine.Of).ToList();
    }

    /// <summary>A line for each of our own pieces, so that both columns end near each other; a desk that has printed nothing yet has room for all.</summary>
    private static int WireLinesBeside(int posts) => posts == 0 ? MostWireLines : Math.Clamp(posts, FewestWireLines, MostWireLines);
}
