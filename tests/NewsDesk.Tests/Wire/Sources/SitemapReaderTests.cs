using System.IO.Compression;
using System.Text;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Sitemaps;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class SitemapReaderTests
{
    private static readonly Uri Url = new("https://example.org/sitemap.xml");

    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc>https://example.org/moon?a=1&amp;b=2</loc><lastmod>2026-11-02</lastmod>
            <news:news><news:publication><news:name>Example</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-11-01T08:00:00Z</news:publication_date><news:title>Moon &amp; sun sold</news:title></news:news>
            <image:image><image:loc>https://example.org/moon.jpg</image:loc><image:title>Not this</image:title></image:image></url>
          <url><loc> /relative </loc></url>
          <url><loc>javascript:alert(1)</loc></url>
          <url></url>
        </urlset>
        """;

    [Fact]
    public void A_news_sitemap_gives_titles_and_dates()
    {
        var pages = Assert.IsType<SitemapRead.Pages>(Read(News));

        Assert.True(pages.IsNews);
        Assert.Equal(
        [
            new ListedLink("https://example.org/moon?a=1&b=2") { Title = "Moon & sun sold", Published = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), Language = "en" },
            new ListedLink("https://example.org/relative"),
        ], pages.Links);
    }

    [Fact]
    public void Packed_it_is_the_same()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(News));

        Assert.Equal(2, Assert.IsType<SitemapRead.Pages>(SitemapReader.Read(packed.ToArray(), Url)).Links.Count);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            for (var i = 0; i < 60; i++) gzip.Write(new byte[1024 * 1024]);
        }

        Assert.Contains("more than 50 MB", Assert.IsType<SitemapRead.NotASitemap>(SitemapReader.Read(packed.ToArray(), Url)).Reason, StringComparison.Ordinal);
        Assert.IsType<SitemapRead.NotASitemap>(SitemapReader.Read(new byte[] { 0x1F, 0x8B, 8, 0, 1, 2, 3 }, Url));
    }

    [Fact]
    public void An_index_names_news_first_and_then_what_changed_last() =>
        Assert.Equal(["https://example.org/news.xml", "https://example.org/b.xml", "https://example.org/a.xml"], Assert.IsType<SitemapRead.Index>(Read("""
            <sitemapindex><sitemap><loc>https://example.org/a.xml</loc><lastmod>2026-01-01</lastmod></sitemap>
            <sitemap><loc>https://example.org/b.xml</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>https://example.org/news.xml</loc></sitemap></sitemapindex>
            """)).Sitemaps.Select(map => map.Url));

    [Fact]
    public void Lines_of_addresses_are_a_sitemap() =>
        Assert.Equal(2, Assert.IsType<SitemapRead.Pages>(Read("https://example.org/a\r\n\r\nhttps://example.org/b\nrubbish")).Links.Count);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body>404</body></html>", "HTML page")]
    [InlineData("<rss><channel/></rss>", "a feed")]
    [InlineData("<other/>", "no sitemap")]
    [InlineData("just words", "neither")]
    public void What_is_none_says_what_it_is(string text, string reason) =>
        Assert.Contains(reason, Assert.IsType<SitemapRead.NotASitemap>(Read(text)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_million_addresses_are_read_up_to_the_protocol_s_limit()
    {
        var pages = Assert.IsType<SitemapRead.Pages>(Read($"<urlset>{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<url><loc>https://e.org/{i}</loc></url>"))}"));

        Assert.Equal(SitemapReader.MaxLinks, pages.Links.Count);
        Assert.Equal(["https://e.org/0", "https://e.org/1"], SitemapReader.Newest(pages.Links, 2).Select(link => link.Url));
    }

    private static SitemapRead Read(string text) => SitemapReader.Read(Encoding.UTF8.GetBytes(text), Url);
}
