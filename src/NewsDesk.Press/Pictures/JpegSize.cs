using System.Buffers.Binary;

namespace NewsDesk.Press.Pictures;

/// <summary>The size of a JPEG: in its start-of-frame segment, turned when its Exif says that the camera stood on its side.</summary>
internal static class JpegSize
{
    private const ushort OrientationTag = 0x0112;

    public static ImageSize? Find(ReadOnlySpan<byte> bytes)
    {
        var isTurned = false;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                // Filling, and markers that stand alone.
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || marker is 0xD9 or 0xDA) return null;
            var segment = bytes[(at + 4)..Math.Min(at + 2 + length, bytes.Length)];
            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8)) isTurned = IsTurned(segment[6..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (segment.Length < 5) return null;
                int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
                return isTurned ? new(height, width) : new(width, height);
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>Orientations 5 to 8 swap the sides.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return false;
        var isLittle = tiff[0] == (byte)'I';
        var entries = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (entries > tiff.Length - 2) return false;
        var directory = tiff[(int)entries..];
        var count = Short(directory, isLittle);
        for (var i = 0; i < count && 2 + (i + 1) * 12 <= directory.Length; i++)
        {
            var entry = directory[(2 + i * 12)..];
            if (Short(entry, isLittle) == OrientationTag) return Short(entry[8..], isLittle) is >= 5 and <= 8;
        }

        return false;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
