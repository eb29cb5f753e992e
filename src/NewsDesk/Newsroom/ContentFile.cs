using System.Text;

namespace NewsDesk.Newsroom;

/// <summary>A file in the content folder as the disk tells of it, before it is read.</summary>
/// <param name="Path">Within the content folder, with forward slashes.</param>
public sealed record ContentFile(string Path, string FullPath, long Length, DateTimeOffset Written)
{
    /// <summary>The files below <paramref name="folder"/> of the content folder, in the order of their names.</summary>
    public static IReadOnlyList<ContentFile> List(string content, string folder, Func<string, bool> isWanted)
    {
        var start = new DirectoryInfo(System.IO.Path.Combine(content, folder));
        if (!start.Exists) return [];
        return start.EnumerateFiles("*", Everywhere)
            .Where(file => isWanted(file.Name) && !IsTemporary(file.Name) && IsInside(file, start))
            .Select(file => Of(content, file))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
    }

    public static ContentFile? Find(string content, string path)
    {
        var file = new FileInfo(System.IO.Path.Combine(content, path));
        return file.Exists ? Of(content, file) : null;
    }

    /// <summary>Answers the file's bytes; null when it went away meanwhile, or when it may not be read, which is logged.</summary>
    public async Task<byte[]?> ReadAsync(ILogger log, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(FullPath, cancel);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} cannot be read: {Reason} Give NewsDesk's user the right to read it", Path, error.Message);
            return null;
        }
    }

    /// <summary>The same as text: UTF-8, with or without a mark in front; what is no UTF-8 becomes a replacement character.</summary>
    public async Task<string?> ReadTextAsync(ILogger log, CancellationToken cancel) =>
        await ReadAsync(log, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : null;

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 16,
        // Hidden files and folders belong to other programs; a linked folder is not followed, so no circle can form.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    private static ContentFile Of(string content, FileInfo file) => new(
        System.IO.Path.GetRelativePath(content, file.FullName).Replace('\\', '/'), file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));

    private static bool IsTemporary(string name) => name[0] is '.' or '#' || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);

    // A link out of the folder could show the world any file of this machine.
    private static bool IsInside(FileInfo file, DirectoryInfo start)
    {
        if (file.LinkTarget is null) return true;
        var target = file.ResolveLinkTarget(returnFinalTarget: true);
        return target is { Exists: true } && target.FullName.StartsWith(start.FullName + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
