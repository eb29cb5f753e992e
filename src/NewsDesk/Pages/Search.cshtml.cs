using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>What is found in our posts and on the wire, the two side by side and never mixed.</summary>
[Costly]
[Shows(Subject.Posts, Subject.Articles, Subject.Sources, By = ["q", "page"])]
public sealed class SearchModel(Search search, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 10;
    private const int ArticlesShown = 20;

    /// <summary>Whoever pages further has asked the wrong question.</summary>
    private const int LastPage = 9;

    public string Question { get; private set; } = "";

    public int Number { get; private set; }

    public SearchPage<PostLine> Posts { get; private set; } = new([], 0, false);

    public SearchPage<ArticleLine> Articles { get; private set; } = new([], 0, false);

    public Pager Pager => new(
        Number > 0 ? PathOf(Number - 1) : null,
        Number < LastPage && ((Number + 1) * PostsShown < Posts.Total || (Number + 1) * ArticlesShown < Articles.Total) ? PathOf(Number + 1) : null);

    // Said where it comes from: "page" alone would be the name of this page in its own route.
    public async Task OnGetAsync(string? q, [FromQuery(Name = "page")] int page, CancellationToken cancel)
    {
        Question = q?.Trim() ?? "";
        Number = Math.Clamp(page, 0, LastPage);
        var now = clock.GetUtcNow();
        Posts = await search.FindPostsAsync(Question, PostSearchFilter.Everything, Number, PostsShown, now, cancel);
        Articles = await search.FindArticlesAsync(Question, ArticleSearchFilter.Everything, Number, ArticlesShown, now, cancel);
    }

    public Teaser TeaserOf(PostLine post) => Teaser.Of(post, masthead, reading);

    /// <summary>Our own words, in the text that the reader wants.</summary>
    public IEnumerable<SnippetPart> Ours(IReadOnlyList<SnippetPart> parts) =>
        reading.IsClean ? parts.Select(part => part with { Text = masthead.Words.Mask(part.Text) }) : parts;

    private string PathOf(int page) => $"/search?q={Uri.EscapeDataString(Question)}&page={page}";
}
