using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.StoryParts;

namespace NewsDesk.Pages;

/// <summary>What we know of one original, and what we said about it; its text is for its own site to show.</summary>
[Shows(Subject.Posts, Subject.Sources)]
public sealed class ArticleModel(Articles articles, Archive.Stories stories, Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    public Article Article { get; private set; } = null!;

    /// <summary>Null for what came without an address: a page that was saved so, an item of a feed that has no link.</summary>
    public Uri? Link => Uri.TryCreate(Article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>With its story, when others tell it too.</summary>
    public WireLine Line { get; private set; } = null!;

    public IReadOnlyList<Teaser> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await articles.FindAsync(id, cancel) is not { } article) return NotFound();
        var path = Address.OfArticle(article.Id, article.Title);
        if (!Address.IsOf(Request, path)) return RedirectPermanent(Address.Onwards(Request, path));

        Article = article;
        ShownBeside.Note(HttpContext, Subject.One(Subject.Articles, article.Id));
        Line = (await WireLine.OfAsync([article], stories, cancel))[0];
        if (article.StoryId is { } story) ShownBeside.Note(HttpContext, Subject.One(Subject.Stories, story));
        Answers = (await posts.ListAnsweringAsync(article.Url, clock.GetUtcNow(), cancel)).Select(post => Teaser.Of(post, masthead, reading)).ToList();
        // What nobody has any more and we said nothing about is no concern of readers.
        return article.Withdrawn is null || Answers.Count > 0 ? Page() : NotFound();
    }
}
