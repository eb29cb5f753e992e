namespace NewsDesk.Wire.Sources;

/// <summary>Paths of folders that may be a source: within the content folder, and none of those that the desk writes itself.</summary>
public static class FolderPath
{
    private static readonly string[] OurOwn = ["posts", "pages", "personas"];

    /// <summary>The path with forward slashes and no more than it needs; null when it leads elsewhere.</summary>
    public static string? Tidy(string path)
    {
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part != ".").ToArray();
        if (path.StartsWith('/') || parts.Length is 0 or > 16 || path.Length > 400) return null;
        if (parts.Any(part => part[0] is '.' or '~' || part.Contains(':', StringComparison.Ordinal) || part.Any(char.IsControl))) return null;
        return OurOwn.Contains(parts[0], StringComparer.OrdinalIgnoreCase) ? null : string.Join('/', parts);
    }
}
