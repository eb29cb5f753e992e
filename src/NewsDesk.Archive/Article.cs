using System.Runtime.InteropServices;

namespace NewsDesk.Archive;

/// <summary>An original that we gathered, as a line of the wire: without its text.</summary>
public record ArticleLine
{
    public long Id { get; init; }

    public long SourceId { get; init; }

    /// <summary>The source's title; read, never saved.</summary>
    public string SourceTitle { get; init; } = "";

    /// <summary>Canonical: one article has one.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>The author names, parted by <c>, </c>.</summary>
    public string? Byline { get; init; }

    /// <summary>The site's name.</summary>
    public string? Publisher { get; init; }

    /// <summary>Who reported it, as readers know them.</summary>
    public string SourceName => Publisher ?? SourceTitle;

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>Exact to the hour: see <see cref="Articles.SeenAgainAfter"/>.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>Where it stands on the wire: when it was published, or first seen if that was earlier; read, never saved.</summary>
    public DateTimeOffset WireTime { get; init; }

    /// <summary>Set while no source has it any more: it is not on the public wire.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    public string? Language { get; init; }

    /// <summary>Its source's; read, never saved.</summary>
    public string? Category { get; init; }

    public string? Excerpt { get; init; }

    public string? Image { get; init; }

    public int WordCount { get; init; }

    public long? StoryId { get; init; }

    internal Place Place => new(WireTime.ToUnixTimeMilliseconds(), Id);
}

/// <summary>An original that we gathered, whole.</summary>
public sealed record Article : ArticleLine
{
    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public string Text { get; init; } = "";

    /// <summary>Cleaned.</summary>
    public string Html { get; init; } = "";

    /// <summary>Tells whether it changed; when left empty the archive makes it of all that a reader could see.</summary>
    public string ContentHash { get; init; } = "";
}

/// <summary>What an article said before it was changed.</summary>
public sealed record ArticleVersion
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public DateTimeOffset Replaced { get; init; }

    public string Title { get; init; } = "";

    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Excerpt { get; init; }

    public string ContentHash { get; init; } = "";

    public int WordCount { get; init; }

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";
}

/// <summary>Where an article was seen: an item of a feed by its guid, a file of the inbox by its path.</summary>
public sealed record Mention
{
    public long SourceId { get; init; }

    public string MentionKey { get; init; } = "";

    public long ArticleId { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; init; }

    /// <summary>Of the file or item when it was last read, so that an unchanged one is not read again.</summary>
    public string? Hash { get; init; }
}

/// <summary>What became of an article that was saved.</summary>
public enum Outcome
{
    Added,

    /// <summary>The old text is kept in the history.</summary>
    Changed,

    Unchanged,

    /// <summary>It cannot be kept: its address is longer than <see cref="Articles.MaxUrlBytes"/>.</summary>
    Refused,
}

/// <summary>What became of an article that was saved, and its id (0 when refused).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Saved(Outcome Outcome, long Id);

/// <summary>An article as one source gave it, to be saved.</summary>
public sealed record Gathered(Article Article, string MentionKey, string? Hash = null);

/// <summary>Which part of the wire: everything that is set must hold; a language with all its regions (see <see cref="Articles.ListLanguagesAsync"/>).</summary>
public sealed record WireFilter(long? SourceId = null, string? Category = null, string? Language = null)
{
    public static readonly WireFilter Everything = new();
}
