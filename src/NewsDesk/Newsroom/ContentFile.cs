using System.Text;

namespace NewsDesk.Newsroom;

/// <summary>A file in the content folder as the disk tells of it, before it is read.</summary>
/// <param name="Path">Within the content folder, with forward slashes.</param>
/// <param name="Rights">Who may read it: a file that was refused is tried again when they change.</param>
public sealed record ContentFile(string Path, string FullPath, long Length, DateTimeOffset Written, UnixFileMode Rights)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Answers the file's bytes; null when it went away meanwhile, or when it may not be read, which is logged.</summary>
    public async Task<byte[]?> ReadAsync(int maxBytes, ILogger log, CancellationToken cancel)
    {
        // Pipes and sockets have no length either; opening one would wait for ever.
        if (Length == 0) return [];
        if (Length > maxBytes)
        {
            log.LogWarning("{File} is not read: it has {Bytes} bytes, and {Most} are the most", Path, Length, maxBytes);
            return null;
        }

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

    /// <summary>Answers the first bytes of a file of any length; null when they cannot be had, which is logged unless it went away.</summary>
    public async Task<byte[]?> ReadStartAsync(int bytes, ILogger log, CancellationToken cancel)
    {
        if (Length == 0) return [];
        try
        {
            await using var file = File.OpenRead(FullPath);
            var start = new byte[Math.Min(bytes, Length)];
            var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
            return start[..read];
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

    /// <summary>The same as text: UTF-8, or UTF-16 with its mark. What is neither is shown as well as it can, and told.</summary>
    public async Task<string?> ReadTextAsync(int maxBytes, ILogger log, CancellationToken cancel) =>
        await ReadAsync(maxBytes, log, cancel) is { } bytes ? TextOf(bytes, log) : null;

    /// <summary>The text that the file's bytes are; null when they are none, which is logged.</summary>
    public string? TextOf(byte[] bytes, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return LooseTextOf(bytes);
        if (bytes.Contains((byte)0))
        {
            log.LogWarning("{File} is not read: it is no text. Save it as UTF-8", Path);
            return null;
        }

        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            log.LogWarning("{File} is not UTF-8, as byte {Byte} shows: some letters are lost. Save it as UTF-8", Path, error.Index + 1);
            return LooseTextOf(bytes);
        }
    }

    /// <summary>The same without a word about what is wrong with it.</summary>
    public static string LooseTextOf(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'),
        };
    }
}
