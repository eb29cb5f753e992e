using System.Text;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Discovery;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class PageFeedsTests
{
    private static readonly Uri Page = new("https://example.org/news/");

    [Fact]
    public void The_feeds_that_a_page_names_come_first_and_comments_last()
    {
        var found = In("""
            <html><head>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml" title="Elsewhere" href="https://other.example/feed">
            <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" title="All the news" href="../atom.xml">
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
            <link rel="alternate" type="application/json+oembed" href="/oembed?format=json">
            <link rel="alternate" hreflang="de" href="https://example.org/de/">
            <link rel="stylesheet" href="feed.css">
            </head><body><a href="/rss">RSS</a> <a href="/sport/rss.xml">Sport</a> <a href="/moon">Moon feed the goose</a> <a href="javascript:rss()">RSS</a></body></html>
            """);

        Assert.Equal(["https://example.org/atom.xml", "https://other.example/feed", "https://example.org/comments/feed/", "https://example.org/rss", "https://example.org/sport/rss.xml"],
            found.Select(candidate => candidate.Url));
        Assert.Equal((Finding.Named, "All the news"), (found[0].Finding, found[0].Title));
        Assert.Equal((Finding.Linked, null), (found[3].Finding, found[3].Title));
    }

    [Fact]
    public void Links_are_relative_to_the_page_s_base() =>
        Assert.Equal("https://cdn.example/x/feed.xml", Assert.Single(In("<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml href=feed.xml>")).Url);

    [Fact]
    public void Usual_places_begin_beneath_the_page() =>
        Assert.Equal(["https://example.org/news/feed", "https://example.org/news/rss.xml"], PageFeeds.UsualPlaces(Page).Take(2).Select(place => place.Url));

    [Fact]
    public void A_page_that_names_a_thousand_feeds_gives_the_first() =>
        Assert.Equal(40, In(string.Concat(Enumerable.Range(0, 1000).Select(i => $"<link rel=alternate type=application/rss+xml href=/feed/{i}>"))).Count);

    private static IReadOnlyList<Candidate> In(string html) => PageFeeds.In(Encoding.UTF8.GetBytes(html), Page);
}
