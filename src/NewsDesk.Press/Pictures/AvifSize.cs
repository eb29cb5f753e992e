using System.Buffers.Binary;

namespace NewsDesk.Press.Pictures;

/// <summary>
/// The size of an AVIF: in the boxes meta, iprp, ipco. Of several sizes (tiles, a mask, a preview) the largest is the picture's.
/// </summary>
internal static class AvifSize
{
    private const int MaxBoxes = 1000;

    public static ImageSize? Find(ReadOnlySpan<byte> bytes)
    {
        // A full box has its version and flags before what is in it.
        var rest = Box(Box(Box(bytes, "meta"u8, skip: 4), "iprp"u8), "ipco"u8);
        ImageSize? largest = null;
        var isTurned = false;
        for (var boxes = 0; boxes < MaxBoxes && Next(rest, out var type, out var content, out var after); boxes++)
        {
            rest = after;
            if (type.SequenceEqual("irot"u8) && content.Length >= 1) isTurned = (content[0] & 1) == 1;
            if (!type.SequenceEqual("ispe"u8) || content.Length < 12) continue;
            var size = new ImageSize(PictureSize.Big32(content[4..]), PictureSize.Big32(content[8..]));
            if (largest is null || (long)size.Width * size.Height > (long)largest.Width * largest.Height) largest = size;
        }

        return largest is not null && isTurned ? new(largest.Height, largest.Width) : largest;
    }

    private static ReadOnlySpan<byte> Box(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> wanted, int skip = 0)
    {
        for (var boxes = 0; boxes < MaxBoxes && Next(bytes, out var type, out var content, out var after); boxes++)
        {
            if (type.SequenceEqual(wanted)) return content.Length >= skip ? content[skip..] : [];
            bytes = after;
        }

        return [];
    }

    private static bool Next(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content, out ReadOnlySpan<byte> after)
    {
        type = content = after = [];
        if (bytes.Length < 8) return false;
        long length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var header = 8;
        if (length == 1)
        {
            if (bytes.Length < 16) return false;
            length = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), long.MaxValue);
            header = 16;
        }

        // Zero means: to the end of the file.
        if (length == 0) length = bytes.Length;
        if (length < header) return false;
        var end = (int)Math.Min(length, bytes.Length);
        type = bytes[4..8];
        content = bytes[header..end];
        after = bytes[end..];
        return true;
    }
}
