using System.Buffers.Binary;

namespace NewsDesk.Press.Pictures;

/// <summary>Reads how large a picture is from its first bytes, without unpacking it: a page that says so does not jump when the picture comes.</summary>
public static class PictureSize
{
    /// <summary>So much of a file is enough, even when a camera has put a preview and a life story in front.</summary>
    public const int BytesNeeded = 256 * 1024;

    /// <summary>Nobody's screen is larger, and no browser shows it.</summary>
    private const int MaxSide = 65_535;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file of this name is shown as a picture.</summary>
    public static bool IsPicture(string name) => Path.GetExtension(name).ToLowerInvariant()
        is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg";

    /// <summary>The size as a browser shows it, turned as the camera was; null when the bytes are no picture that is known, or do not say.</summary>
    public static ImageSize? Find(ReadOnlySpan<byte> bytes)
    {
        var size = bytes switch
        {
            _ when bytes.StartsWith(Png) => OfPng(bytes),
            _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => OfGif(bytes),
            [0xFF, 0xD8, 0xFF, ..] => JpegSize.Find(bytes),
            _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 16 && bytes[8..].StartsWith("WEBP"u8) => WebpSize.Find(bytes),
            _ when bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8) => AvifSize.Find(bytes),
            _ => SvgSize.Find(bytes),
        };
        return size is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide } ? size : null;
    }

    private static ImageSize? OfPng(ReadOnlySpan<byte> bytes) => bytes.Length < 24 || !bytes[12..].StartsWith("IHDR"u8) ? null
        : new(Big32(bytes[16..]), Big32(bytes[20..]));

    private static ImageSize? OfGif(ReadOnlySpan<byte> bytes) => bytes.Length < 10 ? null
        : new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));

    /// <summary>A number that is too large for an int is too large for a picture.</summary>
    internal static int Big32(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
