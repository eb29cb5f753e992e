using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Pages;

/// <summary>What can be subscribed to, and what that means.</summary>
[Shows(Subject.Posts, Subject.Articles, Subject.Sources)]
public sealed class FeedsModel(Posts posts, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int TagsShown = 40;

    /// <summary>Feeds of parts of what we write, by what parts them.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<FeedScope> Feeds)> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Parts =
        [
            ("One voice", masthead.Personas.Values.OrderBy(persona => persona.Name, StringComparer.Ordinal).Select(FeedScope.Of).ToList()),
            ("One kind of piece", (await posts.CountByKindAsync(now, cancel)).Select(kind => FeedScope.OfKind(kind.Name)).ToList()),
            ("Answers to one source", (await posts.CountBySourceAnsweredAsync(now, cancel)).Select(source => FeedScope.OfSource(source.Id, source.Name)).ToList()),
            ("One tag", (await posts.CountByTagAsync(TagsShown, now, cancel)).Select(tag => FeedScope.OfTag(tag.Name)).ToList()),
        ];
    }
}
