using System.Buffers.Binary;

namespace NewsDesk.Press.Pictures;

/// <summary>The size of a WebP: its first chunk is one of three kinds, and each says it in its own way.</summary>
internal static class WebpSize
{
    public static ImageSize? Find(ReadOnlySpan<byte> bytes)
    {
        var chunk = bytes[12..];
        if (chunk.StartsWith("VP8X"u8) && chunk.Length >= 18) return new(1 + Little24(chunk[12..]), 1 + Little24(chunk[15..]));
        if (chunk.StartsWith("VP8L"u8) && chunk.Length >= 13 && chunk[8] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        if (chunk.StartsWith("VP8 "u8) && chunk.Length >= 18 && chunk[11..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return new(BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF);
        return null;
    }

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
