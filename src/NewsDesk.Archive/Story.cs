namespace NewsDesk.Archive;

/// <summary>The articles about one event.</summary>
public sealed record Story
{
    public long Id { get; init; }

    public required string Title { get; init; }

    public string? Language { get; init; }

    /// <summary>The wire time of its first article.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>The wire time of its newest article.</summary>
    public DateTimeOffset Latest { get; init; }

    public int Articles { get; init; }

    /// <summary>How many publishers have it.</summary>
    public int Outlets { get; init; }

    /// <summary>The earlier story that this one goes on from.</summary>
    public long? Follows { get; init; }

    /// <summary>Orders stories: milliseconds of its newest article, moved ahead by its breadth. Those of one outlet are not ranked.</summary>
    public long Rank { get; init; }

    /// <summary>JSON of what the archive does not look into.</summary>
    public string Details { get; init; } = "{}";

    internal Place Place => new(Latest.ToUnixTimeMilliseconds(), Id);

    internal Place RankPlace => new(Rank, Id);
}
