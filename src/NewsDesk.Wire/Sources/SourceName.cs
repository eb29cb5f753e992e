namespace NewsDesk.Wire.Sources;

/// <summary>What a source is called until somebody says.</summary>
public static class SourceName
{
    public static string Of(string url)
    {
        if (url.StartsWith(WatchedSource.FolderScheme, StringComparison.Ordinal)) return url[WatchedSource.FolderScheme.Length..];
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0) return url;
        return parsed.Host.StartsWith("www.", StringComparison.Ordinal) ? parsed.Host[4..] : parsed.Host;
    }
}
