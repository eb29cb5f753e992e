using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts that bear one tag.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class TagModel(PostLists lists) : PageModel
{
    public string Tag { get; private set; } = "";

    public PostList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string tag, Place? at, CancellationToken cancel)
    {
        tag = Decoded(tag);
        Tag = tag;
        List = await lists.ListAsync(new() { Tag = tag }, at, Address.OfTag(tag), cancel);
        return List.Lines.Count == 0 ? NotFound() : Page();
    }

    /// <summary>The server leaves an encoded slash as it is, since elsewhere it parts an address.</summary>
    public static string Decoded(string tag) => tag.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
