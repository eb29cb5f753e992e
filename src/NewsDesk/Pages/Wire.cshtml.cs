using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Everything gathered, newest first, by day.</summary>
public sealed class WireModel(Articles articles) : PageModel
{
    private const int LinesShown = 40;

    public Slice<ArticleLine> Lines { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(Place? at, CancellationToken cancel)
    {
        Lines = await articles.ListNewestAsync(at, LinesShown, new(), cancel);
        return Page();
    }
}
