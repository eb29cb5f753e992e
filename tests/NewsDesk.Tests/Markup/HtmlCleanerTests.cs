using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

public sealed class HtmlCleanerTests
{
    private const string Rel = "rel=\"nofollow ugc noopener\"";
    private const string Picture = "loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"";

    private static readonly Uri Page = new("https://paper.example/news/article.html?page=1");

    [Theory]
    [InlineData("https://other.example/a?b=1&amp;c=2#d", "https://other.example/a?b=1&amp;c=2#d")]
    [InlineData("/archive", "https://paper.example/archive")]
    [InlineData("next.html", "https://paper.example/news/next.html")]
    [InlineData("../up", "https://paper.example/up")]
    [InlineData("/a/../b", "https://paper.example/b")]
    [InlineData("//other.example/x", "https://other.example/x")]
    [InlineData("?page=2", "https://paper.example/news/article.html?page=2")]
    [InlineData(" https://other.example/a b ", "https://other.example/a%20b")]
    [InlineData("https://münchen.example/straße", "https://münchen.example/straße")]
    [InlineData("mailto:letters@paper.example", "mailto:letters@paper.example")]
    [InlineData("tel:+441632960000", "tel:+441632960000")]
    public void Links_become_absolute_and_say_that_we_do_not_vouch(string href, string clean) =>
        Assert.Equal($"<a href=\"{clean}\" {Rel}>x</a>", HtmlCleaner.Clean($"<a href=\"{href}\" target=_blank>x</a>", Page));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://name:password@evil.example/")]
    [InlineData("https:///evil.example/")]
    [InlineData("https://evil.example:port/")]
    [InlineData("ftp://files.example/")]
    [InlineData("https://evil..example/")]
    [InlineData("e|u|https://evil.example/a.docx")]
    [InlineData("h|ttp:///evil.example")]
    [InlineData("c|/disk")]
    public void A_link_that_may_not_be_loses_its_tags_and_keeps_its_text(string href) =>
        Assert.Equal("<p>the text</p>", HtmlCleaner.Clean($"<p><a href=\"{href}\">the text</a></p>", Page));

    [Fact]
    public void A_link_to_a_note_stays_in_the_page_when_the_note_is_there() =>
        Assert.Equal(
            "<p><a href=\"#from-n1\" id=\"from-r1\">1</a></p><p id=\"from-n1\"><a href=\"#from-r1\">back</a></p>",
            HtmlCleaner.Clean("<p><a id=r1 href='#n1'>1</a></p><p id=n1><a href=#r1>back</a></p>", Page));

    [Fact]
    public void A_link_to_a_place_that_was_left_behind_leads_to_the_page_it_is_on() =>
        Assert.Equal($"<a href=\"https://paper.example/news/article.html?page=1#comments\" {Rel}>talk</a>",
            HtmlCleaner.Clean("<a href=#comments>talk</a>", Page));

    [Fact]
    public void A_picture_is_loaded_late_and_tells_nobody_who_reads() =>
        Assert.Equal(
            $"<img alt=\"A duck\" src=\"https://paper.example/duck.jpg\" srcset=\"https://paper.example/duck.jpg 1x, https://cdn.example/d,2.jpg 2x\" width=\"640\" {Picture}>",
            HtmlCleaner.Clean("<img alt='A duck' src=/duck.jpg srcset='/duck.jpg 1x,//cdn.example/d,2.jpg 2x, javascript:x 3x' width=640px height=50% loading=eager onload=x()>", Page));

    [Theory]
    [InlineData("<img src=//count.example/p width=1 height=1>")]
    [InlineData("<img src=//count.example/p height=0>")]
    [InlineData("<img src=//count.example/p style='border:0;width:1px;height:1px'>")]
    [InlineData("<img src=//count.example/p style='DISPLAY : NONE'>")]
    [InlineData("<img alt='no address'>")]
    public void A_picture_that_is_not_there_to_be_seen_goes(string html) => Assert.Equal("<p>x</p>", HtmlCleaner.Clean($"<p>{html}x</p>", Page));

    [Fact]
    public void A_small_picture_in_the_page_itself_stays_for_it_tells_nobody()
    {
        const string Dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

        Assert.Equal($"<img src=\"{Dot}\" width=\"1\" {Picture}>", HtmlCleaner.Clean($"<img src='{Dot}' width=1>"));
        Assert.Equal("", HtmlCleaner.Clean($"<img src='data:image/png;base64,{new string('A', 70_000)}'>"));
    }

