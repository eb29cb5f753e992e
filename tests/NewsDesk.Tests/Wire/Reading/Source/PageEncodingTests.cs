using System.Text;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Tests.Wire.Reading.Source;

public sealed class PageEncodingTests
{
    private const string Text = "Straße, naïve, “quay”";

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-8", "text/html; charset=iso-8859-1")]
    [InlineData("windows-1252", "text/html; charset=ISO-8859-1")]
    [InlineData("windows-1252", null)]
    public void Is_found_by_the_server_word_or_by_trying(string encoding, string? contentType)
    {
        var bytes = PageEncoding.Named(encoding)!.GetBytes("<p>" + Text);

        Assert.Equal("<p>" + Text, PageEncoding.Decode(bytes, contentType));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251", "Кран стоит")]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">", "shift_jis", "港のクレーン")]
    [InlineData("<meta charset='gb2312'>", "gb18030", "起重机")]
    public void Is_found_by_the_page_own_word(string meta, string encoding, string text) =>
        Assert.Equal(meta + text, PageEncoding.Decode(PageEncoding.Named(encoding)!.GetBytes(meta + text), null));

    [Fact]
    public void A_byte_order_mark_goes_before_all()
    {
        Assert.Equal(Text, PageEncoding.Decode((byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)], "text/html; charset=utf-8"));
        Assert.Equal(Text, PageEncoding.Decode((byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)], "text/html; charset=ascii"));
    }

    [Fact]
    public void An_unknown_name_is_no_failure() => Assert.Equal("plain", PageEncoding.Decode("plain"u8.ToArray(), "text/html; charset=klingon"));
}
