using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts of one kind: takes, essays, links.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class KindModel(PostLists lists, Posts posts, TimeProvider clock) : PageModel
{
    public string Kind { get; private set; } = "";

    public PostList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, Place? at, CancellationToken cancel)
    {
        Kind = kind = Address.WordOf(kind);
        List = await lists.ListAsync(new() { Kind = kind }, at, Address.OfKind(kind), cancel);
        if (List.Lines.Count > 0) return Page();
        // Somebody may have written it in other letters.
        var meant = (await posts.CountByKindAsync(clock.GetUtcNow(), cancel)).Select(known => known.Name)
            .FirstOrDefault(known => known != kind && string.Equals(known, kind, StringComparison.OrdinalIgnoreCase));
        return meant is null ? NotFound() : RedirectPermanent(Address.Onwards(Request, Address.OfKind(meant)));
    }
}
