using System.Collections.Frozen;
using System.Globalization;
using NewsDesk.Pages.Subscriptions;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>The permanent addresses of what the site shows, encoded, so that they may stand in a header.</summary>
public static class Address
{
    /// <summary>Says that a part of an address is a name, whatever it looks like.</summary>
    private const char Name = '~';

    /// <summary>What the site answers right below its name, whatever is in the archive.</summary>
    private static readonly FrozenSet<string> Own = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
    [
        .. FeedScopes.FilesBelow("").Concat(FeedScopes.FilesBelow(FeedScopes.OfSearch)).Concat(FeedScopes.ReportedFilesBelow(FeedScopes.OfWire)).Select(file => file.TrimStart('/')),
        "archive", "favicon.ico", "feeds", "feeds.opml", "hub", "humans.txt", "language", "llms.txt", "manifest.webmanifest", "oembed", "robots.txt", "search", "search.xml",
        "sitemap-news.xml", "sitemap-pages.xml", "sitemap-stories.xml", "sitemap.xml", "sources", "sources.opml", "stories", "style.css", "subscription", "wire",
        "api/posts.json", ".well-known/security.txt",
    ]);

    /// <summary>Whether no post or page can have this path, which is given without the slashes around it.</summary>
    public static bool IsOwn(string path) =>
        Own.Contains(path) || path.StartsWith(Feeds.Views.TrimStart('/') + "/", StringComparison.OrdinalIgnoreCase)
        || (path.Split('/') is [{ Length: 4 } year, .. { Length: <= 1 } rest] && year.All(char.IsAsciiDigit) && rest.All(month => month.Length == 2 && month.All(char.IsAsciiDigit)));

    public static string OfPost(string slug, DateTimeOffset published) =>
        string.Create(CultureInfo.InvariantCulture, $"/{published.UtcDateTime:yyyy}/{published.UtcDateTime:MM}/{Uri.EscapeDataString(slug)}");

    /// <summary>The title is there for people: only the number counts.</summary>
    public static string OfArticle(long id, string title) => $"/article/{id}/{Uri.EscapeDataString(Slug.Plainly(title, "untitled"))}";

    /// <summary>As an article's: only the number counts.</summary>
    public static string OfStory(long id, string title) => $"/story/{id}/{Uri.EscapeDataString(Slug.Plainly(title, "untitled"))}";

    public static string OfPersona(string id) => $"/persona/{Uri.EscapeDataString(id)}";

    /// <summary>Cover art, as <c>svg</c> or <c>png</c>; the version is there so that browsers keep it until the post changes.</summary>
    public static string OfCover(string slug, string kind, string version) => $"/cover/{Uri.EscapeDataString(slug)}.{kind}?v={version[..Math.Min(version.Length, 8)]}";

    public static string OfPage(string slug) => $"/{Uri.EscapeDataString(slug)}";

    public static string OfMonth(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"/{year:0000}/{month:00}");

    public static string OfTag(string tag) => $"/tag/{PartOf(tag)}";

    public static string OfKind(string kind) => $"/kind/{PartOf(kind)}";

    /// <summary>The word that a part of an address, which the server has decoded, stands for.</summary>
    public static string WordOf(string part)
    {
        // The server leaves an encoded slash as it is, since elsewhere it parts an address.
        part = part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return part.StartsWith(Name) ? part[1..] : part;
    }

    // Browsers walk up at "." and "..", however they are encoded. So these bear a mark, and what begins with the mark bears another.
    private static string PartOf(string word) => Uri.EscapeDataString(word is "." or ".." || word.StartsWith(Name) ? Name + word : word);

    /// <summary>A lasting address with the query of a request that is sent on to it: who asked for the clean text finds the clean text there.</summary>
    public static string Onwards(HttpRequest request, string address)
    {
        var spot = address.IndexOf('#', StringComparison.Ordinal);
        return spot < 0 ? address + request.QueryString.ToUriComponent() : address.Insert(spot, request.QueryString.ToUriComponent());
    }

    /// <summary>Whether a request, whose path the server has already decoded, asked for this address.</summary>
    public static bool IsOf(HttpRequest request, string address) => string.Equals(request.Path.Value, Uri.UnescapeDataString(address), StringComparison.Ordinal);
}
