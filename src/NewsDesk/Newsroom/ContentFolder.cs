using System.IO.Enumeration;

namespace NewsDesk.Newsroom;

/// <summary>Lists what the desk's folder holds, and follows no link out of it.</summary>
public static class ContentFolder
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        // A folder that may not be listed must not look like one from which everything was deleted.
        IgnoreInaccessible = false,
        MaxRecursionDepth = 16,
        // Hidden files and folders belong to other programs.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>The files below <paramref name="folder"/> of the content folder, in the order of their names.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder, or one in it, may not be listed.</exception>
    public static IReadOnlyList<ContentFile> List(string content, string folder, Func<string, bool> isWanted)
    {
        var start = new DirectoryInfo(Path.Combine(content, folder));
        if (!start.Exists) return [];
        var files = new FileSystemEnumerable<FileInfo>(start.FullName, (ref FileSystemEntry entry) => (FileInfo)entry.ToFileSystemInfo(), Everywhere)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            // A linked folder may lead anywhere on this machine, or round in a circle.
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return files.Where(file => isWanted(file.Name) && !IsTemporary(file.Name) && IsInside(file, start))
            .Select(file => Of(content, file)).OfType<ContentFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>What is to be said of a link that <see cref="ListRefused(string)"/> names.</summary>
    public const string Refused = "is a link that is not followed, as it leads out of its folder, to a folder or to nothing: put what it should lead to in its place";

    /// <summary>The links among posts and pictures that are not followed: out of their folder, to nothing, or to folders.</summary>
    public static IReadOnlyList<string> ListRefused(string content) => [.. ListRefused(content, PostDesk.Folder), .. ListRefused(content, PictureDesk.Folder)];

    private static IReadOnlyList<string> ListRefused(string content, string folder)
    {
        var start = new DirectoryInfo(Path.Combine(content, folder));
        if (!start.Exists) return [];
        var links = new FileSystemEnumerable<FileSystemInfo>(start.FullName, (ref FileSystemEntry entry) => entry.ToFileSystemInfo(), Everywhere)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return [.. links.Where(link => !IsTemporary(link.Name) && !(link is FileInfo file && IsInside(file, start)))
            .Select(link => Path.GetRelativePath(content, link.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    public static ContentFile? Find(string content, string path) => Of(content, new FileInfo(Path.Combine(content, path)));

    /// <summary>The file at a path that somebody asks for; null unless it would be listed below <paramref name="folder"/>.</summary>
    public static ContentFile? FindBelow(string content, string folder, string path)
    {
        var start = new DirectoryInfo(Path.Combine(content, folder));
        var parts = path.Split('/');
        if (parts.Any(part => part.Length == 0 || IsTemporary(part) || part.Contains('\\', StringComparison.Ordinal) || part.Contains('\0', StringComparison.Ordinal))) return null;
        var at = start;
        foreach (var part in parts[..^1])
        {
            at = new DirectoryInfo(Path.Combine(at.FullName, part));
            if (at.LinkTarget is not null) return null;
        }

        var file = new FileInfo(Path.Combine(at.FullName, parts[^1]));
        return file.Exists && IsInside(file, start) ? Of(content, file) : null;
    }

    private static ContentFile? Of(string content, FileInfo file)
    {
        try
        {
            return file.Exists
                ? new(Within(content, file.FullName), file.FullName, file.Length,
                    new DateTimeOffset(file.LastWriteTimeUtc), file.UnixFileMode)
                : null;
        }
        catch (FileNotFoundException)
        {
            // It went away between two questions about it.
            return null;
        }
    }

    private static string Within(string content, string file) =>
        file.Length > content.Length && file[content.Length] == Path.DirectorySeparatorChar && file.StartsWith(content, StringComparison.Ordinal) && Path.DirectorySeparatorChar == '/'
            ? file[(content.Length + 1)..]
            : Path.GetRelativePath(content, file).Replace('\\', '/');

    private static bool IsTemporary(string name) => name[0] is '.' or '#' || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);

    // A link out of the folder could show the world any file of this machine.
    private static bool IsInside(FileInfo file, DirectoryInfo start)
    {
        if (!file.Attributes.HasFlag(FileAttributes.ReparsePoint)) return true;
        var target = file.ResolveLinkTarget(returnFinalTarget: true);
        return target is { Exists: true } && target.FullName.StartsWith(start.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
