using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Metadata;

public sealed class SiteNamesTests
{
    private static string? SiteOf(string head, string before = "", string address = "https://news.example/crane") =>
        ArticleReader.Read($"<html><head>{head}</head><body>{before}<h1>Crane stays put</h1>{OwnPages.Paragraphs}</body></html>", new Uri(address)).SiteName;

    [Theory]
    [InlineData("<title>Crane stays put - The Quay Post</title>", "", "https://www.quaypost.example/crane")]
    [InlineData("<title>The Quay Post | Crane stays put</title>", "", "https://thequaypost.example/crane")]
    [InlineData("<title>Crane stays put - The Quay Post</title><meta property=og:title content=\"Crane stays put\">")]
    [InlineData("<title>Crane stays put | Coast | The Quay Post</title>", "<a href=/>The Quay Post</a>")]
    [InlineData("<title>Crane stays put — The Quay Post</title>", "<a href=https://news.example/><b>The Quay Post</b></a>")]
    [InlineData("<title>Crane stays put - The Quay Post</title><meta name=author content=\"The Quay Post\">")]
    public void The_window_s_title_tells_it_where_something_else_agrees(string head, string before = "", string address = "https://news.example/crane") =>
        Assert.Equal("The Quay Post", SiteOf(head, before, address));

    [Fact]
    public void Accents_do_not_part_a_site_from_its_host() => Assert.Equal("La Jetée libre", SiteOf("<title>Crane stays put - La Jetée libre</title>", address: "https://jeteelibre.example/crane"));

    [Theory]
    [InlineData("<title>Crane stays put - and the harbour goes</title>")]
    [InlineData("<title>Crane stays put</title>")]
    [InlineData("<title>Crane stays put for another year</title><meta property=og:title content=\"Crane stays put\">")]
    public void What_is_only_more_title_is_no_site(string head) => Assert.Null(SiteOf(head));
}
