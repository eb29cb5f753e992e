using NewsDesk.Archive;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>An original beside the post that answers it: what the post says of it, filled up with what the archive knows.</summary>
public sealed record OriginalCard(string Url, string Title, string? Publisher, string? Author, DateTimeOffset? Published, string? Excerpt, string? Language, string? ArticlePath)
{
    /// <summary>A short excerpt is fair use; an article is not.</summary>
    private const int MaxExcerpt = 300;

    /// <summary>How many other outlets tell the same story.</summary>
    public int Others { get; init; }

    public string? StoryPath { get; init; }

    public string Host => HostOf(Url);

    /// <summary>The same in its clean text.</summary>
    public OriginalCard InClean(WordList words) => this with
    {
        // Where nothing better is known an address stands in their place, and is no word.
        Title = Title == ShortAddress(Url) ? Title : words.Mask(Title),
        Publisher = Publisher is null || Publisher == Host ? Publisher : words.Mask(Publisher),
        Author = Author is null ? null : words.Mask(Author),
        Excerpt = Excerpt is null ? null : words.Mask(Excerpt),
    };

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;

    private static string ShortAddress(string url) => url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/');

    public static OriginalCard Of(PostOriginal original, Article? known, Story? story) => new(
        original.Url,
        original.Title ?? known?.Title ?? ShortAddress(original.Url),
        original.Publisher ?? known?.Publisher ?? HostOf(original.Url),
        original.Author ?? known?.Byline,
        original.Published ?? known?.Published,
        original.Quote is { } quote ? $"“{quote}”" : known?.Excerpt is { } excerpt ? PlainText.Excerpt(excerpt, MaxExcerpt) : null,
        known?.Language,
        known is null ? null : Address.OfArticle(known.Id, known.Title))
    {
        Others = Math.Max(0, (story?.Outlets ?? 1) - 1),
        StoryPath = story is { Outlets: > 1 } ? Address.OfStory(story.Id, story.Title) : null,
    };
}
