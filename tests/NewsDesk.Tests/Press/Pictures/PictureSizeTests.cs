using System.Text;
using NewsDesk.Press.Pictures;

namespace NewsDesk.Tests.Press.Pictures;

public sealed class PictureSizeTests
{
    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "PNG", Bytes("89504E47 0D0A1A0A 0000000D", "IHDR", "00000140 000000F0 08060000 00") },
        { "GIF", Bytes("", "GIF89a", "4001 F000 F70000") },
        { "JPEG", Jpeg("") },
        { "JPEG with a comment and filling", Jpeg("FFFE 0006 41424344 FF") },
        { "progressive JPEG", Bytes("FFD8 FFE0 0004 0000 FFC2 000B 08 00F0 0140 01 011100") },
        { "JPEG from a camera on its side", Bytes("FFD8 FFE1 0022", "Exif", "0000 4D4D 002A 00000008 0001 0112 0003 00000001 0006 0000 00000000 FFC0 000B 08 0140 00F0 01 011100") },
        { "JPEG from a camera that counts the other way", Bytes("FFD8 FFE1 0022", "Exif", "0000 4949 2A00 08000000 0100 1201 0300 01000000 0800 0000 00000000 FFC0 000B 08 0140 00F0 01 011100") },
        { "lossy WebP", Bytes("", "RIFF", "24000000", "WEBP", "", "VP8 ", "18000000 300100 9D012A 4001 F000 0000") },
        { "lossless WebP", Bytes("", "RIFF", "24000000", "WEBP", "", "VP8L", "18000000 2F 3FC13B00 0000") },
        { "WebP with more in it", Bytes("", "RIFF", "24000000", "WEBP", "", "VP8X", "0A000000 10000000 3F0100 EF0000") },
        { "AVIF", Avif("") },
        { "AVIF with a preview", Avif(Hex("00000014") + "ispe" + Hex("00000000 00000010 00000010")) },
        { "turned AVIF", Avif(Hex("00000009") + "irot" + Hex("01"), "000000F0 00000140") },
        { "SVG", "<?xml version='1.0'?><!-- a > b --><svg xmlns='http://www.w3.org/2000/svg' width='320' height='240.4px'/>"u8.ToArray() },
        { "SVG with a view box", "<svg viewBox=\"0 0 320 240\"><path/></svg>"u8.ToArray() },
        { "SVG with one side", "<svg width='320' viewBox='0,0,4,3'>"u8.ToArray() },
        { "SVG as wide as the window", "<svg width='100%' height='100%' viewBox='0 0 320 240'>"u8.ToArray() },
    };

    [Theory, MemberData(nameof(Pictures))]
    public void A_picture_tells_its_size(string kind, byte[] bytes) =>
        Assert.Equal((kind, new ImageSize(320, 240)), (kind, PictureSize.Find(bytes)));

    [Theory, MemberData(nameof(Pictures))]
    public void A_picture_that_is_cut_off_or_damaged_is_no_trouble(string kind, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++) PictureSize.Find(bytes.AsSpan(0, length));

        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var damaged = bytes.ToArray();
            for (var times = random.Next(1, 5); times > 0; times--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var size = PictureSize.Find(damaged);
            Assert.True(size is null or { Width: > 0, Height: > 0 }, kind);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><p>No picture")]
    [InlineData("<svg>")]
    [InlineData("<svg width='-1' height='5'>")]
    [InlineData("<svg width='1e300' height='5'>")]
    [InlineData("<svg width='50%' height='2em'>")]
    public void What_is_no_picture_or_does_not_say_has_no_size(string text) => Assert.Null(PictureSize.Find(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Only_some_pictures_are_missed()
    {
        var known = new KnownPictures(new Dictionary<string, ImageSize?>(StringComparer.Ordinal) { ["/media/the moon.jpg"] = new(1, 1), ["/media/odd.png"] = null });

        foreach (var there in new[] { "/media/the%20moon.jpg?x=1", "/media/odd.png", "https://a.example/media/x.jpg", "//a.example/x.jpg", "/icons/icon-192.png", "data:image/png;base64,x" })
            Assert.Null(known.FindTrouble(there));
        Assert.Null(KnownPictures.None.FindTrouble("/media/x.jpg"));
        Assert.Null(KnownPictures.None.FindTrouble("/x.jpg"));
    }

    [Theory]
    [InlineData("/media/The%20moon.jpg", "there is no picture content/media/The moon.jpg: did you mean /media/the moon.jpg?")]
    [InlineData("/media/2026/odd.png", "there is no picture content/media/2026/odd.png: did you mean /media/odd.png?")]
    [InlineData("/media/sunshine.png", "there is no picture content/media/sunshine.png: put it there, or mend the address")]
    [InlineData("/some/where/odd.png", "there is no picture /some/where/odd.png on the site: did you mean /media/odd.png?")]
    [InlineData("sun.png", "the picture \"sun.png\" would be looked for beside the page, not beside the file: put it into content/media, and write /media/sun.png")]
    [InlineData("../media/the%20moon.jpg", "the picture \"../media/the%20moon.jpg\" would be looked for beside the page, not beside the file: did you mean /media/the moon.jpg?")]
    [InlineData("", "this picture has no address: write ![what is seen](/media/moon.jpg), and put the file into content/media")]
    public void What_readers_would_not_find_is_told_with_a_remedy(string address, string trouble)
    {
        var known = new KnownPictures(new Dictionary<string, ImageSize?>(StringComparer.Ordinal) { ["/media/the moon.jpg"] = new(1, 1), ["/media/odd.png"] = null });

        Assert.Equal(trouble, known.FindTrouble(address));
    }

    private static byte[] Jpeg(string before) => Bytes($"FFD8 FFE0 0004 0000 {before} FFC0 000B 08 00F0 0140 01 011100");

    private static byte[] Avif(string property, string size = "00000140 000000F0")
    {
        var ispe = Hex("00000014") + "ispe" + Hex("00000000" + size);
        var ipco = Box("ipco", property + ispe);
        return Encoding.Latin1.GetBytes(Box("ftyp", "avif" + Hex("00000000") + "avifmif1") + Box("meta", Hex("00000000") + Box("hdlr", "pict") + Box("iprp", ipco)));
    }

    private static string Box(string type, string content) => Hex((content.Length + 8).ToString("X8", System.Globalization.CultureInfo.InvariantCulture)) + type + content;

    /// <summary>Hexadecimal digits and letters by turns.</summary>
    private static byte[] Bytes(params string[] parts) =>
        Encoding.Latin1.GetBytes(string.Concat(parts.Select((part, at) => at % 2 == 0 ? Hex(part) : part)));

    private static string Hex(string digits) => Encoding.Latin1.GetString(Convert.FromHexString(digits.Replace(" ", "", StringComparison.Ordinal)));
}
