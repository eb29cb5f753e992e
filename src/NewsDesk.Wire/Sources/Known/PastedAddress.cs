namespace NewsDesk.Wire.Sources.Known;

/// <summary>Reads what a person pastes as an address: whole ones, bare host names, handles.</summary>
public static class PastedAddress
{
    /// <summary>The addresses to try, in order; none when it cannot be one.</summary>
    public static IReadOnlyList<Uri> Read(string pasted)
    {
        var text = pasted.Trim().Trim('<', '>', '"', '\'').Trim();
        // feed:https://host/… says which of the two it means, and feed://host/… does not.
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) text = text[5..].TrimStart('/');
        if (text.Length == 0 || text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))) return [];
        // @name@server, as people of the Fediverse sign.
        if (text.TrimStart('@').Split('@') is [{ Length: > 0 } name, { } server] && server.Contains('.', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal))
            return Web($"https://{server}/@{name}");
        if (text.StartsWith("r/", StringComparison.Ordinal) || text.StartsWith("/r/", StringComparison.Ordinal)) return Web($"https://www.reddit.com/{text.TrimStart('/')}");
        if (text.Contains("://", StringComparison.Ordinal)) return Web(text);
        var host = text.Split('/', '?', '#')[0];
        var isHost = host.Contains('.', StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith('[');
        return isHost ? [.. Web($"https://{text}"), .. Web($"http://{text}")] : [];
    }

    private static IReadOnlyList<Uri> Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? [url] : [];
}
