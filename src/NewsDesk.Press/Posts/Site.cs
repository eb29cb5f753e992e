namespace NewsDesk.Press.Posts;

/// <summary>What the site says about itself, from <c>content/site.yml</c>.</summary>
public sealed record Site
{
    public string Title { get; init; } = "NewsDesk";

    public string Tagline { get; init; } = "The news, answered";

    public string Description { get; init; } = "Satire: commentary on the day’s news, beside the originals it answers.";

    /// <summary>Where the site lives on the web, ending in a slash; null while nobody has said.</summary>
    public Uri? Url { get; init; }

    /// <summary>A BCP 47 tag, as <c>en</c> or <c>pt-BR</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who is answerable for it.</summary>
    public string? Publisher { get; init; }

    /// <summary>An e-mail address or a page.</summary>
    public string? Contact { get; init; }

    /// <summary>The sentence by which people and machines are told that this is satire.</summary>
    public string Satire { get; init; } = "This is satire. The originals beside it are not.";

    public IReadOnlyList<NamedLink> Navigation { get; init; } = [];
}

/// <summary>The file read as a site; a key that is missing or wrong has its default.</summary>
public sealed record SiteRead(Site Site, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What should be YAML in it is none, so much may be missing: perhaps it is being typed.</summary>
    public bool IsBroken { get; init; }
}
