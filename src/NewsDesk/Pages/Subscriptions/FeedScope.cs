using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Pages.Searching;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>What a feed is about: the page that it belongs to, and which entries it has.</summary>
/// <param name="Page">The address of the page, encoded.</param>
/// <param name="About">For titles, after the paper's own; null for everything of ours.</param>
public sealed record FeedScope(string Page, string? About)
{
    public static FeedScope Everything { get; } = new("/", null);

    public static FeedScope Wire { get; } = new("/wire", "the wire") { IsReported = true };

    /// <summary>Where its files lie; below the page, unless told.</summary>
    private string? Folder { get; init; }

    public PostFilter Posts { get; private init; } = PostFilter.Everything;

    /// <summary>What was searched for.</summary>
    public SearchQuestion? Question { get; private init; }

    /// <summary>The address of the page that shows the same.</summary>
    public string PageWithQuestion => Page + Question?.Query;

    /// <summary>The event that its articles tell.</summary>
    public long? Story { get; private init; }

    /// <summary>Whether its entries are others' articles, of which only an excerpt may be given.</summary>
    public bool IsReported { get; private init; }

    public static FeedScope Of(Persona persona) => new(Address.OfPersona(persona.Id), persona.Name) { Posts = new() { Persona = persona.Id } };

    public static FeedScope OfTag(string tag) => new(Address.OfTag(tag), $"“{tag}”") { Posts = new() { Tag = tag } };

    public static FeedScope OfKind(string kind) => new(Address.OfKind(kind), kind) { Posts = new() { Kind = kind } };

    public static FeedScope OfSource(long id, string title) =>
        new(string.Create(CultureInfo.InvariantCulture, $"/wire?source={id}"), $"answers to {title}")
        {
            Folder = string.Create(CultureInfo.InvariantCulture, $"/source/{id}"),
            Posts = new() { SourceAnswered = id },
        };

    public static FeedScope Of(Story story) =>
        new(Address.OfStory(story.Id, story.Title), story.Title)
        {
            Folder = string.Create(CultureInfo.InvariantCulture, $"/story/{story.Id}"),
            IsReported = true,
            Story = story.Id,
        };

    /// <summary>Of a search that wants nothing of ours, what others reported.</summary>
    public static FeedScope OfSearch(SearchQuestion question) => new("/search", $"search for {question.Said}") { Question = question, IsReported = !question.WantsPosts };

    /// <summary>Where one of its files is; the wire is reported by others, so it has no clean form.</summary>
    public string AddressOf(FeedFormat format, bool isClean)
    {
        var folder = (Folder ?? Page).TrimEnd('/') + (isClean && !IsReported ? "/clean/" : "/");
        return folder + format.FileName + Question?.Query;
    }
}
