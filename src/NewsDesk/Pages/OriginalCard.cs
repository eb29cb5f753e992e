using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>An original beside the post that answers it: what the post says of it, filled up with what the archive knows.</summary>
public sealed record OriginalCard(string Url, string Title, string? Publisher, string? Author, DateTimeOffset? Published, string? Excerpt, string? Language, string? ArticlePath)
{
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Host : Url;

    public static OriginalCard Of(PostOriginal original, Article? known) => new(
        original.Url,
        original.Title ?? known?.Title ?? original.Url,
        original.Publisher ?? known?.Publisher,
        original.Author ?? known?.Byline,
        original.Published ?? known?.Published,
        original.Quote is { } quote ? $"“{quote}”" : known?.Excerpt,
        known?.Language,
        known is null ? null : Address.OfArticle(known.Id, known.Title));
}
