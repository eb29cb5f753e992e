namespace NewsDesk.Wire.Fetching;

/// <summary>What is asked of the web: an address, what is wanted there, and what is known of it already.</summary>
public sealed record FetchRequest(Uri Address)
{
    public Wanted Wanted { get; init; } = Wanted.Anything;

    /// <summary>As the last answer gave it, sent back so that an unchanged body need not travel again.</summary>
    public string? ETag { get; init; }

    /// <summary>As the last answer wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>The <see cref="Fetched.Received.Hash"/> of the last body.</summary>
    public string? KnownHash { get; init; }

    /// <summary>For a source that was added as https: no redirect leads it to http.</summary>
    public bool SecureOnly { get; init; }
}

/// <summary>Which content is of use to who asks. Only for a page is robots.txt asked: the other kinds are published for programs.</summary>
public enum Wanted
{
    /// <summary>A feed, a page, a sitemap or an OPML list: for an address that a person gave.</summary>
    Anything,
    Feed,
    Page,

    /// <summary>A sitemap as XML or as plain lines, or a feed in its place.</summary>
    Sitemap,
}
