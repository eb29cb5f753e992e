using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts that bear one tag.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class TagModel(PostLists lists, Posts posts, TimeProvider clock) : PageModel
{
    private const int TagsLookedThrough = 1000;

    public string Tag { get; private set; } = "";

    public PostList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? tag, Place? at, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(tag)) return NotFound();
        Tag = tag = Address.WordOf(tag);
        List = await lists.ListAsync(new() { Tag = tag }, at, Address.OfTag(tag), cancel);
        if (List.Lines.Count > 0) return Page();
        return await FindMeantAsync(tag, cancel) is { } meant ? RedirectPermanent(Address.Onwards(Request, Address.OfTag(meant))) : NotFound();
    }

    /// <summary>The tag that somebody wrote in other letters, or with a hyphen where it has a space.</summary>
    private async Task<string?> FindMeantAsync(string tag, CancellationToken cancel) =>
        (await posts.CountByTagAsync(TagsLookedThrough, clock.GetUtcNow(), cancel)).Select(known => known.Name)
            .FirstOrDefault(known => known != tag && string.Equals(known.Replace(' ', '-'), tag.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase));
}
