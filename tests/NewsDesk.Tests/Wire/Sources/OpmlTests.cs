using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class OpmlTests
{
    private const string Ours = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Kept by hand. -->
        <opml version="2.0" xmlns:newsdesk="https://newsdesk.example/ns/opml" xmlns:other="https://other.example/">
          <head><title>What we watch</title></head>
          <body>
            <outline text="Towns" other:colour="red">
              <!-- The best of them. -->
              <outline type="rss" text="Courier" xmlUrl="https://courier.example/feed?a=1&amp;b=2" htmlUrl="https://courier.example/" other:mark="7"/>
              <outline type="link" text="Gazette" url="https://gazette.example/news" newsdesk:kind="page" newsdesk:item="article.teaser" newsdesk:time="time"
                       newsdesk:language="de" newsdesk:full-text="always" newsdesk:interval="30m" newsdesk:paused="true"/>
            </outline>
            <outline text="Map" url="https://map.example/sitemap.xml" newsdesk:kind="sitemap" newsdesk:category="Maps"/>
            <outline type="folder" text="Cuttings" newsdesk:path="./saved/cuttings/"/>
            <outline text="Only a note"/>
          </body>
        </opml>
        """;

    [Fact]
    public void A_list_is_read_with_groups_as_categories_and_our_own_words()
    {
        var read = Read(Ours);

        Assert.Equal("What we watch", read.Title);
        Assert.Empty(read.Flaws);
        Assert.Equal(
        [
            new WatchedSource { Kind = SourceKind.Feed, Url = "https://courier.example/feed?a=1&b=2", Title = "Courier", SiteUrl = "https://courier.example/", Category = "Towns" },
            new WatchedSource
            {
                Kind = SourceKind.Page, Url = "https://gazette.example/news", Title = "Gazette", Category = "Towns", Language = "de", FullText = FullText.Always,
                Every = TimeSpan.FromMinutes(30), Paused = true, List = new ListSelectors(Item: "article.teaser", Time: "time"),
            },
            new WatchedSource { Kind = SourceKind.Sitemap, Url = "https://map.example/sitemap.xml", Title = "Map", Category = "Maps" },
            new WatchedSource { Kind = SourceKind.Folder, Url = "folder:saved/cuttings", Title = "Cuttings" },
        ], read.Sources);
    }

    [Theory]
    [InlineData("""<outline text="A" xmlUrl="nonsense"/>""", "\"nonsense\" is no web address; write it whole, as https://example.org/feed.xml")]
    [InlineData("""<outline text="A" xmlUrl="file:///etc/passwd"/>""", "\"file:///etc/passwd\" is no web address")]
    [InlineData("""<outline text="A" newsdesk:kind="feed"/>""", "\"A\" has no address; add xmlUrl")]
    [InlineData("""<outline text="A" newsdesk:kind="blog" url="https://e.org/"/>""", "newsdesk:kind is \"blog\"; write feed, page, sitemap or folder")]
    [InlineData("""<outline text="A" newsdesk:kind="2" url="https://e.org/"/>""", "newsdesk:kind is \"2\"")]
    [InlineData("""<outline text="A" newsdesk:kind="page" url="https://e.org/" newsdesk:item="a["/>""", "newsdesk:item is \"a[\", which is no CSS selector")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:item=".x"/>""", "newsdesk:item is for a page with a list of links, and \"A\" is a feed; leave it out")]
    [InlineData("""<outline text="A" newsdesk:kind="sitemap" url="https://e.org/" newsdesk:time="time"/>""", "newsdesk:time is for a page with a list of links, and \"A\" is a sitemap")]
    [InlineData("""<outline text="A" newsdesk:path="saved" newsdesk:link="a"/>""", "newsdesk:link is for a page with a list of links, and \"A\" is a folder")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:interval="often"/>""", "newsdesk:interval is \"often\"; write minutes, hours or days")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:interval="1m"/>""", "newsdesk:interval is \"1m\"")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:paused="perhaps"/>""", "newsdesk:paused is \"perhaps\"")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:full-text="sometimes"/>""", "newsdesk:full-text is \"sometimes\"")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:colour="red"/>""", "newsdesk:colour is unknown; there are kind, path")]
    [InlineData("""<outline text="A" newsdesk:path="../secrets"/>""", "write the path of a folder within the content folder")]
    [InlineData("""<outline text="A" newsdesk:path="/etc"/>""", "write the path of a folder within the content folder")]
    [InlineData("""<outline text="A" newsdesk:path="posts/2026"/>""", "write the path of a folder within the content folder")]
    [InlineData("""<outline text="A" newsdesk:interval="30m"/>""", "\"A\" has no address")]
    [InlineData("""<outline text="A" type="rss"/>""", "\"A\" has no address; add xmlUrl")]
    [InlineData("""<outline text="A" type="link" url="https://e.org/"/>""", "\"A\" is no feed, as its type is \"link\"; write xmlUrl in place of url")]
    [InlineData("""<outline text="A" type="link" url="https://e.org/" newsdesk:interval="30m"/>""", "\"A\" is no feed, as its type is \"link\"")]
    [InlineData("""<outline text="A" type="link" url="https://e.org/more.opml"/>""", "\"A\" includes another list, which is not followed; save that list and take it in with newsdesk sources import")]
    [InlineData("""<outline text="A" url="https://e.org/more.opml"/>""", "\"A\" includes another list")]
    [InlineData("""<outline text="A" type="include" url="https://e.org/more"/>""", "\"A\" includes another list")]
    [InlineData("""<outline text="A" htmlUrl="https://e.org/"/>""", "\"A\" has only its site's address, htmlUrl; add xmlUrl")]
    [InlineData("""<outline type="rss" htmlUrl="https://e.org/"/>""", "an outline has only its site's address, htmlUrl; add xmlUrl")]
    [InlineData("""<outline text="A" xmlUrl="https://e.org/" newsdesk:language="klingonish!"/>""", "newsdesk:language is \"klingonish!\"; write a tag, as en or pt-BR")]
    [InlineData("""<outline text="A" xmlurl="https://e.org/" newsdesk:interval="1m"/>""", "newsdesk:interval is \"1m\"")]
    public void What_is_wrong_is_told_with_its_line_and_the_rest_is_read(string outline, string complaint)
    {
        var read = Read($"""
            <opml version="2.0" xmlns:newsdesk="https://newsdesk.example/ns/opml"><body>
            <outline text="Good" xmlUrl="https://good.example/feed"/>
            {outline}
            </body></opml>
            """);

        var flaw = Assert.Single(read.Flaws);
        Assert.Equal(3, flaw.Line);
        Assert.Contains(complaint, flaw.Message, StringComparison.Ordinal);
        Assert.Equal("https://good.example/feed", read.Sources[0].Url);
    }

    [Theory]
    [InlineData("feed://e.org/feed", "http://e.org/feed")]
    [InlineData("feed:https://e.org/feed", "https://e.org/feed")]
    public void A_feed_scheme_means_http_unless_it_says_otherwise_as_other_readers_take_it(string written, string read) =>
        Assert.Equal(read, Assert.Single(Read($"<opml><body><outline text='A' xmlUrl='{written}'/></body></opml>").Sources).Url);

    [Fact]
    public void The_same_address_twice_is_told_and_read_once()
    {
        var read = Read("""
            <opml><body>
            <outline text="A" xmlUrl="https://e.org/feed"/>
            <outline text="B" xmlUrl="https://E.org/feed"/></body></opml>
            """);

        Assert.Equal("A", Assert.Single(read.Sources).Title);
        Assert.Equal(new ListFlaw(3, "https://e.org/feed is already in line 2; this one is left out", IsRepetition: true), Assert.Single(read.Flaws));
    }

    [Theory]
    [InlineData("<opml><body>\n<outline text=\"A & B\"/></body></opml>", 2, "An & in an address is written &amp;")]
    [InlineData("<opml>\n<body>", 2, "this is not XML")]
    [InlineData("<opml><body>\n<outline xmlUrl=\"http://a.example/?a=1&b=2\"/></body></opml>", 2, "The expected token is ';'. An & in an address is written &amp;")]
    [InlineData("<opml><body>\n<outline xmlUrl=\"http://a.example/?a=1&b\"/></body></opml>", 2, "An & in an address is written &amp;")]
    [InlineData("<opml><body>\n<outline xmlUrl=\"http://a.example/?a&=1\"/></body></opml>", 2, "An & in an address is written &amp;")]
    [InlineData("", 1, "the file is empty; a list without any source is <opml version=\"2.0\"><body></body></opml>")]
    [InlineData(" \n", 1, "the file is empty")]
    [InlineData("<!-- Nothing. -->", 1, "Root element is missing; a list without any source is <opml")]
    [InlineData("<rss version='2.0'><channel/></rss>", 1, "must begin with <opml")]
    [InlineData("<opml><head/></opml>", 1, "has no <body>")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>\n<opml><body><outline text='&b;'/></body></opml>", 2, "this is not XML")]
    public void What_is_no_list_is_refused_with_a_line_and_a_remedy(string text, int line, string reason)
    {
        var flaw = Assert.IsType<SourceListRead.Unreadable>(OpmlReader.Read(text)).Flaw;

        Assert.Equal(line, flaw.Line);
        Assert.Contains(reason, flaw.Message, StringComparison.Ordinal);
        // Whoever tells it ends the sentence.
        Assert.False(flaw.Message.EndsWith('.'));
    }

    [Theory]
    [InlineData("""<outline text="A" url="https://e.org/feed"/>""")]
    [InlineData("""<outline text="A" type="RSS" url="https://e.org/feed" htmlUrl="https://e.org/"/>""")]
    [InlineData("""<outline text="A" htmlUrl="https://e.org/feed" newsdesk:kind="feed"/>""")]
    public void An_address_that_is_clearly_a_feed_s_is_taken_by_whatever_name(string outline)
    {
        var read = Read($"""<opml xmlns:newsdesk="https://newsdesk.example/ns/opml"><body>{outline}</body></opml>""");

        Assert.Empty(read.Flaws);
        Assert.Equal((SourceKind.Feed, "https://e.org/feed"), (Assert.Single(read.Sources).Kind, read.Sources[0].Url));
    }

    [Fact]
    public void A_group_that_names_its_site_is_a_group()
    {
        var read = Read("<opml><body><outline text='Towns' url='https://e.org/' htmlUrl='https://e.org/'><outline text='A' xmlUrl='https://e.org/feed'/></outline></body></opml>");

        Assert.Empty(read.Flaws);
        Assert.Equal("Towns", Assert.Single(read.Sources).Category);
    }

    [Fact]
    public void Outlines_ten_thousand_deep_are_read_as_far_as_sensible()
    {
        var text = $"<opml><body>{string.Concat(Enumerable.Repeat("<outline text='x'>", 10_000))}{string.Concat(Enumerable.Repeat("</outline>", 10_000))}</body></opml>";

        Assert.Contains("more than 32 deep", Assert.Single(Read(text).Flaws).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_pausing_and_removing_leave_everything_else_as_it_was()
    {
        var source = new WatchedSource
        {
            Kind = SourceKind.Page,
            Url = "https://new.example/list?a=1&b=2",
            Title = "New & \"shiny\" <one> \u05d7\u05d3\u05e9",
            SiteUrl = "https://new.example/",
            Category = "Towns",
            Language = "he",
            FullText = FullText.Never,
            Every = TimeSpan.FromHours(6),
            Paused = true,
            List = new ListSelectors("li", "a", "h2", "time", "p"),
        };
        var feed = new WatchedSource { Kind = SourceKind.Feed, Url = "https://feed.example/rss", Title = "Feed", Category = "Brand new" };

        var added = OpmlEditor.Add(Ours, [source, feed, feed]);
        Assert.Equal([.. Read(Ours).Sources.Take(2), source, .. Read(Ours).Sources.Skip(2), feed], Read(added).Sources);
        foreach (var kept in new[] { "<!-- Kept by hand. -->", "<!-- The best of them. -->", "other:colour=\"red\"", "other:mark=\"7\"", "<outline text=\"Only a note\"" })
            Assert.Contains(kept, added, StringComparison.Ordinal);
        Assert.Contains("\n      <outline type=\"link\" text=\"New", added, StringComparison.Ordinal);

        var resumed = OpmlEditor.SetPaused(added, source.Url, paused: false)!;
        Assert.Contains(source with { Paused = false }, Read(resumed).Sources);
        var removed = OpmlEditor.Remove(OpmlEditor.Remove(resumed, source.Url)!, feed.Url)!;
        Assert.Equal(Read(Ours).Sources, Read(removed).Sources);
        Assert.DoesNotContain("Brand new", removed, StringComparison.Ordinal);
        Assert.Null(OpmlEditor.Remove(removed, source.Url));
        Assert.Null(OpmlEditor.SetPaused(removed, source.Url, paused: true));
    }

    [Fact]
    public void A_list_without_our_namespace_gets_it_when_it_is_needed()
    {
        var added = OpmlEditor.Add("<opml version=\"2.0\"><body/></opml>", [new WatchedSource { Kind = SourceKind.Folder, Url = "folder:saved", Title = "Saved" }]);

        Assert.Contains("xmlns:newsdesk=\"https://newsdesk.example/ns/opml\"", added, StringComparison.Ordinal);
        Assert.Equal("folder:saved", Assert.Single(Read(added).Sources).Url);
        Assert.Empty(Read(OpmlEditor.Empty).Sources);
    }

    private static SourceListRead.Read Read(string text) => Assert.IsType<SourceListRead.Read>(OpmlReader.Read(text));
}
