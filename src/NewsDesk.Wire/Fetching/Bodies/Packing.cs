using System.IO.Compression;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>The ways in which a body may be packed, one inside the other.</summary>
internal static class Packing
{
    /// <summary>What we say that we can unpack.</summary>
    public const string Accepted = "gzip, br, deflate";

    /// <summary>Twice packed happens, by a program and its server both; more is an attack.</summary>
    public const int MaxLayers = 2;

    /// <summary>
    /// The layers that <c>Content-Encoding</c> names, the outermost first. A name that means no packing (<c>identity</c>, or an encoding of
    /// characters put in the wrong header) is none.
    /// </summary>
    public static IReadOnlyList<string> Layers(string? header)
    {
        if (string.IsNullOrEmpty(header)) return [];
        return header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.ToLowerInvariant())
            .Select(name => name is "x-gzip" ? "gzip" : name)
            .Where(IsPacking).Reverse().ToList();
    }

    public static bool CanUnpack(string layer) => layer is "gzip" or "br" or "deflate";

    public static bool IsGzip(ReadOnlySpan<byte> body) => body is [0x1F, 0x8B, ..];

    /// <summary>
    /// Unpacks one layer, by what the first bytes say where they say it. Null when the header is wrong and nothing is packed.
    /// </summary>
    public static async ValueTask<Stream?> OpenAsync(string layer, PackedStream packed, CancellationToken cancel)
    {
        var first = await packed.PeekAsync(cancel);
        return layer switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" when IsGzip(first.Span) => new GZipStream(packed, CompressionMode.Decompress),
            "gzip" => null,
            _ => IsZlib(first.Span) ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
        };
    }

    /// <summary>Deflate comes with zlib's two bytes before it, as the standard says, or without, as old servers have it.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> first) => first is [var method, var flags] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;

    private static bool IsPacking(string name) => CanUnpack(name) || name is "zstd" or "compress" or "x-compress" or "dcb" or "dcz" or "bzip2" or "xz";
}
