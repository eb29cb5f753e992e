using System.Text;
using NewsDesk.Commands;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>The operator's list of sources: <c>content/sources.opml</c>.</summary>
public static class SourceListFile
{
    public const string Name = "sources.opml";

    public const int MaxBytes = 20_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ContentFile? Find(string content) => ContentFolder.Find(content, Name);

    /// <summary>The list's text; null where there is none.</summary>
    /// <exception cref="BadInputException">It is no text that could be written back as it was.</exception>
    public static async Task<string?> ReadAsync(string content, CancellationToken cancel)
    {
        var file = Path.Combine(content, Name);
        if (!File.Exists(file)) return null;
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        var (encoding, mark) = EncodingOf(bytes);
        try
        {
            return encoding.GetString(bytes.AsSpan(mark));
        }
        catch (DecoderFallbackException error)
        {
            throw new BadInputException($"{file} is not UTF-8, as byte {error.Index + mark + 1} shows, and letters would be lost. Save it as UTF-8", error);
        }
    }

    /// <summary>Puts a new text in the place of the old one: whole, or not at all, and in the old one's encoding, with its mark where it has one.</summary>
    public static async Task WriteAsync(string content, string text, CancellationToken cancel)
    {
        var file = Path.Combine(content, Name);
        // A list that is kept elsewhere and linked to from here is written where it is.
        var target = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        var before = File.Exists(target) ? await File.ReadAllBytesAsync(target, cancel) : [];
        var (encoding, mark) = EncodingOf(before);
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(before.AsMemory(0, mark), cancel);
                await stream.WriteAsync(encoding.GetBytes(text), cancel);
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

    /// <summary>UTF-8, or UTF-16 with its mark, as the site reads it; and how long the mark is.</summary>
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (StrictUtf8, 0),
    };
}
