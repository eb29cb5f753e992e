using NewsDesk.Wire.Feeds.Encodings;

namespace NewsDesk.Wire.Fetching;

/// <summary>What came of a request.</summary>
public abstract record Fetched
{
    private Fetched(Attempt attempt) => Attempt = attempt;

    public Attempt Attempt { get; }

    /// <summary>A body that was not known yet, whole and unpacked.</summary>
    /// <param name="ContentType">The header as it was sent, for the readers.</param>
    /// <param name="Kind">What the body itself looks like, whatever the header says.</param>
    /// <param name="Hash">SHA-256 of the body, in hexadecimal digits.</param>
    public sealed record Received(Attempt Attempt, ReadOnlyMemory<byte> Body, string? ContentType, ContentKind Kind, string Hash, Validity Validity)
        : Fetched(Attempt)
    {
        /// <summary>The encoding of the characters that the header names.</summary>
        public string? Charset => Feeds.Encodings.Charset.InHeader(ContentType);
    }

    /// <summary>The server says so (304), or the body is the one that is known.</summary>
    public sealed record Unchanged(Attempt Attempt, Validity Validity) : Fetched(Attempt);

    /// <summary>The server says that it went for good (410).</summary>
    public sealed record Gone(Attempt Attempt, string Reason) : Fetched(Attempt);

    /// <summary>Nothing of use came.</summary>
    /// <param name="Reason">A sentence for a person, without capital and full stop.</param>
    /// <param name="RetryAfter">How long the server, or our own good manners, ask to wait.</param>
    public sealed record Failed(Attempt Attempt, FailureKind Kind, string Reason, TimeSpan? RetryAfter = null) : Fetched(Attempt);
}

/// <summary>How a request went, whatever came of it.</summary>
/// <param name="Address">The address that answered last, or was to answer.</param>
/// <param name="Hops">The redirects on the way to it.</param>
/// <param name="Status">The last answer's; null when none came.</param>
/// <param name="Bytes">Of bodies, as they came over the wire, packed as they were.</param>
/// <param name="Elapsed">From the first connection to the last byte; waiting for the host's turn is not counted.</param>
public sealed record Attempt(Uri Address, IReadOnlyList<Hop> Hops, int? Status, long Bytes, TimeSpan Elapsed, DateTimeOffset At)
{
    /// <summary>Where a chain of permanent redirects from the first address leads; null when there is none.</summary>
    public Uri? MovedTo => Hops.TakeWhile(hop => hop.IsPermanent).LastOrDefault()?.To;
}

/// <summary>One redirect: permanent ones (301, 308) tell that the old address should be forgotten.</summary>
public sealed record Hop(Uri From, Uri To, int Status)
{
    public bool IsPermanent => Status is 301 or 308;
}

/// <summary>What the server says of how long its answer holds.</summary>
/// <param name="FreshFor">By <c>Cache-Control</c> or <c>Expires</c>; null when it says nothing.</param>
public sealed record Validity(string? ETag, string? LastModified, TimeSpan? FreshFor);

/// <summary>What a body looks like.</summary>
public enum ContentKind
{
    Feed,
    Page,
    Sitemap,
    Opml,
}

/// <summary>Why nothing came, as far as a scheduler needs to tell.</summary>
public enum FailureKind
{
    /// <summary>It is none that we ask: no web address, a forbidden port, this machine or a private network.</summary>
    Address,

    /// <summary>The name does not exist, or could not be looked up.</summary>
    Dns,

    /// <summary>No connection, or one that broke.</summary>
    Network,
    Tls,
    Timeout,
    TooLarge,

    /// <summary>An answer like 404, 429 or 500; <see cref="Attempt.Status"/> says which.</summary>
    Status,

    /// <summary>Too many, in a circle, or from https to http.</summary>
    Redirect,

    /// <summary>Something else than was asked for: an empty body, a page instead of a feed, a film.</summary>
    NotWanted,

    /// <summary>No HTTP, or a body that is not what its headers say.</summary>
    Broken,

    /// <summary>robots.txt asks us to stay away.</summary>
    Robots,

    /// <summary>The host asked for a pause, or too many requests wait for it: nothing was sent.</summary>
    Waiting,
}
