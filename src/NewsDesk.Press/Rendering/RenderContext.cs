using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering;

/// <summary>What a post is printed with: everything that stands outside its file.</summary>
public sealed record RenderContext
{
    public static RenderContext Empty { get; } = new();

    /// <summary>What the archive knows of originals and cited sources, by address.</summary>
    public IReadOnlyDictionary<string, KnownOriginal> Originals { get; init; } = new Dictionary<string, KnownOriginal>(StringComparer.Ordinal);

    public WordList Words { get; init; } = WordList.Empty;

    public Uri? SiteUrl { get; init; }

    /// <summary>What the site is written in, as <c>en</c> or <c>de-CH</c>: quotes are set as is usual there.</summary>
    public string Language { get; init; } = "en";

    public Persona? Persona { get; init; }

    /// <summary>The coverage that <c>{{story}}</c> lists; empty when no story is known.</summary>
    public IReadOnlyList<KnownOriginal> Story { get; init; } = [];

    /// <summary>The desk's own pictures; none are known where nobody has looked.</summary>
    public KnownPictures Pictures { get; init; } = KnownPictures.None;
}

/// <summary>What the archive knows of an address.</summary>
public sealed record KnownOriginal
{
    public required string Url { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Excerpt { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Our own page about it, as <c>/article/…</c>.</summary>
    public string? ArticlePath { get; init; }

    /// <summary>How many other sources tell the same story.</summary>
    public int OthersReporting { get; init; }

    /// <summary>Our page about the story, as <c>/story/…</c>, when others report it.</summary>
    public string? StoryPath { get; init; }
}
