using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Searching;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Where feeds lie, and which one an address means.</summary>
public sealed class FeedScopes(Sources sources, Archive.Stories stories, Masthead masthead)
{
    private const string CleanFolder = "clean";

    /// <summary>Every page that has feeds of our posts, as a route.</summary>
    public static IReadOnlyList<string> OfPosts { get; } = ["", "/persona/{persona}", "/tag/{tag}", "/kind/{kind}", "/source/{source:long}"];

    public const string OfSearch = "/search";

    public const string OfWire = "/wire";

    public const string OfStory = "/story/{story:long}";

    /// <summary>The files below a page, in each of our texts.</summary>
    public static IEnumerable<string> FilesBelow(string page) => FeedFormat.All.SelectMany(format => new[] { $"{page}/{format.FileName}", $"{page}/{CleanFolder}/{format.FileName}" });

    /// <summary>The files below a page of what others reported, of which there is one text.</summary>
    public static IEnumerable<string> ReportedFilesBelow(string page) => FeedFormat.All.Select(format => $"{page}/{format.FileName}");

    /// <summary>Whether a feed is of others' articles.</summary>
    public static bool AreReported(Uri feed) =>
        feed.AbsolutePath.StartsWith(OfWire + "/", StringComparison.Ordinal) || feed.AbsolutePath.StartsWith("/story/", StringComparison.Ordinal);

    /// <summary>By the path of a feed's file, or of its page for people. Null for what the desk does not know.</summary>
    public async Task<AskedFeed?> FindAsync(PathString path, IQueryCollection query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        var file = path.Value!;
        if (file.StartsWith(Feeds.Views + "/", StringComparison.Ordinal)) file = file[Feeds.Views.Length..];
        if (file == "/search.xml") return new(FeedScope.OfSearch(SearchQuestion.Of(query)), FeedFormat.Rss, IsClean: false);
        if (file == "/api/posts.json") return new(FeedScope.Everything, FeedFormat.Json, IsClean: false);
        if (FeedFormat.Of(file) is not { } format) return null;
        var page = file.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        // In this order, since a tag may be called "clean" itself.
        if (await FindByPageAsync(page, query, cancel) is { } scope) return new(scope, format, IsClean: false);
        return page is [.. var text, CleanFolder] && await FindByPageAsync(text, query, cancel) is { } cleaned ? new(cleaned, format, IsClean: true) : null;
    }

    private async Task<FeedScope?> FindByPageAsync(string[] page, IQueryCollection query, CancellationToken cancel) => page switch
    {
        [] => FeedScope.Everything,
        ["persona", var persona] => masthead.FindPersona(persona) is { } voice ? FeedScope.Of(voice) : null,
        ["tag", var tag] => FeedScope.OfTag(Address.WordOf(tag)),
        ["kind", var kind] => FeedScope.OfKind(Address.WordOf(kind)),
        ["source", var source] => IdOf(source) is { } id && await sources.FindAsync(id, cancel) is { } found ? FeedScope.OfSource(found.Id, found.Title) : null,
        ["story", var story] => IdOf(story) is { } id && await stories.FindAsync(id, cancel) is { } told ? FeedScope.Of(told) : null,
        ["search"] => FeedScope.OfSearch(SearchQuestion.Of(query)),
        ["wire"] => FeedScope.Wire,
        _ => null,
    };

    private static long? IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
