using System.Globalization;

namespace NewsDesk.Press.Rendering.Video;

/// <summary>A video on another site: where it is watched, and how an address there names a second.</summary>
internal sealed record VideoPlace(string Url, string Site, string? SecondPrefix)
{
    /// <summary>Answers the address that begins at <paramref name="second"/>; null when the site knows no such thing.</summary>
    public string? At(int second) =>
        SecondPrefix is null ? null : Url + SecondPrefix.Replace("{0}", second.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static VideoPlace Find(Uri address)
    {
        var host = address.Host.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal) || host.StartsWith("m.", StringComparison.Ordinal)) host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (host, path) switch
        {
            ("youtube.com" or "youtube-nocookie.com", ["watch"]) when Query(address, "v") is { } id => YouTube(id),
            ("youtube.com" or "youtube-nocookie.com", ["embed" or "shorts" or "live" or "v", var id]) when IsId(id) => YouTube(id),
            ("youtu.be", [var id]) when IsId(id) => YouTube(id),
            ("vimeo.com", [var id, ..]) when id.All(char.IsAsciiDigit) => new(Plain(address), "Vimeo", "#t={0}s"),
            ("player.vimeo.com", ["video", var id]) when id.All(char.IsAsciiDigit) => new("https://vimeo.com/" + id, "Vimeo", "#t={0}s"),
            (_, ["w", var id]) when IsId(id) => new(Plain(address), host, "?start={0}s"),
            (_, ["videos", "watch" or "embed", var id]) when IsId(id) => new($"{address.Scheme}://{address.Authority}/videos/watch/{id}", host, "?start={0}s"),
            (_, [.., var file]) when IsFilm(file) => new(Plain(address) + address.Query, host, "#t={0}"),
            _ => new(address.AbsoluteUri, host, null),
        };
    }

    private static VideoPlace YouTube(string id) => new("https://www.youtube.com/watch?v=" + id, "YouTube", "&t={0}s");

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Path);

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsFilm(string file) =>
        file.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".webm", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ogv", StringComparison.OrdinalIgnoreCase);

    private static string? Query(Uri address, string name)
    {
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal) && IsId(pair[(name.Length + 1)..])) return pair[(name.Length + 1)..];
        }

        return null;
    }
}
