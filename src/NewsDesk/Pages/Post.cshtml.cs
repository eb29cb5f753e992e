using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Pages;

/// <summary>One post beside the cards of its originals.</summary>
public sealed class PostModel(Posts posts, Articles articles, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    public IndexedPost Post { get; private set; } = null!;

    public PrintedDetails Details { get; private set; } = new();

    public Teaser Line { get; private set; } = null!;

    public string Html => reading.IsClean ? Post.CleanHtml : Post.Html;

    public string? SignOffHtml => reading.IsClean ? Post.CleanSignOffHtml : Post.SignOffHtml;

    public string? UpdatesHtml => reading.IsClean ? Details.CleanUpdatesHtml : Details.UpdatesHtml;

    public string? SourcesHtml => reading.IsClean ? Details.CleanSourcesHtml : Details.SourcesHtml;

    public string TextOf(Heading heading) => reading.IsClean ? heading.CleanText : heading.Text;

    public IReadOnlyList<OriginalCard> Originals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, int month, string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var post = await posts.FindBySlugAsync(slug, now, cancel);
        if (post is null)
        {
            var moved = await posts.FindByAliasAsync(slug, now, cancel);
            return moved is null ? NotFound() : RedirectPermanent(Address.OfPost(moved.Slug, moved.Published));
        }

        Post = post;
        Details = PrintedDetails.Of(post);
        Line = Teaser.Of(post, masthead, reading);
        if (!Address.IsOf(Request, Line.Path)) return RedirectPermanent(Line.Path);

        var known = (await articles.ListByUrlsAsync(post.Originals.Select(original => original.Url).ToList(), cancel))
            .ToDictionary(article => article.Url, StringComparer.Ordinal);
        Originals = post.Originals.ExceptBy(Details.PlacedInText, original => original.Url, StringComparer.Ordinal)
            .Select(original => OriginalCard.Of(original, known.GetValueOrDefault(original.Url))).ToList();
        return Page();
    }
}
