using System.Text;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>The operator's list of sources: <c>content/sources.opml</c>.</summary>
public static class SourceListFile
{
    public const string Name = "sources.opml";

    public const int MaxBytes = 20_000_000;

    public static ContentFile? Find(string content) => ContentFolder.Find(content, Name);

    /// <summary>The list's text; null where there is none.</summary>
    public static async Task<string?> ReadAsync(string content, CancellationToken cancel)
    {
        var file = Path.Combine(content, Name);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancel) : null;
    }

    /// <summary>Puts a new text in the place of the old one: whole, or not at all.</summary>
    public static async Task WriteAsync(string content, string text, CancellationToken cancel)
    {
        var file = Path.Combine(content, Name);
        // A list that is kept elsewhere and linked to from here is written where it is.
        var target = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