    [Theory]
    [InlineData("https://www.youtube.com/embed/abc_DEF-123?autoplay=1&start=90", "https://www.youtube.com/watch?v=abc_DEF-123&amp;t=90s", "YouTube")]
    [InlineData("//www.youtube-nocookie.com/embed/abc", "https://www.youtube.com/watch?v=abc", "YouTube")]
    [InlineData("https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1", "YouTube")]
    [InlineData("https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e", "Vimeo")]
    [InlineData("https://tube.example/videos/embed/9c9de5e8-0a1e", "https://tube.example/videos/watch/9c9de5e8-0a1e", "tube.example")]
    public void A_video_player_becomes_a_link_that_loads_nothing(string source, string href, string name) =>
        Assert.Equal($"<a href=\"{href}\" {Rel} class=\"video\">{name}</a>", HtmlCleaner.Clean($"<iframe src=\"{source}\" allowfullscreen></iframe>"));

    [Fact]
    public void A_video_is_named_by_its_title() =>
        Assert.Contains(">The moon, sold &amp; resold</a>",
            HtmlCleaner.Clean("<iframe title='The moon, sold &amp; resold' src='https://www.youtube.com/embed/abc'></iframe>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<x-card>one <y>two</y></x-card>", "one two")]
    [InlineData("<main><p>a</p></main><nav>b</nav>", "<div><p>a</p></div><div>b</div>")]
    [InlineData("<form>Vote: <label>Yes <input type=radio></label><button>Send</button></form>", "<div>Vote: Yes Send</div>")]
    [InlineData("a<!-- b -->c<?d e?>f", "acf")]
    [InlineData("<noscript><img src=/x.png></noscript>", "<img src=\"/x.png\" " + Picture + ">")]
    [InlineData("<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>", "x=2")]
    [InlineData("<svg><text>drawn</text></svg>", "")]
    [InlineData("<p><button>a<p>b</p></button></p>", "<div>a<p>b</p></div>")]
    [InlineData("<xmp><b>bold</b></xmp>", "<pre>&lt;b&gt;bold&lt;/b&gt;</pre>")]
    [InlineData("<pre>\n\ntwo\n</pre>", "<pre>two\n</pre>")]
    public void What_is_unknown_is_unwrapped_and_what_cannot_be_made_harmless_goes(string html, string clean) => Assert.Equal(clean, HtmlCleaner.Clean(html));

    [Fact]
    public void Classes_and_roles_stay_when_they_say_something_of_the_text() =>
        Assert.Equal("<pre><code class=\"language-c++\">x</code></pre><p class=\"standfirst\" role=\"note\">y</p>",
            HtmlCleaner.Clean("<pre><code class='hl language-c++ x'>x</code></pre><p class='standfirst site-hero' role=note>y</p><p class=overlay role=alert></p>")
                .Replace("<p></p>", "", StringComparison.Ordinal));

    [Fact]
    public void A_tree_is_cleaned_as_its_source_is_and_stays_as_it_was()
    {
        const string Source = "<p onclick=x>a<script>b</script><p>c";
        using var document = CleanCheck.Parse(Source);
        var before = document.Body!.InnerHtml;

        Assert.Equal(HtmlCleaner.Clean(Source), HtmlCleaner.Clean(document.Body));
        Assert.Equal(before, document.Body.InnerHtml);
    }

    [Fact]
    public void A_tree_made_by_hand_is_written_as_a_parser_would_build_it()
    {
        using var document = CleanCheck.Parse("<p id=p>a</p><table><tbody id=t></tbody></table><span id=s></span><ul><li id=l></li></ul>");
        document.GetElementById("p")!.AppendChild(document.CreateElement("div")).TextContent = "block";
        document.GetElementById("t")!.AppendChild(document.CreateElement("p")).TextContent = "stray";
        document.GetElementById("t")!.AppendChild(document.CreateElement("td")).TextContent = "cell";
        document.GetElementById("s")!.AppendChild(document.CreateElement("tr")).TextContent = "row";
        document.GetElementById("l")!.AppendChild(document.CreateElement("li")).TextContent = "item";

        var clean = HtmlCleaner.Clean(document.Body!);

        Assert.Null(CleanCheck.FirstFault(clean));
        Assert.Equal(clean, HtmlCleaner.Clean(clean));
        Assert.Equal("<div id=\"from-p\">a<div>block</div></div>"
            + "<table><tbody id=\"from-t\"><tr><td><p>stray</p></td><td>cell</td></tr></tbody></table>"
            + "<span id=\"from-s\"><div>row</div></span><ul><li id=\"from-l\"><div>item</div></li></ul>", clean);
    }
}
