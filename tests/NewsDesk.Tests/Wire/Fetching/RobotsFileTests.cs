using System.Diagnostics.CodeAnalysis;
using System.Text;
using NewsDesk.Wire.Fetching.Manners;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/", true)]
    [InlineData("User-agent: *\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/", true)]
    [InlineData("User-agent: other\nDisallow: /", "/", true)]
    [InlineData("User-agent: NewsDesk/1.0\nDisallow: /", "/", false)]
    [InlineData("user-AGENT : newsdesk # us\n disallow : /a # not this", "/ab", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a\rDisallow: /b", "/b", false)]
    [InlineData("User-agent: newsdeskbot\nDisallow: /", "/", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: newsdesk\nAllow: /", "/", true)]
    [InlineData("User-agent: newsdesk\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: newsdesk\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: newsdesk\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: newsdesk\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: newsdesk\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: x\n\nUser-agent: *\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nUser-agent: x\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nSitemap: https://a.example/\nUser-agent: x\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: x\nDisallow: /", "/", true)]
    [InlineData("Disallow: /\nUser-agent: *\nAllow: /", "/", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", true)]
    [InlineData("User-agent: *\nAllow: /news\nDisallow: /", "/other", false)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fish", false)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fisher", true)]
    [InlineData("User-agent: *\nDisallow: /fish*", "/fisher", false)]
    [InlineData("User-agent: *\nDisallow: /Fish", "/fish", true)]
    [InlineData("User-agent: *\nDisallow: *", "/anything", false)]
    [InlineData("User-agent: *\nDisallow: /*?sort=", "/list?page=2&sort=up", true)]
    [InlineData("User-agent: *\nDisallow: /*?*sort=", "/list?page=2&sort=up", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/abbc", false)]
    [InlineData("User-agent: *\nDisallow: /a*bc$", "/abcbc", false)]
    [InlineData("User-agent: *\nDisallow: /a*bc$", "/bc", true)]
    [InlineData("User-agent: *\nDisallow: private", "/private", false)]
    [InlineData("User-agent: *\nDisallow: /käse", "/k%C3%A4se", false)]
    [InlineData("User-agent: *\nDisallow: /k%c3%a4se", "/k%C3%A4se", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /price%24", "/price%24more", false)]
    [InlineData("User-agent: *\nDisallow: /a%2A", "/ab", true)]
    [InlineData("<html><body>Not found: Disallow: /</body></html>", "/", true)]
    [InlineData(":\n::\nUser-agent\nDisallow", "/", true)]
    public void Rules_are_followed(string robots, string path, bool allowed) => Assert.Equal(allowed, Parse(robots).Allows(path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7.0)]
    [InlineData("User-agent: newsdesk\nCrawl-delay: 2.5\nUser-agent: *\nCrawl-delay: 60", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -3", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e300", null)]
    [InlineData("User-agent: x\nCrawl-delay: 9", null)]
    public void A_crawl_delay_is_read(string robots, double? seconds) => Assert.Equal(seconds, Parse(robots).CrawlDelay?.TotalSeconds);

    [Fact]
    public void What_stands_behind_the_limit_is_not_read()
    {
        var long_ = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /abcdefghij\n", 30_000)) + "Disallow: /\n";

        Assert.True(Parse(long_).Allows("/x"));
        Assert.False(Parse(long_).Allows("/abcdefghijk"));
    }

    [Fact]
    [SuppressMessage("Performance", "CA1861", Justification = "Once.")]
    public void No_pattern_makes_it_think_for_long()
    {
        var stars = Parse("User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 120)) + "b$\n", 2000)));

        Assert.True(stars.Allows("/" + new string('a', 2000)));
    }

    private static RobotsFile Parse(string robots) => RobotsFile.Parse(Encoding.UTF8.GetBytes(robots));
}
