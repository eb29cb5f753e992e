namespace NewsDesk.Wire.Sources;

/// <summary>A link to an article in a list, with what the list says of it; title and summary are plain text.</summary>
public sealed record ListedLink(string Url)
{
    public string? Title { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Summary { get; init; }

    public string? Language { get; init; }
}
