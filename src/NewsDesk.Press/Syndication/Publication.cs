namespace NewsDesk.Press.Syndication;

/// <summary>A feed before it is written in any format: who speaks, and what is new. Addresses are absolute.</summary>
public sealed record Publication
{
    /// <summary>A URI that stays when the paper's title changes; each page of one feed has the same.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The page that this feed belongs to.</summary>
    public required Uri Link { get; init; }

    /// <summary>Where this very document lives.</summary>
    public required Uri Self { get; init; }

    public required string Description { get; init; }

    public string Language { get; init; } = "en";

    public string? Copyright { get; init; }

    /// <summary>A square picture of the paper, as PNG.</summary>
    public Uri? Icon { get; init; }

    /// <summary>Where readers may ask to be told at once (WebSub).</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>When any entry last changed; a feed without entries has changed when the paper says so.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The other documents of the same feed.</summary>
    public FeedPages Pages { get; init; } = new();

    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}

/// <summary>Where the rest of a feed is, as RFC 5005 names it: pages for who leafs through, archives for who wants everything.</summary>
public sealed record FeedPages
{
    public Uri? First { get; init; }

    public Uri? Previous { get; init; }

    public Uri? Next { get; init; }

    /// <summary>The archive of what came before this document.</summary>
    public Uri? OlderArchive { get; init; }

    /// <summary>The archive of what came after this archive.</summary>
    public Uri? NewerArchive { get; init; }

    /// <summary>The document with the newest entries; said by archives.</summary>
    public Uri? Current { get; init; }

    /// <summary>Whether this document is itself an archive, which hardly ever changes.</summary>
    public bool IsArchive => Current is not null;
}
