using System.Text;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

public sealed class FeedEncodingsTests
{
    private const string Accents = "Søren’s café – 5 €";

    [Theory]
    [InlineData("windows-1252", "iso-8859-1", Accents)]
    [InlineData("windows-1252", "Latin1", Accents)]
    [InlineData("windows-1250", "windows-1250", "Žluťoučký kůň")]
    [InlineData("windows-1251", "windows-1251", "Новости дня")]
    [InlineData("koi8-r", "koi8-r", "Новости дня")]
    [InlineData("iso-8859-2", "ISO-8859-2", "Žluťoučký kůň")]
    [InlineData("windows-1254", "iso-8859-9", "İstanbul'da gün")]
    [InlineData("shift_jis", "Shift_JIS", "今日のニュース")]
    [InlineData("euc-jp", "EUC-JP", "今日のニュース")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "今日のニュース")]
    [InlineData("gb18030", "gb2312", "今日新闻嗮")]
    [InlineData("big5", "big5", "今日新聞")]
    [InlineData("ks_c_5601-1987", "euc-kr", "오늘의 뉴스")]
    [InlineData("macintosh", "macintosh", "Søren’s café")]
    public void The_declaration_or_the_header_names_the_encoding(string written, string named, string title)
    {
        Assert.Equal(title, Title(Bytes(written, $"<?xml version='1.0' encoding='{named}'?>", title), null));
        Assert.Equal(title, Title(Bytes(written, "", title), $"text/xml; charset=\"{named}\""));
        Assert.Equal(title, Title(Bytes(written, "<?xml version='1.0' encoding='utf-8'?>", title), $"application/rss+xml;charset={named}"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    public void The_first_bytes_outweigh_every_name(string written, bool withMark)
    {
        var encoding = Encoding.GetEncoding(written);
        var body = Bytes(written, "<?xml version='1.0' encoding='iso-8859-1'?>", "新聞 " + Accents);
        byte[] marked = withMark ? [.. encoding.GetPreamble(), .. body] : body;

        Assert.Equal("新聞 " + Accents, Title(marked, "text/xml; charset=us-ascii"));
    }

    [Fact]
    public void A_servers_habit_does_not_outweigh_bytes_that_are_utf8_and_say_so() =>
        Assert.Equal(Accents, Title(Bytes("utf-8", "<?xml version='1.0' encoding='utf-8'?>", Accents), "text/xml; charset=iso-8859-1"));

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("<?xml version='1.0' encoding='no-such-encoding'?>")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("")]
    public void Without_a_name_that_can_be_true_it_is_utf8(string declaration) =>
        Assert.Equal(Accents, Title(Bytes("utf-8", declaration, Accents), null));

    [Theory]
    [InlineData("windows-1251", "Сегодня в городе открылась новая выставка")]
    [InlineData("koi8-r", "Сегодня в городе открылась новая выставка")]
    [InlineData("shift_jis", "今日は街で新しい展覧会が開かれました")]
    [InlineData("euc-jp", "今日は街で新しい展覧会が開かれました")]
    [InlineData("ks_c_5601-1987", "오늘 시내에서 새로운 전시회가 열렸다")]
    [InlineData("gb18030", "今天在市中心的新展览会上来了不少人")]
    [InlineData("big5", "今天在市中心的新展覽會上來了不少人")]
    [InlineData("windows-1252", "L’été à Nîmes – déjà « très » tôt")]
    public void Without_any_name_the_bytes_tell(string written, string title) =>
        Assert.Equal(title, Title(Bytes(written, "", title), null));

    [Fact]
    public void A_feed_cut_in_the_middle_of_a_letter_is_still_utf8() =>
        Assert.Equal("Сегодня", Title([.. Bytes("utf-8", "", "Сегодня"), 0xD0], null));

    [Theory]
    [InlineData("cp1251", 1251)]
    [InlineData("x-cp1251", 1251)]
    [InlineData("Windows1251", 1251)]
    [InlineData("win-1251", 1251)]
    [InlineData("ibm866", 866)]
    [InlineData("CP866", 866)]
    [InlineData("cp437", 437)]
    [InlineData("mac-cyrillic", 10007)]
    [InlineData("iso_8859-5", 28595)]
    public void An_encoding_has_many_names(string named, int codePage)
    {
        const string letters = "éЯ";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var body = encoding.GetBytes($"<?xml version='1.0' encoding='{named}'?><rss><channel><title>{letters}");

        Assert.Equal(encoding.GetString(body)[^2..], Title(body, null));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_read_one_by_one()
    {
        byte[] body = [.. "<rss><channel><title>caf"u8, 0xE9, .. " – "u8, 0x93, .. "quoted"u8, 0x94, .. "</title></channel></rss>"u8];

        Assert.Equal("café – “quoted”", Title(body, "text/xml; charset=utf-8"));
    }

    [Fact]
    public void Control_characters_vanish()
    {
        var body = Encoding.UTF8.GetBytes("<rss><channel><ti\0tle>a\u0007b\u001b[31mc\ufffed &#1;&#27;&#x7;e</title></channel></rss>");

        Assert.Equal("ab[31mcd e", Title(body, null));
    }

    private static byte[] Bytes(string encoding, string declaration, string title) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding))
        .GetBytes($"{declaration}<rss version='2.0'><channel><title>{title}</title></channel></rss>");

    private static string? Title(byte[] body, string? contentType) =>
        Assert.IsType<FeedRead.Read>(FeedReader.Read(body, contentType: contentType)).Feed.Title;
}
