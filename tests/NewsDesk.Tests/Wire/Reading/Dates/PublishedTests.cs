using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Dates;

/// <summary>Where a page's date is found, best first.</summary>
public sealed class PublishedTests
{
    private static string? DayOf(string html, string address = "https://quay.example/crane") =>
        ArticleReader.Read(html, new Uri(address)).Published?.ToString("yyyy-MM-dd", null);

    [Fact]
    public void Structured_data_goes_before_all() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        head: """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-03-04T05:06:07Z"}]}</script><meta property="article:published_time" content="2026-01-01">""",
        before: "<time datetime=2025-01-01>1 January 2025</time>")));

    [Theory]
    [InlineData("article:published_time")]
    [InlineData("date")]
    [InlineData("parsely-pub-date")]
    [InlineData("cms:first-published")]
    public void Meta_tells_it(string name) => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(head: $"<meta name=\"{name}\" content=\"2026-03-04T10:00:00Z\">")));

    [Fact]
    public void The_time_nearest_to_the_title_is_meant() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        before: "<p><time datetime=2026-03-04>4 March</time></p>", after: "<ul class=related><li><time datetime=2025-09-09>9 September</time></ul>")));

    [Theory]
    [InlineData("<p class=meta>Published 4 March 2026</p>")]
    [InlineData("<p class=meta>By Ada Quill | March 4, 2026</p>")]
    [InlineData("<span class=date>Mar 4, 2026</span>")]
    public void Text_beside_the_title_tells_it(string line) => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(before: line)));

    [Fact]
    public void The_address_may_tell_it() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(), "https://quay.example/2026/03/04/crane"));

    [Fact]
    public void A_day_in_the_story_is_not_its_date() =>
        Assert.Null(DayOf(OwnPages.Page($"<p>{OwnPages.First}</p><p>{OwnPages.Second} It was first raised on 12 May 1998, in the rain, by eleven men and a horse whom nobody had told what it was for.</p><p>{OwnPages.Third}</p>")));

    [Theory]
    [InlineData("{{date}}")]
    [InlineData("0000-00-00")]
    public void Templates_and_noughts_are_no_date(string date) =>
        Assert.Null(DayOf(OwnPages.Page(head: $$"""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"{{date}}"}</script>""")));
}
