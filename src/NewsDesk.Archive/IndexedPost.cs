namespace NewsDesk.Archive;

/// <summary>A post as a line of a list: without its text.</summary>
public record PostLine
{
    public long Id { get; init; }

    /// <summary>Of its file, within the folder of posts.</summary>
    public required string Path { get; init; }

    public required string FileHash { get; init; }

    /// <summary>Its stable id for feeds. Left empty when saved: the file keeps the one it has, a new file gets one made of its path.</summary>
    public string Uid { get; init; } = "";

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? CleanTitle { get; init; }

    public string? Persona { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Summary { get; init; }

    public string? CleanSummary { get; init; }

    public string Language { get; init; } = "";

    public bool Draft { get; init; }

    /// <summary>An older post has the same slug, so this one is not shown; read, never saved.</summary>
    public bool Shadowed { get; init; }

    /// <summary>In the future: it appears by itself at that moment.</summary>
    public DateTimeOffset Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>When the index first saw its words differ from those it had published; null while they never did. Read, never saved.</summary>
    public DateTimeOffset? Changed { get; init; }

    public string Excerpt { get; init; } = "";

    public int WordCount { get; init; }

    public int ReadingMinutes { get; init; }

    public IReadOnlyList<PostOriginal> Originals { get; init; } = [];

    /// <summary>JSON of what the archive does not look into: contents, sources, cards.</summary>
    public string Details { get; init; } = "{}";

    internal Place Place => new(Published.ToUnixTimeMilliseconds(), Id);
}

/// <summary>A post, whole, as it was last indexed from its file.</summary>
public sealed record IndexedPost : PostLine
{
    /// <summary>When its file was read; saved, never read.</summary>
    public DateTimeOffset Indexed { get; init; }

    public string Html { get; init; } = "";

    public string CleanHtml { get; init; } = "";

    public string? SignOffHtml { get; init; }

    public string? CleanSignOffHtml { get; init; }

    /// <summary>Plain text, for search.</summary>
    public string Text { get; init; } = "";

    /// <summary>By this it is seen whether its words changed; title, summary and text unless told otherwise.</summary>
    public string? Wording { get; init; }

    /// <summary>Slugs or paths under which it was once found.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The addresses that its text cites or shows as cards, without its originals; saved, never read.</summary>
    public IReadOnlyList<string> Cited { get; init; } = [];
}

/// <summary>An article that a post answers, as the post's file names it.</summary>
public sealed record PostOriginal
{
    public int Position { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Quote { get; init; }
}

/// <summary>A file of the index: enough to see whether it changed.</summary>
public sealed record PostFile
{
    public string Path { get; init; } = "";

    public string FileHash { get; init; } = "";
}

/// <summary>Which posts: everything that is set must hold.</summary>
/// <param name="SourceAnswered">The source of an article that they answer.</param>
/// <param name="Month">The year and the month of their publication, as in 202606.</param>
public sealed record PostFilter(string? Persona = null, string? Tag = null, string? Kind = null, long? SourceAnswered = null, int? Month = null)
{
    public static readonly PostFilter Everything = new();
}

/// <summary>What became of a post that was indexed.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Uid">Its stable id.</param>
/// <param name="SlugTakenBy">The path of the older post that keeps the slug; this one is not shown until that one goes.</param>
public sealed record PostSaved(long Id, string Uid, string? SlugTakenBy);

/// <summary>How many posts have something in common.</summary>
public record Tally
{
    public string Name { get; init; } = "";

    public long Count { get; init; }
}

/// <summary>How many posts answer a source.</summary>
public sealed record SourceTally : Tally
{
    public long Id { get; init; }
}

/// <summary>How many posts or articles a month has.</summary>
public sealed record MonthCount
{
    public int Year { get; init; }

    public int Month { get; init; }

    public long Count { get; init; }
}
