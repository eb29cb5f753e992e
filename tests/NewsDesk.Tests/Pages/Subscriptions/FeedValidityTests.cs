using System.Net;

namespace NewsDesk.Tests.Pages.Subscriptions;

/// <summary>No feed of any kind gives a validator anything to say, whatever is in its posts.</summary>
public sealed class FeedValidityTests
{
    [Fact]
    public async Task Every_feed_of_every_kind_is_valid_with_nasty_posts_in_it()
    {
        await using var desk = NastyPaper.Open();
        var faults = new List<string>();
        var feeds = await NastyPaper.ListFeedsAsync(desk);
        foreach (var feed in feeds)
        {
            using var answer = await desk.GetAsync(feed);
            if (answer.StatusCode != HttpStatusCode.OK) faults.Add($"{feed}: {answer.StatusCode}");
            else faults.AddRange(FeedRules.Faults(NastyPaper.Site + feed, answer.Content.Headers.ContentType!.ToString(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        }

        Assert.True(feeds.Count > 70);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal).Take(30)));
    }

    [Fact]
    public async Task An_empty_paper_has_valid_feeds_too()
    {
        await using var desk = new Desk().With("site.yml", "url: https://paper.example/\n");
        foreach (var feed in new[] { "/feed.xml", "/clean/atom.xml", "/feed.json", "/wire/feed.xml", "/wire/atom.xml", "/wire/feed.json" })
        {
            using var answer = await desk.GetAsync(feed);
            Assert.Empty(FeedRules.Faults("https://paper.example" + feed, answer.Content.Headers.ContentType!.ToString(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        }
    }

    /// <summary>Rules that find nothing in anything would find nothing in ours either.</summary>
    [Theory]
    [InlineData("<guid isPermaLink=\"false\">a</guid>", "<guid isPermaLink=\"false\">b</guid>", "a guid twice")]
    [InlineData("https://paper.example/feed.xml", "https://paper.example/other.xml", "self is not")]
    [InlineData("Thu, 05 Nov 2026", "Mon, 05 Nov 2026", "no date of RFC 822")]
    [InlineData("&lt;p&gt;Text", "&lt;p onclick=\"x\"&gt;&lt;a href=\"/there\"&gt;Text&lt;script&gt;", "in a text")]
    [InlineData("<language>en</language>", "<language>English (US)</language>", "language")]
    [InlineData("<link>https://paper.example/1</link>", "<link>/1</link>", "no whole address")]
    public void The_rules_see_what_is_wrong(string right, string wrong, string fault)
    {
        const string Right = """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>T</title><link>https://paper.example/</link><description>D</description><language>en</language>
            <atom:link rel="self" href="https://paper.example/feed.xml" type="application/rss+xml" />
            <item><title>One</title><link>https://paper.example/1</link><guid isPermaLink="false">a</guid><pubDate>Thu, 05 Nov 2026 07:30:00 GMT</pubDate><content:encoded>&lt;p&gt;Text&lt;/p&gt;</content:encoded></item>
            <item><title>Two</title><link>https://paper.example/2</link><guid isPermaLink="false">b</guid><pubDate>Thu, 05 Nov 2026 07:30:00 GMT</pubDate></item>
            </channel></rss>
            """;
        IReadOnlyList<string> Faults(string feed) => FeedRules.Faults("https://paper.example/feed.xml", "application/rss+xml; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(feed));

        Assert.Empty(Faults(Right));
        Assert.Contains(Faults(Right.Replace(right, wrong, StringComparison.Ordinal)), said => said.Contains(fault, StringComparison.Ordinal));
    }
}
