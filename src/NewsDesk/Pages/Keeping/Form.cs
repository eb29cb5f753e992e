using System.Buffers;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace NewsDesk.Pages.Keeping;

/// <summary>An answer's bytes in one coding, with the headers that belong to these bytes, ready to be sent.</summary>
public sealed class Form(Coding coding, byte[] bytes, string etag)
{
    /// <summary>
    /// A page is compressed while its first reader waits: a middling quality; the best one takes many times as long for few bytes less.
    /// </summary>
    private const int QualityOfPages = 5;

    /// <summary>A feed of fifty whole posts would take its first reader longer to compress than to make: a third of the time for a tenth more bytes.</summary>
    private const int QualityOfLarge = 3;

    private const int BytesOfLarge = 128 * 1024;

    /// <summary>For what is kept for ever.</summary>
    private const int BestQuality = 11;

    private const int Window = 22;

    public byte[] Bytes => bytes;

    public string Tag => etag;

    public StringValues ETag { get; } = etag;

    public StringValues ContentEncoding { get; } = coding switch
    {
        Coding.Brotli => "br",
        Coding.Gzip => "gzip",
        _ => default(StringValues),
    };

    /// <summary>A strong tag names bytes, not a text: each coding has its own.</summary>
    public static Form Of(Coding coding, ReadOnlySpan<byte> plain, string fingerprint, bool lasting) => coding switch
    {
        Coding.Brotli => new(coding, Brotli(plain, lasting ? BestQuality : plain.Length < BytesOfLarge ? QualityOfPages : QualityOfLarge), $"\"{fingerprint}-br\""),
        Coding.Gzip => new(coding, Gzip(plain), $"\"{fingerprint}-gz\""),
        _ => new(coding, plain.ToArray(), $"\"{fingerprint}\""),
    };

    /// <summary>The bytes before they were compressed.</summary>
    public byte[] Plain()
    {
        if (coding == Coding.Identity) return bytes;
        using var compressed = new MemoryStream(bytes);
        using Stream reading = coding == Coding.Brotli ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        reading.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Brotli(ReadOnlySpan<byte> plain, int quality)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            return BrotliEncoder.TryCompress(plain, room, out var written, quality, Window)
                ? room[..written]
                : throw new InvalidOperationException($"{plain.Length} bytes did not fit into the most that Brotli makes of them.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var compressed = new MemoryStream();
        using (var writing = new GZipStream(compressed, CompressionLevel.Optimal)) writing.Write(plain);
        return compressed.ToArray();
    }
}
