using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Archive;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.Searching;

namespace NewsDesk.Pages;

/// <summary>What is found in our posts and on the wire, the two side by side and never mixed.</summary>
[Costly(Asked = "q")]
[Shows(Subject.Posts, Subject.Articles, Subject.Sources, By = ["q", "of", "by", "source", "in", "from", "to", "page"])]
public sealed class SearchModel(Search search, SourceNames sources, Articles articles, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 10;
    private const int ArticlesShown = 20;

    /// <summary>Whoever pages further has asked the wrong question.</summary>
    private const int LastPage = 9;

    public SearchQuestion Question { get; private set; } = new("");

    public bool IsAsked => Question.Words.Length > 0;

    public Narrowing Narrowing { get; private set; } = null!;

    public int Number { get; private set; }

    public SearchPage<PostLine> Posts { get; private set; } = new([], 0, false);

    public SearchPage<ArticleLine> Articles { get; private set; } = new([], 0, false);

    public bool IsNothing => IsAsked && Posts.Total == 0 && Articles.Total == 0;

    /// <summary>Nothing fits, and without what it was narrowed by something would.</summary>
    public bool IsTooNarrow { get; private set; }

    /// <summary>What fits best stands first, whatever its age.</summary>
    public Pager Pager => new(Number > 0 ? PathOf(Number - 1) : null, HasMore ? PathOf(Number + 1) : null) { NewerSaid = "Back", OlderSaid = "More" };

    private bool HasMore => Number < LastPage && ((Number + 1) * PostsShown < Posts.Total || (Number + 1) * ArticlesShown < Articles.Total);

    // Said where it comes from: "page" alone would be the name of this page in its own route.
    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken cancel)
    {
        Question = SearchQuestion.Of(Request.Query);
        Number = Math.Clamp(page, 0, LastPage);
        var now = clock.GetUtcNow();
        Narrowing = await Narrowing.OfAsync(Question, sources, articles, masthead, cancel);
        Posts = await Question.FindPostsAsync(search, Number, PostsShown, now, cancel);
        Articles = await Question.FindArticlesAsync(search, Number, ArticlesShown, now, cancel);
        if (!IsNothing || !Question.IsNarrowed) return;
        IsTooNarrow = (await Question.Wide.FindPostsAsync(search, 0, 1, now, cancel)).Total > 0
            || (await Question.Wide.FindArticlesAsync(search, 0, 1, now, cancel)).Total > 0;
    }

    public Teaser TeaserOf(PostLine post) => Teaser.Of(post, masthead, reading);

    /// <summary>Our own words, in the text that the reader wants.</summary>
    public IEnumerable<SnippetPart> Ours(IReadOnlyList<SnippetPart> parts) =>
        reading.IsClean ? parts.Select(part => part with { Text = masthead.Words.Mask(part.Text) }) : parts;

    /// <summary>Where a question is answered.</summary>
    public static string PathOf(SearchQuestion question) => "/search" + question.Query;

    private string PathOf(int page) => page == 0 ? PathOf(Question) : QueryHelpers.AddQueryString(PathOf(Question), "page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
