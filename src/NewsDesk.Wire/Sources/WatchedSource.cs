using AngleSharp.Css.Parser;

namespace NewsDesk.Wire.Sources;

/// <summary>What kind of place a source is.</summary>
public enum SourceKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A page with a list of links to articles.</summary>
    Page,

    Sitemap,

    /// <summary>A folder of saved pages and feeds, within the content folder.</summary>
    Folder,
}

/// <summary>When an article's own page is fetched, beside what the source says of it.</summary>
public enum FullText
{
    /// <summary>When the source gives no more than a summary.</summary>
    WhenShort,

    Always,

    Never,
}

/// <summary>A source as the operator wrote it into the list.</summary>
public sealed record WatchedSource
{
    public required SourceKind Kind { get; init; }

    /// <summary>Absolute; of a folder <c>folder:</c> and its path within the content folder.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    public string? SiteUrl { get; init; }

    public string? Category { get; init; }

    public string? Language { get; init; }

    public FullText FullText { get; init; }

    /// <summary>How often to look, when the operator knows better than the rhythm that is learned.</summary>
    public TimeSpan? Every { get; init; }

    public bool Paused { get; init; }

    /// <summary>Of a page: where in it the links are; what is not said is guessed.</summary>
    public ListSelectors List { get; init; } = ListSelectors.None;

    /// <summary>Of a folder: its path within the content folder.</summary>
    public string? FolderPath => Kind == SourceKind.Folder ? Url[FolderScheme.Length..] : null;

    public const string FolderScheme = "folder:";

    /// <summary>What to do instead; a clause for a person.</summary>
    public const string NoPasswords = "those are never sent. Where a site gives its readers a feed's address with a secret of its own in it, write that one";

    /// <summary>Whether an address carries a name or password, as in https://me:secret@example.org/.</summary>
    public static bool HasPassword(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length > 0;
}

/// <summary>CSS selectors for a page with a list of links: each item, and within it the link, title, time and summary.</summary>
public sealed record ListSelectors(string? Item = null, string? Link = null, string? Title = null, string? Time = null, string? Summary = null)
{
    public static readonly ListSelectors None = new();

    /// <summary>Whether this can be looked for in a page at all.</summary>
    public static bool IsSelector(string text) => new CssSelectorParser().ParseSelector(text) is not null;
}
