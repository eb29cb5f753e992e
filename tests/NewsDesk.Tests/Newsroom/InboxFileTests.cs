using System.Text;
using NewsDesk.Archive;
using NewsDesk.Newsroom;

namespace NewsDesk.Tests.Newsroom;

public sealed class InboxFileTests
{
    private const string Moon = "https://lantern.example/moon";

    private static InboxFile Read(string text, string path = "inbox/moon.html") => InboxFile.Read(path, Encoding.UTF8.GetBytes(text), sourceId: 7);

    private static Article TheArticle(string page) => Assert.Single(Assert.IsType<InboxFile.Holds>(Read(page)).Articles).Value;

    [Fact]
    public void A_page_is_one_article()
    {
        var article = TheArticle(Samples.Page("Moon sold", Moon));

        Assert.Equal("Moon sold", article.Title);
        Assert.Equal("The Lantern", article.Publisher);
        Assert.Equal(new DateTimeOffset(2026, 11, 4, 9, 30, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(Moon, article.Url);
        Assert.Equal(7, article.SourceId);
        Assert.Contains("sold the moon on Tuesday", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", article.Text, StringComparison.Ordinal);
        Assert.NotEmpty(article.Excerpt!);
    }

    [Theory]
    [InlineData("<!-- saved from url=(0028)https://lantern.example/moon -->")]
    [InlineData("<!-- saved from url: https://lantern.example/moon -->")]
    [InlineData("<!--\n Page saved with SingleFile \n url: https://lantern.example/moon \n saved date: Fri Nov 20 2026 10:00:00 GMT+0000 \n-->")]
    [InlineData("<link rel=\"canonical\" href=\"https://lantern.example/moon?utm_source=feed#top\">")]
    public void Where_a_page_came_from_is_told_by_its_comment_or_its_canonical_link(string origin)
    {
        var page = Samples.Page("Moon sold", "").Replace("<!-- saved from url=(0000) -->", origin, StringComparison.Ordinal);

        Assert.Equal(Moon, TheArticle(page).Url);
    }

    [Fact]
    public void A_page_without_an_address_still_has_one_that_no_other_has()
    {
        var page = Samples.Page("Moon sold", "").Replace("<!-- saved from url=(0000) -->", "", StringComparison.Ordinal);

        Assert.Equal("inbox:inbox%2Fmoon.html", TheArticle(page).Url);
    }

    [Fact]
    public void A_feed_is_an_article_an_item_by_its_id()
    {
        var read = Assert.IsType<InboxFile.Holds>(Read("""
            <?xml version="1.0"?><rss version="2.0"><channel><title>The Lantern</title><link>https://lantern.example/</link>
            <item><title>Moon sold</title><link>https://lantern.example/moon?utm_medium=rss</link><guid>m1</guid>
            <description>&lt;p&gt;Twice &lt;script&gt;alert(1)&lt;/script&gt; already.&lt;/p&gt;</description></item>
            <item><title>Sun next</title><link>https://lantern.example/sun</link><guid>m2</guid></item>
            </channel></rss>
            """, "inbox/lantern.xml"));

        Assert.Equal(["inbox/lantern.xml//m1", "inbox/lantern.xml//m2"], read.Articles.Keys.Order(StringComparer.Ordinal));
        var moon = read.Articles["inbox/lantern.xml//m1"];
        Assert.Equal((Moon, "Moon sold", "The Lantern"), (moon.Url, moon.Title, moon.Publisher));
        Assert.DoesNotContain("script", moon.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Twice already.", moon.Text);
    }

    [Fact]
    public void Nothing_hostile_comes_through()
    {
        var article = TheArticle(Samples.Page("Moon sold", Moon,
            "The moon was sold on Tuesday, <a href=\"javascript:alert(1)\">say</a> <img src=x onerror=alert(2)> two of the three people who were asked about it, in a long enough sentence."));

        Assert.DoesNotContain("javascript:", article.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror", article.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><script>let everything = 'here';</script></html>")]
    public void What_holds_no_article_says_so_with_a_remedy(string page) =>
        Assert.Contains("save it", Assert.IsType<InboxFile.Unreadable>(Read(page)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("page.html", true)]
    [InlineData("PAGE.HTM", true)]
    [InlineData("feed.rss", true)]
    [InlineData("picture.png", false)]
    [InlineData("notes.txt", false)]
    public void Pages_and_feeds_are_wanted(string name, bool wanted) => Assert.Equal(wanted, InboxFile.IsWanted(name));
}
