namespace NewsDesk.Markup.Cleaning;

/// <summary>The players that a frame may hold, as the page a reader would go to instead.</summary>
internal static class VideoPlayers
{
    public sealed record Video(string Url, string Site);

    public static Video? Find(string source, Addresses addresses)
    {
        if (addresses.Web(source) is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var url)) return null;
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host.StartsWith("m.", StringComparison.Ordinal) ? url.Host[2..] : url.Host;
        var path = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (host, path) switch
        {
            ("youtube.com" or "youtube-nocookie.com", ["embed", "videoseries"]) when Query(url, "list") is { } list && IsId(list) =>
                new($"https://www.youtube.com/playlist?list={list}", "YouTube"),
            ("youtube.com" or "youtube-nocookie.com", ["embed"]) when Query(url, "list") is { } list && IsId(list) =>
                new($"https://www.youtube.com/playlist?list={list}", "YouTube"),
            ("youtube.com" or "youtube-nocookie.com", ["embed", "live_stream"]) when Query(url, "channel") is { } channel && IsId(channel) =>
                new($"https://www.youtube.com/channel/{channel}/live", "YouTube"),
            ("youtube.com" or "youtube-nocookie.com", ["embed" or "v" or "live" or "shorts", var id]) when IsId(id) =>
                new($"https://www.youtube.com/watch?v={id}{Start(url)}", "YouTube"),
            ("player.vimeo.com", ["video", var id]) when IsId(id) =>
                new($"https://vimeo.com/{id}{(Query(url, "h") is { } key && IsId(key) ? "/" + key : "")}", "Vimeo"),
            ("vimeo.com", ["event", var id, "embed", ..]) when IsId(id) => new($"https://vimeo.com/event/{id}", "Vimeo"),
            (_, ["video-playlists", "embed", var id]) when IsId(id) => new($"https://{url.Authority}/w/p/{id}", host),
            (_, ["videos", "embed", var id]) when IsId(id) => new($"https://{url.Authority}/videos/watch/{id}", host),
            _ => null,
        };
    }

    private static string Start(Uri url) =>
        Query(url, "start") is { Length: > 0 and < 7 } seconds && seconds.All(char.IsAsciiDigit) ? $"&t={seconds}s" : "";

    private static string? Query(Uri url, string name)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal)) return pair[(name.Length + 1)..];
        }

        return null;
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
