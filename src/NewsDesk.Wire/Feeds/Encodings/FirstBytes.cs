using System.Text;

namespace NewsDesk.Wire.Feeds.Encodings;

/// <summary>The encodings that the first four bytes give away: a byte order mark, or a first character of two or four bytes.</summary>
internal static class FirstBytes
{
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    public static Encoding? Encoding(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8OrWindows.Instance,
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => System.Text.Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => Utf32BigEndian,
        [0xFE, 0xFF, ..] or [0, (byte)'<' or (byte)'{', 0, ..] => System.Text.Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [(byte)'<' or (byte)'{', 0, _, 0, ..] => System.Text.Encoding.Unicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => CodePagesEncodingProvider.Instance.GetEncoding(37),
        _ => null,
    };
}
