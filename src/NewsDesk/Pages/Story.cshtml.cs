using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.StoryParts;

namespace NewsDesk.Pages;

/// <summary>One event: who tells it, when they came in, how they spin it, and what they cannot agree on.</summary>
[Shows(Subject.Posts)]
public sealed class StoryModel(Archive.Stories stories, Articles articles, Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int MostShown = 200;

    public Story Story { get; private set; } = null!;

    public StoryDetails Details { get; private set; } = new();

    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public Timeline Timeline => Timeline.Of(Coverage);

    public IReadOnlyList<Dispute> Disputes { get; private set; } = [];

    public IReadOnlyList<Teaser> Answers { get; private set; } = [];

    public Story? Earlier { get; private set; }

    public IReadOnlyList<Story> Later { get; private set; } = [];

    public string LinkedData => ForMachines.LinkedData.OfStory(Story, Coverage, masthead);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        ShownBeside.Note(HttpContext, Subject.One(Subject.Stories, id));
        if (await stories.FindAsync(id, cancel) is not { } story)
        {
            var moved = await stories.FindMovedAsync(id, cancel) is { } into ? await stories.FindAsync(into, cancel) : null;
            return moved is null ? NotFound() : RedirectPermanent(Address.Onwards(Request, Address.OfStory(moved.Id, moved.Title)));
        }

        var lines = await articles.ListOfStoryAsync(id, MostShown, cancel);
        if (lines.Count == 0) return NotFound();
        var path = Address.OfStory(story.Id, story.Title);
        if (!Address.IsOf(Request, path)) return RedirectPermanent(Address.Onwards(Request, path));

        Story = story;
        Details = StoryDetails.Of(story);
        Coverage = StoryParts.Coverage.Of(lines, Details, await stories.ListJoinsAsync(id, cancel));
        Disputes = Dispute.Of(Details.Disagreements, lines);
        Answers = (await posts.ListAnsweringStoryAsync(id, clock.GetUtcNow(), cancel)).Select(post => Teaser.Of(post, masthead, reading)).ToList();
        Earlier = story.Follows is { } earlier ? await stories.FindAsync(earlier, cancel) : null;
        Later = await stories.ListFollowingAsync(id, cancel);
        foreach (var other in Later.Append(Earlier).OfType<Story>()) ShownBeside.Note(HttpContext, Subject.One(Subject.Stories, other.Id));
        return Page();
    }

    /// <summary>The article that a sentence of the extract comes from; null when it is not shown any more.</summary>
    public Coverage? Find(string articleId) => Coverage.FirstOrDefault(one => StoryWindow.IdOf(one.Article.Id) == articleId);
}
