using System.Text;
using System.Xml.Linq;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Tests.Press.Syndication;

public sealed class RssFeedTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Creator = "http://purl.org/dc/elements/1.1/";

    private static FeedEntry Post(string title = "Moon sold", string html = "<p>Twice.</p>") => new()
    {
        Id = "tag:paper.example,2026:1",
        Title = title,
        Link = new("https://paper.example/2026/11/moon-sold"),
        Html = html,
        Author = new("Maureen"),
        Categories = ["space"],
        Published = new(2026, 11, 5, 7, 30, 0, TimeSpan.FromHours(1)),
    };

    private static XElement Write(params FeedEntry[] posts) => XDocument.Parse(Encoding.UTF8.GetString(RssFeed.Write(new()
    {
        Id = "https://paper.example/atom.xml",
        Title = "The Paper",
        Link = new("https://paper.example/"),
        Self = new("https://paper.example/feed.xml"),
        Description = "Satire.",
        Updated = new(2026, 11, 5, 8, 0, 0, TimeSpan.Zero),
        Entries = posts,
    }))).Root!.Element("channel")!;

    [Fact]
    public void Writes_what_a_subscriber_needs()
    {
        var item = Write(Post()).Element("item")!;

        Assert.Equal("Moon sold", item.Element("title")!.Value);
        Assert.Equal("https://paper.example/2026/11/moon-sold", item.Element("link")!.Value);
        Assert.Equal("tag:paper.example,2026:1", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Thu, 05 Nov 2026 06:30:00 GMT", item.Element("pubDate")!.Value);
        Assert.Equal("Maureen", item.Element(Creator + "creator")!.Value);
        Assert.Equal("space", item.Element("category")!.Value);
        Assert.Equal("<p>Twice.</p>", item.Element(Content + "encoded")!.Value);
    }

    [Theory]
    [InlineData("a ]]> b", "a ]]> b")]
    [InlineData("bell \a and null \0 gone", "bell  and null  gone")]
    [InlineData("half \ud83d pair", "half  pair")]
    [InlineData("whole 🛎 kept, עברית too", "whole 🛎 kept, עברית too")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    public void Any_text_is_valid_xml_and_arrives_as_it_was(string text, string arrives)
    {
        var item = Write(Post(title: text, html: text)).Element("item")!;

        Assert.Equal(arrives, item.Element("title")!.Value);
        Assert.Equal(arrives, item.Element(Content + "encoded")!.Value);
    }

    [Fact]
    public void A_feed_without_posts_is_a_feed() => Assert.Empty(Write().Elements("item"));
}
