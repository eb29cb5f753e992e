using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Sources.Known;

/// <summary>Feed addresses that follow from a page's own, for places whose scheme is public: no page need be read for them.</summary>
public static partial class KnownFeeds
{
    /// <summary>What people paste, by host; the path decides. Best first.</summary>
    public static IReadOnlyList<Candidate> Of(Uri page)
    {
        var host = page.Host.StartsWith("www.", StringComparison.Ordinal) ? page.Host[4..] : page.Host;
        var parts = page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return host switch
        {
            "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtu.be" => YouTube(parts, page.Query),
            "reddit.com" or "old.reddit.com" or "new.reddit.com" or "np.reddit.com" or "m.reddit.com" => Reddit(parts),
            "github.com" => GitHub(parts),
            "vimeo.com" => Vimeo(parts),
            _ => Mastodon(page, parts),
        };
    }

    /// <summary>A channel's page of YouTube says its id even where it names no feed.</summary>
    public static IReadOnlyList<Candidate> InPage(Uri page, string html) =>
        page.Host.EndsWith("youtube.com", StringComparison.Ordinal) && ChannelId().Match(html) is { Success: true } id
            ? [Channel(id.Groups["id"].Value)]
            : [];

    private static IReadOnlyList<Candidate> YouTube(string[] parts, string query) => parts switch
    {
        _ when ListId().Match(query) is { Success: true } list => [Known($"https://www.youtube.com/feeds/videos.xml?playlist_id={list.Groups["id"].Value}", "the playlist's videos")],
        ["channel", var id, ..] when id.StartsWith("UC", StringComparison.Ordinal) => [Channel(id)],
        ["user", var name, ..] => [Known($"https://www.youtube.com/feeds/videos.xml?user={name}", "the channel's videos")],
        _ => [],
    };

    private static Candidate Channel(string id) => Known($"https://www.youtube.com/feeds/videos.xml?channel_id={id}", "the channel's videos");

    private static IReadOnlyList<Candidate> Reddit(string[] parts) => parts switch
    {
        ["r", var name, "comments", var id, ..] => [Known($"https://www.reddit.com/r/{name}/comments/{id}/.rss", "the thread's comments")],
        ["r", var name, "new" or "top" or "rising" or "hot", ..] => [Known($"https://www.reddit.com/r/{name}/{parts[2]}/.rss", $"r/{name}, {parts[2]}")],
        ["r", var name, ..] => [Known($"https://www.reddit.com/r/{name}/.rss", $"r/{name}")],
        ["user" or "u", var name, ..] => [Known($"https://www.reddit.com/user/{name}/.rss", $"u/{name}")],
        ["domain", var name, ..] => [Known($"https://www.reddit.com/domain/{name}/.rss", $"links to {name}")],
        [] => [Known("https://www.reddit.com/.rss", "the front page")],
        _ => [],
    };

    private static readonly HashSet<string> NoAccounts = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "explore", "features", "marketplace", "topics", "trending", "collections", "sponsors", "orgs", "settings", "login", "search", "notifications",
    };

    private static IReadOnlyList<Candidate> GitHub(string[] parts) => parts switch
    {
        [var owner, ..] when NoAccounts.Contains(owner) => [],
        [var owner, var name, "commits" or "tree", var branch, ..] =>
            [Known($"https://github.com/{owner}/{Repository(name)}/commits/{branch}.atom", $"{owner}/{Repository(name)}, commits to {branch}")],
        [var owner, var name, "tags", ..] => [Known($"https://github.com/{owner}/{Repository(name)}/tags.atom", $"{owner}/{Repository(name)}, tags")],
        [var owner, var name, ..] =>
        [
            Known($"https://github.com/{owner}/{Repository(name)}/releases.atom", $"{owner}/{Repository(name)}, releases"),
            Known($"https://github.com/{owner}/{Repository(name)}/tags.atom", $"{owner}/{Repository(name)}, tags"),
            Known($"https://github.com/{owner}/{Repository(name)}/commits.atom", $"{owner}/{Repository(name)}, commits"),
        ],
        [var owner] => [Known($"https://github.com/{owner}.atom", $"{owner}, activity")],
        _ => [],
    };

    private static string Repository(string name) => name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;

    private static IReadOnlyList<Candidate> Vimeo(string[] parts) => parts switch
    {
        ["channels" or "groups", var name, ..] => [Known($"https://vimeo.com/{parts[0]}/{name}/videos/rss", $"{name}, videos")],
        [var name] when !name.All(char.IsAsciiDigit) => [Known($"https://vimeo.com/{name}/videos/rss", $"{name}, videos")],
        _ => [],
    };

    /// <summary>Servers of the Fediverse are anywhere; a profile's address is <c>/@name</c>, and its feed that with <c>.rss</c>.</summary>
    private static IReadOnlyList<Candidate> Mastodon(Uri page, string[] parts)
    {
        var name = parts switch
        {
            [['@', .. { Length: > 0 } alone]] => alone,
            ["users", var user] => user,
            ["web", ['@', .. { Length: > 0 } old]] => old,
            _ => null,
        };
        // A name with its server is somebody whom this server only shows.
        return name is null || name.Contains('@', StringComparison.Ordinal) || name.EndsWith(".rss", StringComparison.Ordinal)
            ? []
            : [Known($"{page.Scheme}://{page.Authority}/@{name}.rss", $"@{name}")];
    }

    private static Candidate Known(string url, string title) => new(SourceKind.Feed, url, title, Finding.Known);

    [GeneratedRegex(@"[?&]list=(?<id>[A-Za-z0-9_-]{10,64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListId();

    [GeneratedRegex("""(?:"(?:externalId|channelId)"\s*:\s*"|itemprop="(?:identifier|channelId)"\s+content="|/channel/)(?<id>UC[A-Za-z0-9_-]{22})""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ChannelId();
}
