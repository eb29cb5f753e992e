using System.Collections.Frozen;
using NewsDesk.Markup.Cleaning;

namespace NewsDesk.Markup;

/// <summary>What a cleaning lets pass beyond the allow-list of elements, which is the same for all.</summary>
public sealed record CleanRules
{
    private static readonly FrozenSet<string> TextRoles = FrozenSet.Create(StringComparer.Ordinal,
        "doc-abstract", "doc-backlink", "doc-biblioref", "doc-endnote", "doc-endnotes", "doc-footnote", "doc-noteref", "doc-pullquote", "note");

    private static readonly FrozenSet<string> TextClasses = FrozenSet.Create(StringComparer.Ordinal,
        "byline", "caption", "contains-task-list", "credit", "dateline", "footnote", "footnote-back-ref", "footnote-backref", "footnote-ref",
        "footnotes", "lead", "pullquote", "standfirst", "task-list-item", "video");

    /// <summary>For everything that comes from outside.</summary>
    public static CleanRules Gathered { get; } = new()
    {
        IdPrefix = "from-",
        Classes = TextClasses,
        Roles = TextRoles,
        Rels = FrozenSet.Create(StringComparer.Ordinal, "license", "sponsored"),
        LinkRel = "nofollow ugc noopener",
    };

    /// <summary>For our own rendered Markdown; <c>with</c> adds <see cref="OwnSite"/> and what a page's own classes are called.</summary>
    public static CleanRules Post { get; } = new()
    {
        Classes = TextClasses,
        Roles = TextRoles,
        Rels = FrozenSet.Create(StringComparer.Ordinal, "author", "bookmark", "external", "license", "me", "sponsored", "tag"),
        Attributes = FrozenSet.Create(StringComparer.Ordinal, "aria-describedby", "aria-hidden", "aria-labelledby"),
        LinkRel = "nofollow noopener",
        TaskLists = true,
    };

    /// <summary>Stands before every id, so that nothing gathered takes the place of what a page calls its own. None: only ids that a
    /// browser would mistake for its own names get one.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>Ids that begin so are given by ourselves, and stay as they are.</summary>
    public IReadOnlyList<string> OwnIds { get; init; } = [];

    /// <summary>Classes that stay; <c>language-…</c> stays always.</summary>
    public IReadOnlySet<string> Classes { get; init; } = FrozenSet<string>.Empty;

    public IReadOnlySet<string> Roles { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words of a link's <c>rel</c> that stay.</summary>
    public IReadOnlySet<string> Rels { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Names of further attributes, each beginning with <c>aria-</c> or <c>data-</c>, that stay on every element.</summary>
    public IReadOnlySet<string> Attributes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The <c>rel</c> of each link that leaves for another site.</summary>
    public string LinkRel { get; init; } = "";

    /// <summary>Links to this site, and those without a host, carry no <see cref="LinkRel"/>.</summary>
    public Uri? OwnSite { get; init; }

    /// <summary>Whether links within a piece lead to its page: where pieces of several are shown in one, a footnote's number says nothing.</summary>
    public bool WholeLinks { get; init; }

    /// <summary>Whether the boxes of task lists stay, as boxes that cannot be ticked.</summary>
    public bool TaskLists { get; init; }

    internal bool AllowsClass(string name) => Classes.Contains(name) || IsLanguageClass(name);

    /// <summary>The class of code in a language, as <c>language-json</c>.</summary>
    public static bool IsLanguageClass(string name) =>
        name.StartsWith("language-", StringComparison.Ordinal)
        && name.Length is > 9 and <= 40
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '_');

    internal bool AllowsAttribute(string name) =>
        Attributes.Contains(name)
        && (name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal));

    internal string SafeId(string id) =>
        IdPrefix.Length > 0 ? id.StartsWith(IdPrefix, StringComparison.Ordinal) || OwnIds.Any(own => id.StartsWith(own, StringComparison.Ordinal)) ? id : IdPrefix + id
        : BrowserNames.Contains(id) ? "to-" + id
        : id;
}
