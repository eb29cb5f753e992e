using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.StoryParts;

namespace NewsDesk.Pages;

/// <summary>What more than one outlet tells, first the freshest and broadest.</summary>
[Shows(Subject.Stories, By = ["at"])]
public sealed class StoriesModel(Archive.Stories stories) : PageModel
{
    private const int StoriesShown = 20;

    public IReadOnlyList<StoryLine> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(Place? at, CancellationToken cancel)
    {
        var slice = await stories.ListRankedAsync(at, StoriesShown, cancel);
        Lines = slice.Items.Select(StoryLine.Of).ToList();
        Pager = Pager.Of(slice, "/stories");
    }
}
