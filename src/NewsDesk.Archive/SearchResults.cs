using System.Runtime.InteropServices;

namespace NewsDesk.Archive;

/// <summary>A piece of plain text, and whether it is what was looked for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SnippetPart(string Text, bool IsHit);

/// <summary>One thing that was found, with its title and a stretch of its text in parts.</summary>
public sealed record Found<T>(T Item, IReadOnlyList<SnippetPart> Title, IReadOnlyList<SnippetPart> Snippet);

/// <summary>One page of what was found, best first.</summary>
/// <param name="Items">Of this page.</param>
/// <param name="Total">How many were found; ranking looks at the newest <see cref="Search.Most"/> that fit and as many that fit in the title.</param>
/// <param name="MayBeMore">There are more than were looked at: a narrower question would show others.</param>
public sealed record SearchPage<T>(IReadOnlyList<Found<T>> Items, int Total, bool MayBeMore);

/// <summary>
/// Which articles: everything that is set must hold. <paramref name="Until"/> is the first moment that no longer counts; a language is meant with all its
/// regions (see <see cref="Articles.ListLanguagesAsync"/>).
/// </summary>
public sealed record ArticleSearchFilter(long? SourceId = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Language = null)
{
    public static readonly ArticleSearchFilter Everything = new();
}

/// <summary>Which posts: everything that is set must hold. <paramref name="Until"/> is the first moment that no longer counts.</summary>
public sealed record PostSearchFilter(
    string? Persona = null, string? Tag = null, string? Kind = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null)
{
    public static readonly PostSearchFilter Everything = new();
}
