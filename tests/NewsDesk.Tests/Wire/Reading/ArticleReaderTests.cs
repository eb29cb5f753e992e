using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

public sealed class ArticleReaderTests
{
    private static readonly Uri Address = new("https://quay.example/2026/03/04/crane");

    [Fact]
    public void Keeps_the_article_and_leaves_the_furniture()
    {
        var read = ArticleReader.Read(OwnPages.Page(), Address);

        Assert.Equal($"{OwnPages.First}\n\n{OwnPages.Second}\n\n{OwnPages.Third}", read.Text);
        Assert.Equal("Crane stays, harbour may go", read.Title);
        Assert.Equal("The Quay Post", read.SiteName);
        Assert.Equal("en-GB", read.Language);
    }

    [Fact]
    public void Markup_holds_the_same_paragraphs_with_absolute_addresses()
    {
        var read = ArticleReader.Read(OwnPages.Page($"<p>{OwnPages.First} <a href=\"/crane\">The crane</a> stands.</p><p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), Address);

        Assert.Contains("href=\"https://quay.example/crane\"", read.Html, StringComparison.Ordinal);
        Assert.Contains("<p>", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("newsletter", read.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Weather", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Repairs_a_picture_that_waits_for_a_script()
    {
        var read = ArticleReader.Read(OwnPages.Page(
            $"<p>{OwnPages.First}</p><figure><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-src=\"/img/crane.jpg\" alt=\"The crane\"></figure><p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), Address);

        Assert.Contains("https://quay.example/img/crane.jpg", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data:image", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_say_the_title_again_as_the_first_line()
    {
        var read = ArticleReader.Read(OwnPages.Page($"<h2>Crane stays, harbour may go</h2>{OwnPages.Paragraphs}"), Address);

        Assert.StartsWith(OwnPages.First, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Crane stays", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drops_a_cut_off_teaser_that_the_next_paragraph_says_in_full()
    {
        var read = ArticleReader.Read(OwnPages.Page($"<p>Summary: Crane stays, harbour may go {OwnPages.First[..70]}</p>{OwnPages.Paragraphs}"), Address);

        Assert.StartsWith(OwnPages.First, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drops_attributes_that_leaked_from_a_broken_tag()
    {
        var read = ArticleReader.Read(OwnPages.Page(
            $"<p>{OwnPages.First} loading=\"eager\" decoding=\"sync\" style=\"margin:0\"&gt;</p><p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), Address);

        Assert.Contains("building another harbour", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("decoding=", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("decoding=", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_key_moments_with_their_times()
    {
        var read = ArticleReader.Read(OwnPages.Page(
            OwnPages.Paragraphs + "<p>The film is worth stopping at:</p><ul><li><b>The hook (1:12-1:20):</b> She lowers it for the first time, and nobody claps.</li><li><b>The wind (0:36:46 - 0:59:56):</b> It blows, and the crane does what cranes do, which is nothing.</li></ul>"), Address);

        Assert.Contains("(1:12-1:20)", read.Text, StringComparison.Ordinal);
        Assert.Contains("(0:36:46 - 0:59:56)", read.Text, StringComparison.Ordinal);
        Assert.Contains("<li>", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Joins_an_article_that_stands_in_several_sections()
    {
        var read = ArticleReader.Read(OwnPages.Page($"<section><h2>The vote</h2><p>{OwnPages.First}</p></section><section><h2>The keeper</h2><p>{OwnPages.Second}</p></section><section><h2>The autumn</h2><p>{OwnPages.Third}</p></section>"), Address);

        Assert.Contains(OwnPages.First, read.Text, StringComparison.Ordinal);
        Assert.Contains(OwnPages.Second, read.Text, StringComparison.Ordinal);
        Assert.Contains(OwnPages.Third, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_the_text_in_structured_data_when_the_page_shows_none()
    {
        var body = string.Join("\\n", OwnPages.First, OwnPages.Second.Replace("\"", "\\\"", StringComparison.Ordinal), OwnPages.Third, OwnPages.First);
        var read = ArticleReader.Read($$"""
            <html><head><title>Crane</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane stays","articleBody":"{{body}}"}</script></head>
            <body><div id="app">Loading</div></body></html>
            """, Address);

        Assert.Contains(OwnPages.Third, read.Text, StringComparison.Ordinal);
        Assert.Contains("<p>", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_the_text_in_the_state_that_the_page_starts_from()
    {
        var body = "<p>" + string.Join("</p><p>", OwnPages.First, OwnPages.Third, OwnPages.First, OwnPages.Third) + "</p>";
        var state = System.Text.Json.JsonSerializer.Serialize(new { page = new { article = new { title = "Crane", content = body } } });
        var read = ArticleReader.Read($"<html><head><title>Crane</title></head><body><div id=root></div><script type=\"application/json\">{state}</script></body></html>", Address);

        Assert.Contains(OwnPages.First, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_the_text_that_is_shown_only_without_scripts()
    {
        var read = ArticleReader.Read($"<html><head><title>Crane</title></head><body><div id=app></div><noscript><article><h1>Crane</h1>{OwnPages.Paragraphs}</article></noscript></body></html>", Address);

        Assert.Contains(OwnPages.Second, read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ?start=72\" title=\"The crane, from below\"></iframe>", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=72s")]
    [InlineData("<iframe data-src=\"https://player.vimeo.com/video/76979871\" src=\"about:blank\"></iframe>", "https://vimeo.com/76979871")]
    [InlineData("<div class=video><iframe loading=lazy data-lazy-src=\"//www.youtube-nocookie.com/embed/dQw4w9WgXcQ\"></iframe></div>", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("<figure><iframe src=\"https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d\"></iframe></figure>", "https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d")]
    [InlineData("<iframe src=\"https://tube.example/video-playlists/embed/9c9de5e8\"></iframe>", "https://tube.example/w/p/9c9de5e8")]
    public void A_player_within_the_text_becomes_a_link_to_the_film(string frame, string address)
    {
        var read = ArticleReader.Read(OwnPages.Page($"<p>{OwnPages.First}</p>{frame}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), Address);

        Assert.Contains($"href=\"{address}\"", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", read.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<iframe src=\"https://ads.example/frame\"></iframe>", "")]
    [InlineData("", "<aside class=related><iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe></aside>")]
    public void Frames_of_others_and_beside_the_article_are_left(string within, string after)
    {
        var read = ArticleReader.Read(OwnPages.Page($"<p>{OwnPages.First}</p>{within}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>", after: after), Address);

        Assert.DoesNotContain("ads.example", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("youtube", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_beyond_the_bound_of_elements_stay_apart()
    {
        var read = ArticleReader.Read("<article>" + OwnPages.Repeat($"<p>{OwnPages.First}</p>", 30) + OwnPages.Repeat("<p>Ada sold the boat, and the harbour.</p>", 25_000) + "</article>", Address);

        Assert.DoesNotContain("harbour.Ada", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_own_selectors_win()
    {
        var page = OwnPages.Page($"{OwnPages.Paragraphs}<p class=\"ps\">Not this one, which is only about the cat of the house.</p><div id=\"other\"><p>Only this short line.</p><p class=\"ps\">Nor this.</p></div><b data-pen>Ada Quill</b><i data-when>4 March 2026</i>");

        var read = ArticleReader.Read(page, Address, new ReadingSelectors("#other", ".ps", "[data-pen]", "[data-when]"));

        Assert.Equal("Only this short line.", read.Text);
        Assert.Equal(["Ada Quill"], read.Authors);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), read.Published);
    }

    [Fact]
    public void A_wrong_selector_is_named()
    {
        var problem = Assert.Throws<ArgumentException>(() => ArticleReader.Read(OwnPages.Page(), Address, new ReadingSelectors(Content: "div[[")));

        Assert.Contains("div[[", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LiveBlogPosting", ArticleKind.Live)]
    [InlineData("NewsArticle", ArticleKind.Article)]
    public void Tells_kinds_apart(string type, ArticleKind kind) =>
        Assert.Equal(kind, ArticleReader.Read(OwnPages.Page(head: $$"""<script type="application/ld+json">{"@type":"{{type}}","headline":"Crane stays, harbour may go"}</script>"""), Address).Kind);

    [Fact]
    public void A_short_piece_behind_a_wall_is_a_teaser() =>
        Assert.Equal(ArticleKind.Teaser, ArticleReader.Read(OwnPages.Page(head: """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>"""), Address).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no markup at all")]
    [InlineData("<html></html>")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<title>")]
    [InlineData("<svg><p>x")]
    [InlineData("<a href='")]
    public void Pages_that_are_none_are_read_without_complaint(string html) => Assert.NotNull(ArticleReader.Read(html).Text);

    [Fact]
    public void Explains_what_was_kept_and_what_was_pruned()
    {
        var told = ArticleReader.Explain(System.Text.Encoding.UTF8.GetBytes(OwnPages.Page()), Address);

        Assert.Contains("article-body", told.Container, StringComparison.Ordinal);
        Assert.Contains(told.Blocks, block => block.Kept && block.Text == OwnPages.Second);
        Assert.Contains(told.Blocks, block => !block.Kept && block.Text.StartsWith("Copyright", StringComparison.Ordinal));
    }
}
