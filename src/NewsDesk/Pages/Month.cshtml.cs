using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The posts of one month, newest first.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class MonthModel(Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 30;

    public Month Month { get; private set; } = null!;

    public IReadOnlyList<Teaser> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    /// <summary>A month written with one figure.</summary>
    [Shows]
    public static IResult Get(int year, int month, HttpRequest request) => Results.Redirect(Address.Onwards(request, Address.OfMonth(year, month)), permanent: true);

    public async Task<IActionResult> OnGetAsync(int year, int month, Place? at, CancellationToken cancel)
    {
        if (Month.Find(year, month) is not { } wanted) return NotFound();
        var slice = await posts.ListNewestAsync(at ?? wanted.Top, PostsShown, PostFilter.Everything, clock.GetUtcNow(), cancel);
        var inMonth = slice.Items.Where(post => wanted.Has(post.Published)).ToList();
        // Who shortens an address until something is there should find something.
        if (inMonth.Count == 0) return at is null && await ArchiveModel.FindYearAsync(year, posts, clock, cancel) is { } place ? Redirect(Address.Onwards(Request, place)) : NotFound();

        Month = wanted;
        Lines = inMonth.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        // The list of all posts goes on beyond the month; this page does not.
        Pager = Pager.Of(slice with
        {
            Newer = at is null || inMonth[0] != slice.Items[0] ? null : slice.Newer,
            Older = inMonth[^1] != slice.Items[^1] ? null : slice.Older,
        }, Address.OfMonth(year, month));
        return Page();
    }
}
