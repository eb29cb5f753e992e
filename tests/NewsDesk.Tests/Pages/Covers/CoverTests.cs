using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using NewsDesk.Pages.Covers;

namespace NewsDesk.Tests.Pages.Covers;

public sealed class CoverTests
{
    private static readonly Ink Red = new(0xa5, 0x20, 0x1a);

    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 300).Select(number => new string('x', 1 + number * 7 % 11)));

    [Fact]
    public void The_same_words_make_the_same_picture_and_others_another()
    {
        var once = CoverSvg.Write(Cover.Of("Moon sold", Text, Red, Red));

        Assert.Equal(once, CoverSvg.Write(Cover.Of("Moon sold", Text, Red, Red)));
        Assert.NotEqual(once, CoverSvg.Write(Cover.Of("Moon bought", Text, Red, Red)), StringComparer.Ordinal);
        Assert.NotEqual(once, CoverSvg.Write(Cover.Of("Moon sold", Text, new(1, 2, 3), Red)), StringComparer.Ordinal);
    }

    [Fact]
    public void Any_words_make_a_well_formed_picture_of_bounded_size()
    {
        foreach (var text in Enumerable.Range(0, 60).Select(number => new string('y', number) + Text[..(number * 3)]).Append("").Append(new string('z', 200_000)))
        {
            var svg = CoverSvg.Write(Cover.Of("", text, Red, Red));
            Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
            Assert.InRange(svg.Length, 200, 60_000);
        }
    }

    [Fact]
    public void The_png_holds_every_pixel_and_true_checksums()
    {
        var png = CoverPng.Write(Cover.Of("Moon sold", Text, Red, Red));
        var parts = Parts(png);

        Assert.Equal("IHDR PLTE IDAT IEND", string.Join(' ', parts.Select(part => part.Type)));
        Assert.Equal((1200, 630), (BinaryPrimitives.ReadInt32BigEndian(parts[0].Data), BinaryPrimitives.ReadInt32BigEndian(parts[0].Data.AsSpan(4))));
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(parts[2].Data), CompressionMode.Decompress)) zlib.CopyTo(pixels);
        Assert.Equal((1200 + 1) * 630, pixels.Length);
        Assert.True(pixels.ToArray().Distinct().Count() > 20, "the picture has dots with soft edges");
    }

    [Fact]
    public async Task Both_forms_are_served_and_a_hidden_post_has_none()
    {
        await using var desk = new Desk()
            .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"))
            .With("posts/draft.md", Samples.Post("Half a thought", "draft: true", "slug: half"));

        Assert.Equal("image/svg+xml", (await desk.GetAsync("/cover/moon.svg")).Content.Headers.ContentType!.MediaType);
        Assert.Equal("image/png", (await desk.GetAsync("/cover/moon.png")).Content.Headers.ContentType!.MediaType);
        Assert.Contains("/cover/moon.svg?v=", await desk.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/cover/half.svg")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/cover/half.png")).StatusCode);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    public async Task A_former_slug_leads_to_the_picture_of_today(string kind)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon", "aliases: [luna]"));

        using var moved = await desk.GetAsync($"/cover/luna.{kind}?v=1234");

        Assert.Equal(HttpStatusCode.Found, moved.StatusCode);
        Assert.Matches($"^/cover/moon\\.{kind}\\?v=[0-9a-f]{{8}}$", moved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(moved.Headers.Location.OriginalString)).StatusCode);
    }

    private static List<(string Type, byte[] Data)> Parts(byte[] png)
    {
        var parts = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = png.AsSpan(at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            Assert.Equal(Crc32.Of(name, data), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            parts.Add((Encoding.ASCII.GetString(name), data.ToArray()));
            at += 12 + length;
        }

        // The checksum of "IEND" that every PNG in the world ends with.
        Assert.Equal(0xae426082, Crc32.Of("IEND"u8, []));
        return parts;
    }
}
