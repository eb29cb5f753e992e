namespace NewsDesk.Press.Syndication;

/// <summary>What a subscriber gets: the paper's own lines and its newest posts. Addresses are absolute.</summary>
public sealed record Publication
{
    public required string Title { get; init; }

    public required Uri Link { get; init; }

    /// <summary>Where this very feed lives.</summary>
    public required Uri Self { get; init; }

    public required string Description { get; init; }

    public string Language { get; init; } = "en";

    public string? Copyright { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<PublishedPost> Posts { get; init; } = [];
}

/// <summary>One post as subscribers get it: its id never changes, its HTML stands alone.</summary>
public sealed record PublishedPost
{
    /// <summary>A URI that stays when slug, title or date change.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Uri Link { get; init; }

    public required string Html { get; init; }

    public string? Summary { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public required DateTimeOffset Published { get; init; }
}
