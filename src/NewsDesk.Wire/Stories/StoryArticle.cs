namespace NewsDesk.Wire.Stories;

/// <summary>One article as the grouper sees it: whatever is known when it arrives.</summary>
public sealed record StoryArticle(
    string Id, string Title, string? Text, string? Url, string? Publisher, DateTimeOffset? Published)
{
    /// <summary>A BCP 47 tag when the page or the feed tells it; otherwise the words decide.</summary>
    public string? Language { get; init; }

    /// <summary>Where the article's own text links to.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
