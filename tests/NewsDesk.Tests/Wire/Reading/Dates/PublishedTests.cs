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
        after: "<ul class=related><li><time datetime=2025-01-01>1 January 2025</time></ul>")));

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

    [Fact]
    public void A_bare_date_at_the_end_is_the_piece_s() =>
        Assert.Equal("2026-03-04", DayOf(OwnPages.Page($"{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}<p>2026/03/04</p>")));

    [Fact]
    public void What_a_line_above_says_of_a_date_counts() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        before: "<div class=meta><p>Last updated</p><p>5 May 2026</p><p>Published</p><p>4 March 2026</p></div>")));

    [Fact]
    public void Of_several_the_first_is_meant() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        before: "<p class=meta>30 September 2026</p>", after: "<p>This article was originally published on 4 March 2026 at 4:12pm.</p>")));

    [Fact]
    public void A_day_that_readers_see_wins_over_the_day_of_a_move() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        head: """<meta property="article:published_time" content="2026-09-20T05:06:07Z">""", before: "<p class=date>4 March 2026</p>")));

    [Fact]
    public void The_day_of_a_change_does_not_win_over_the_head() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        head: """<meta property="article:published_time" content="2026-03-04T05:06:07Z">""", before: "<p class=date>Updated 20 September 2026</p>")));

    [Fact]
    public void A_zone_or_an_hour_makes_no_other_day() => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(
        head: """<meta property="article:published_time" content="2026-03-04T01:30:00Z">""", before: "<p class=date>3 March 2026</p>")));

    [Theory]
    [InlineData("2026-03-05T02:41:00Z", "https://quay.example/2026/03/04/crane", "2026-03-04")]
    [InlineData("2026-03-04T20:00:00Z", "https://quay.example/2026/03/05/crane", "2026-03-05")]
    [InlineData("2026-03-04T20:00:00+01:00", "https://quay.example/2026/03/05/crane", "2026-03-04")]
    [InlineData("2026-03-04T20:00:00Z", "https://quay.example/2026/03/09/crane", "2026-03-04")]
    public void The_address_tells_in_whose_day_it_was(string moment, string address, string day)
    {
        var published = ArticleReader.Read(OwnPages.Page(head: $"<meta property=\"article:published_time\" content=\"{moment}\">"), new Uri(address)).Published;

        Assert.Equal(day, published?.ToString("yyyy-MM-dd", null));
        Assert.Equal(DateTimeOffset.Parse(moment, null), published);
    }

    [Theory]
    [InlineData("12/17/2025", "2026-03-04")]
    [InlineData("17/12/2025", "2026-04-03")]
    public void Other_dates_on_the_page_tell_the_order_of_figures(string other, string day) =>
        Assert.Equal(day, DayOf(OwnPages.Page(before: "<p class=date>3/4/2026</p>", after: $"<ul class=related><li>{other}</li></ul>").Replace("en-GB", "en", StringComparison.Ordinal)));

    [Theory]
    [InlineData("https://quay.example/2026/mar/04/crane")]
    [InlineData("https://quay.example/news/2026/3/4/crane")]
    [InlineData("https://quay.example/20260304/crane")]
    public void Addresses_write_it_in_several_ways(string address) => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(), address));

    [Theory]
    [InlineData("https://quay.example/20261304/crane")]
    [InlineData("https://quay.example/1998/12345/crane")]
    public void Numbers_in_an_address_are_not_all_dates(string address) => Assert.Null(DayOf(OwnPages.Page(), address));

    [Theory]
    [InlineData("<blockquote class=twitter-tweet><p>The crane stays.</p>— Harbour Board (@harbour) <a href=https://net.example/1>March 1, 2024</a></blockquote>")]
    [InlineData("<blockquote><p>The crane stays.</p><p>March 1, 2024</p></blockquote>")]
    [InlineData("<div class=mastodon-embed><p>The crane stays.</p><time datetime=2024-03-01>March 1, 2024</time></div>")]
    public void A_quoted_post_has_a_day_of_its_own(string quoted)
    {
        Assert.Null(DayOf(OwnPages.Page($"{quoted}{OwnPages.Paragraphs}")));
        Assert.Equal("2026-03-04", DayOf(OwnPages.Page($"<p>{OwnPages.First}</p>{quoted}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>", before: "<p>By Ada Quill, updated on 4 March 2026</p>")));
    }

    [Theory]
    [InlineData("ar", "نشر في 4 مارس 2026")]
    [InlineData("uk", "4 березня 2026, 08:12")]
    [InlineData("ko", "2026년 3월 4일")]
    [InlineData("ja", "2026年3月4日 8時12分")]
    public void Months_of_other_scripts_are_read(string language, string line) => Assert.Equal("2026-03-04", DayOf(OwnPages.Page(before: $"<p>{line}</p>").Replace("en-GB", language, StringComparison.Ordinal)));
}
