using System.Text;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

/// <summary>Feeds made to hurt. Each must come back, within a bound that only a runaway would reach.</summary>
public sealed class HostileFeedsTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private const string Head = "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>";

    [Fact]
    public async Task Fifty_thousand_items_are_all_there()
    {
        var items = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<item><guid>{i}</guid><title>Item {i}</title></item>"));

        var feed = await FeedOfAsync($"{Head}{items}</channel></rss>");

        Assert.Equal(50_000, feed.Items.Count);
        Assert.Equal("49999", feed.Items[^1].Id);
    }

    [Fact]
    public async Task An_item_of_five_megabytes_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("&lt;p>word &amp;amp; &lt;a href='/x'>link&lt;/a>&lt;/p>", 110_000));

        var feed = await FeedOfAsync($"{Head}<item><description>{text}</description></item><item><title>next</title></item></channel>");

        Assert.Equal(2, feed.Items.Count);
        Assert.EndsWith("<a href='https://from.example/x'>link</a></p>", feed.Items[0].Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("div")]
    [InlineData("item")]
    [InlineData("description")]
    [InlineData("channel")]
    [InlineData("media:group")]
    public async Task Elements_nested_ten_thousand_deep_do_not_hide_what_follows(string name)
    {
        var (down, up) = (string.Concat(Enumerable.Repeat($"<{name}>", 10_000)), string.Concat(Enumerable.Repeat($"</{name}>", 10_000)));

        var feed = await FeedOfAsync($"{Head}<item><title>first</title>{down}bottom{up}</item><item><title>last</title></item></channel></rss>");

        Assert.Equal("first", feed.Items[0].Title);
        Assert.Equal("last", feed.Items[^1].Title);
    }

    [Fact]
    public async Task Json_nested_ten_thousand_deep_keeps_what_came_before()
    {
        var nest = new string('[', 10_000);

        var feed = await FeedOfAsync("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"}],"x":""" + nest);

        Assert.Equal("1", Assert.Single(feed.Items).Id);
    }

    [Fact]
    public async Task A_billion_laughs_stay_unlaughed()
    {
        var laughs = string.Concat(Enumerable.Range(1, 30).Select(i =>
            $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));

        var feed = await FeedOfAsync($"<!DOCTYPE rss [<!ENTITY l0 \"ha\">{laughs}]><rss><channel><title>&l30;</title></channel></rss>");

        Assert.Equal("&l30;", feed.Title);
    }

    [Fact]
    public async Task An_entity_said_very_often_does_not_blow_up()
    {
        var value = new string('x', 200);
        var calls = string.Concat(Enumerable.Repeat("&v;", 500_000));

        var feed = await FeedOfAsync($"<!DOCTYPE rss [<!ENTITY v \"{value}\">]><rss><channel><title>{calls}</title></channel></rss>");

        Assert.InRange(feed.Title!.Length, 100_000, 2_000_000);
    }

    [Fact]
    public async Task Nothing_outside_the_document_is_read()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "secret", TestContext.Current.CancellationToken);

        var feed = await FeedOfAsync($"""
            <!DOCTYPE rss SYSTEM "{new Uri(secret)}" [<!ENTITY f SYSTEM "{new Uri(secret)}"><!ENTITY % p SYSTEM "{new Uri(secret)}"> %p;]>
            <rss><channel><title>&f;</title></channel></rss>
            """);
        File.Delete(secret);

        Assert.Equal("&f;", feed.Title);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<![CDATA[</item>")]
    [InlineData("<?x ")]
    [InlineData("<!DOCTYPE x [")]
    [InlineData("<!DOCTYPE x [ ' ")]
    [InlineData("<!ENTITY a ")]
    [InlineData("<a b=\"<a b='")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='x=\"")]
    [InlineData("<a xmlns:a='a'>")]
    [InlineData("<a xmlns:a='a'/>")]
    [InlineData("<a ")]
    [InlineData("<a a=a ")]
    [InlineData("</a")]
    [InlineData("</a>")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("&amp")]
    [InlineData("&lt;")]
    [InlineData("&lt;a href=")]
    [InlineData("&lt;a href=&quot;")]
    [InlineData("&lt;a href=&quot;x&quot; ")]
    [InlineData("&lt;!--")]
    [InlineData("&lt;img srcset=&quot;a, ")]
    [InlineData("<b>")]
    [InlineData("<item>")]
    [InlineData("<category>x</category>")]
    [InlineData("<author>a@</author>")]
    [InlineData("@.")]
    public async Task A_piece_repeated_fifty_thousand_times_takes_no_more_than_its_length(string piece)
    {
        var pieces = string.Concat(Enumerable.Repeat(piece, 50_000));

        await FeedOfAsync($"{Head}<item><title>{pieces}");
        await FeedOfAsync($"{Head}<item><description>{pieces}</description></item></channel></rss>");
        await FeedOfAsync($"{Head}<item><author>{pieces}</author></item></channel></rss>");
        await FeedOfAsync($"{Head}<item>{pieces}</item></channel></rss> ]]> --> ?> \" '");
        await FeedOfAsync($"<feed><title>T</title><entry><content type='xhtml'>{pieces}</content></entry></feed>");
    }

    private static async Task<Feed> FeedOfAsync(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var cancel = TestContext.Current.CancellationToken;
        var read = await Task.Run(() => FeedReader.Read(body, new Uri("https://from.example/feed")), cancel).WaitAsync(Bound, cancel);
        return Assert.IsType<FeedRead.Read>(read).Feed;
    }
}
