using NewsDesk.Newsroom.Gathering;

namespace NewsDesk.Commands;

/// <summary>A file that a list is written to for others: what is there already is not lost by it.</summary>
internal static class ExportFile
{
    /// <exception cref="BadInputException">Something is there that would be lost.</exception>
    public static async Task WriteAsync(string path, string text, string content, bool mayReplace, CancellationToken cancel)
    {
        if (Directory.Exists(path)) throw new BadInputException($"{path}: is a folder; name a file in it, as {Path.Join(path, "sources.opml")}");
        if (File.Exists(path))
        {
            // Where the list was lost it may be written anew by this; one that is there has comments and an order that the archive does not know.
            if (RealPath(path) == RealPath(Path.Combine(content, SourceListFile.Name)))
                throw new BadInputException($"{path}: is the desk's own list, whose comments and order would be lost; name another file");
            if (!mayReplace) throw new BadInputException($"{path}: there is such a file already; name another one, or write over it with --force");
        }

        await using var stream = new FileStream(path, mayReplace ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.AsMemory(), cancel);
    }

    /// <summary>Without links, in the folders above it too.</summary>
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (Path.Exists(real) && File.ResolveLinkTarget(real, returnFinalTarget: true) is { } target) real = RealPath(target.FullName);
        }

        return real;
    }
}
