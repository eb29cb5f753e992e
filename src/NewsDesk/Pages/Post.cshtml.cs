using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Rendering;
using NewsDesk.Press.Rendering.Originals;

namespace NewsDesk.Pages;

/// <summary>One post beside the cards of its originals.</summary>
[Shows(Subject.Posts)]
public sealed class PostModel(
    Posts posts, Articles articles, Archive.Stories stories, Search search, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    /// <summary>Two lines of the widest column, tags and all: better no initial than one that hangs over the next paragraph.</summary>
    private const int LettersOfTwoLines = 200;

    public IndexedPost Post { get; private set; } = null!;

    public PrintedDetails Details { get; private set; } = new();

    public Teaser Line { get; private set; } = null!;

    public string Html => reading.IsClean ? Post.CleanHtml : Post.Html;

    /// <summary>Whether the first paragraph is long enough, on any screen, for an initial of two lines to stand in.</summary>
    public bool OpensAtLength => Html.StartsWith("<p>", StringComparison.Ordinal) && Html.AsSpan(0, Math.Max(0, Html.IndexOf("</p>", StringComparison.Ordinal))).Length >= LettersOfTwoLines;

    public string? SignOffHtml => reading.IsClean ? Post.CleanSignOffHtml : Post.SignOffHtml;

    public string? UpdatesHtml => reading.IsClean ? Details.CleanUpdatesHtml : Details.UpdatesHtml;

    public string? SourcesHtml => reading.IsClean ? Details.CleanSourcesHtml : Details.SourcesHtml;

    public string TextOf(Heading heading) => reading.IsClean ? heading.CleanText : heading.Text;

    public Teaser? Newer { get; private set; }

    public Teaser? Older { get; private set; }

    public IReadOnlyList<Teaser> Related { get; private set; } = [];

    /// <summary>For machines.</summary>
    public string LinkedData => ForMachines.LinkedData.Of(Line, AllOriginals, Details.CitedUrls, masthead);

    public IReadOnlyList<OriginalCard> AllOriginals { get; private set; } = [];

    /// <summary>Without those that the writer placed in the text.</summary>
    public IEnumerable<OriginalCard> Originals => AllOriginals.ExceptBy(Details.PlacedInText, original => original.Url, StringComparer.Ordinal);

    public string OriginalsTitle => OriginalsHeading.Of([.. Originals.Select(original => original.Publisher == original.Host ? null : original.Publisher)]);

    public async Task<IActionResult> OnGetAsync(int year, int month, string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await posts.FindBySlugOrAliasAsync(slug, now, cancel) is not { } post) return NotFound();
        Post = post;
        Details = PrintedDetails.Of(post);
        Line = Teaser.Of(post, masthead, reading);
        if (!Address.IsOf(Request, Line.Path)) return RedirectPermanent(Address.Onwards(Request, Line.Path));

        var known = (await articles.ListByUrlsAsync(post.Originals.Select(original => original.Url).ToList(), cancel))
            .ToDictionary(article => article.Url, StringComparer.Ordinal);
        var told = (await stories.ListByIdsAsync([.. known.Values.Select(article => article.StoryId).OfType<long>()], cancel)).ToDictionary(story => story.Id);
        foreach (var story in told.Keys) ShownBeside.Note(HttpContext, Subject.One(Subject.Stories, story));
        AllOriginals = post.Originals.Select(original =>
        {
            var article = known.GetValueOrDefault(original.Url);
            var card = OriginalCard.Of(original, article, article?.StoryId is { } story ? told.GetValueOrDefault(story) : null);
            return reading.IsClean ? card.InClean(masthead.Words) : card;
        }).ToList();
        Newer = await NeighbourAsync(towardsNewer: true, now, cancel);
        Older = await NeighbourAsync(towardsNewer: false, now, cancel);
        Related = (await RelatedPosts.FindAsync(post, told.Keys, posts, search, now, cancel)).Select(line => Teaser.Of(line, masthead, reading)).ToList();
        return Page();
    }

    private async Task<Teaser?> NeighbourAsync(bool towardsNewer, DateTimeOffset now, CancellationToken cancel)
    {
        var here = new Place(Post.Published.ToUnixTimeMilliseconds(), Post.Id, towardsNewer);
        var next = (await posts.ListNewestAsync(here, 1, PostFilter.Everything, now, cancel)).Items;
        return next.Count == 0 ? null : Teaser.Of(next[0], masthead, reading);
    }
}
