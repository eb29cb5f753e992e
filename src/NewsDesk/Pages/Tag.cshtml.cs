using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts that bear one tag.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class TagModel(Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 20;

    public string Tag { get; private set; } = "";

    public IReadOnlyList<Teaser> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(string tag, Place? at, CancellationToken cancel)
    {
        tag = Decoded(tag);
        var slice = await posts.ListNewestAsync(at, PostsShown, new() { Tag = tag }, clock.GetUtcNow(), cancel);
        if (slice.Items.Count == 0) return NotFound();
        Tag = tag;
        Lines = slice.Items.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        Pager = Pager.Of(slice, Address.OfTag(tag));
        return Page();
    }

    /// <summary>The server leaves an encoded slash as it is, since elsewhere it parts an address.</summary>
    public static string Decoded(string tag) => tag.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
