using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>An original beside the post that answers it: what the post says of it, filled up with what the archive knows.</summary>
public sealed record OriginalCard(string Url, string Title, string? Publisher, string? Author, DateTimeOffset? Published, string? Excerpt, string? Language, string? ArticlePath)
{
    /// <summary>How many other outlets tell the same story.</summary>
    public int Others { get; init; }

    public string? StoryPath { get; init; }

    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Host : Url;

    public static OriginalCard Of(PostOriginal original, Article? known, Story? story) => new(
        original.Url,
        original.Title ?? known?.Title ?? original.Url,
        original.Publisher ?? known?.Publisher,
        original.Author ?? known?.Byline,
        original.Published ?? known?.Published,
        original.Quote is { } quote ? $"“{quote}”" : known?.Excerpt,
        known?.Language,
        known is null ? null : Address.OfArticle(known.Id, known.Title))
    {
        Others = Math.Max(0, (story?.Outlets ?? 1) - 1),
        StoryPath = story is { Outlets: > 1 } ? Address.OfStory(story.Id, story.Title) : null,
    };
}
