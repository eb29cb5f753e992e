using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts of one kind: takes, essays, links.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class KindModel(Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 20;

    public string Kind { get; private set; } = "";

    public IReadOnlyList<Teaser> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(string kind, Place? at, CancellationToken cancel)
    {
        var slice = await posts.ListNewestAsync(at, PostsShown, new() { Kind = kind }, clock.GetUtcNow(), cancel);
        if (slice.Items.Count == 0) return NotFound();
        Kind = kind;
        Lines = slice.Items.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        Pager = Pager.Of(slice, Address.OfKind(kind));
        return Page();
    }
}
