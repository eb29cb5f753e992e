using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Where feeds lie, and which one a request asks for.</summary>
public sealed class FeedScopes(Sources sources, Masthead masthead)
{
    /// <summary>Every page that has feeds of our posts, as a route.</summary>
    public static IReadOnlyList<string> OfPosts { get; } = ["", "/persona/{persona}", "/tag/{tag}", "/kind/{kind}", "/source/{source:long}"];

    public const string OfSearch = "/search";

    public const string OfWire = "/wire";

    /// <summary>The files below a page, in each of our texts.</summary>
    public static IEnumerable<string> FilesBelow(string page) => FeedFormat.All.SelectMany(format => new[] { $"{page}/{format.FileName}", $"{page}/clean/{format.FileName}" });

    public static bool IsClean(HttpRequest request) => request.Path.Value!.Contains("/clean/", StringComparison.Ordinal);

    /// <summary>Null for what the desk does not know.</summary>
    public async Task<FeedScope?> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        string? Named(string part) => request.RouteValues[part] as string;
        if (Named("persona") is { } persona) return masthead.FindPersona(persona) is { } voice ? FeedScope.Of(voice) : null;
        if (Named("tag") is { } tag) return FeedScope.OfTag(TagModel.Decoded(tag));
        if (Named("kind") is { } kind) return FeedScope.OfKind(kind);
        if (Named("source") is { } source)
            return await sources.FindAsync(long.Parse(source, CultureInfo.InvariantCulture), cancel) is { } found ? FeedScope.OfSource(found.Id, found.Title) : null;
        var path = request.Path.Value!;
        if (path.Contains(OfSearch, StringComparison.Ordinal)) return FeedScope.OfSearch(request.Query["q"].ToString().Trim());
        return path.Contains(OfWire + "/", StringComparison.Ordinal) ? FeedScope.Wire : FeedScope.Everything;
    }
}
