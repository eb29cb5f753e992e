using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Metadata;

public sealed class TitlesTests
{
    private static string? TitleOf(string head, string body = "") =>
        ArticleReader.Read($"<html><head>{head}</head><body>{body}{OwnPages.Paragraphs}</body></html>", new Uri("https://quaypost.example/crane")).Title;

    [Theory]
    [InlineData("<title>Crane stays put - The Quay Post</title>")]
    [InlineData("<title>Crane stays put | Quay Post</title>")]
    [InlineData("<title>The Quay Post: Crane stays put</title><meta property=og:title content=\"Crane stays put\">")]
    [InlineData("<title>Quay Post » Crane stays put</title>")]
    [InlineData("<meta property=og:title content=\"Crane stays put\"><meta property=og:site_name content=\"The Quay Post\">")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Crane stays put\"}</script>")]
    public void Is_told_without_the_site(string head) => Assert.Equal("Crane stays put", TitleOf(head));

    [Fact]
    public void The_heading_that_readers_see_wins_over_the_data() =>
        Assert.Equal("Crane stays put, says board", TitleOf("<title>Crane stays put - The Quay Post</title>", "<h1>Crane stays put, says board</h1>"));

    [Fact]
    public void A_heading_that_names_the_site_is_not_the_title() =>
        Assert.Equal("Crane stays put", TitleOf("<title>Crane stays put - Quay Post</title>", "<h1>Quay Post</h1><h2>Crane stays put</h2>"));

    [Theory]
    [InlineData("<h1><a href=/>Notes on cranes that stay put</a></h1><h2><a href=/crane>Crane stays put</a></h2>")]
    [InlineData("<h1>Crane stays put</h1><h1><a href=/other>Another crane stays put in harbour</a></h1>")]
    [InlineData("<h1><a href=/crane/>Crane stays put</a></h1>")]
    public void A_heading_that_leads_elsewhere_is_not_the_title(string body) => Assert.Equal("Crane stays put", TitleOf("<title>Crane stays put</title>", body));

    [Fact]
    public void What_was_escaped_twice_is_read_once_more() => Assert.Equal("Crane & harbour", TitleOf("<meta property=og:title content=\"Crane &amp;amp; harbour\">"));

    [Fact]
    public void A_template_that_nobody_filled_is_not_the_title() =>
        Assert.Equal("Crane stays put", TitleOf("<title>Crane stays put</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"{{title}}\"}</script>"));

    [Theory]
    [InlineData("<title>港の古いクレーンは残る｜埠頭新聞</title>", "港の古いクレーンは残る")]
    [InlineData("<title>老起重机留在原地_港口频道_码头日报</title>", "老起重机留在原地")]
    [InlineData("<title>老起重機留在原地＿碼頭時報</title>", "老起重機留在原地")]
    [InlineData("<title>港の古いクレーンは残る－埠頭新聞</title>", "港の古いクレーンは残る")]
    [InlineData("<title>港の古いクレーンは残る・埠頭新聞</title><meta property=og:site_name content=埠頭新聞>", "港の古いクレーンは残る")]
    [InlineData("<title>クレーン・カモメ・灯台の一日</title>", "クレーン・カモメ・灯台の一日")]
    public void Chinese_and_Japanese_part_the_site_without_spaces(string head, string title) => Assert.Equal(title, TitleOf(head));

    [Fact]
    public void A_Japanese_headline_does_not_stand_again_as_the_first_line()
    {
        var read = ArticleReader.Read($"<html lang=ja><head><title>港の古いクレーンは残る｜埠頭新聞</title></head><body><main><h1>港の古いクレーンは残る</h1>{OwnPages.Paragraphs}</main></body></html>", new Uri("https://quaypost.example/crane"));

        Assert.Equal("港の古いクレーンは残る", read.Title);
        Assert.StartsWith(OwnPages.First, read.Text, StringComparison.Ordinal);
    }
}
