using NewsDesk.Wire;

namespace NewsDesk.Tests.Wire;

public sealed class CanonicalUrlTests
{
    [Theory]
    // Where a reader came from.
    [InlineData("https://example.org/a?utm_source=x&utm_medium=rss", "https://example.org/a")]
    [InlineData("https://example.org/a?id=7&fbclid=abc#top", "https://example.org/a?id=7")]
    [InlineData("https://user:secret@example.org:443/a", "https://example.org/a")]
    [InlineData("HTTPS://Example.ORG/A", "https://example.org/A")]
    [InlineData("https://example.org/a?page=2&b=1", "https://example.org/a?page=2&b=1")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    // What kind of device.
    [InlineData("https://m.example.org/a", "https://www.example.org/a")]
    [InlineData("https://mobile.example.org/a", "https://www.example.org/a")]
    [InlineData("https://amp.example.org/a", "https://www.example.org/a")]
    [InlineData("https://en.m.example.org/wiki/Moon", "https://en.example.org/wiki/Moon")]
    [InlineData("https://m.news.example.org/a", "https://news.example.org/a")]
    [InlineData("https://m.org/a", "https://m.org/a")]
    [InlineData("https://music.example.org/a", "https://music.example.org/a")]
    // AMP.
    [InlineData("https://example.org/2026/moon/amp/", "https://example.org/2026/moon/")]
    [InlineData("https://example.org/2026/moon/amp", "https://example.org/2026/moon")]
    [InlineData("https://example.org/amp/2026/moon", "https://example.org/2026/moon")]
    [InlineData("https://example.org/moon.amp.html", "https://example.org/moon.html")]
    [InlineData("https://example.org/moon.amp", "https://example.org/moon")]
    [InlineData("https://example.org/moon?amp=1", "https://example.org/moon")]
    [InlineData("https://example.org/moon?amp", "https://example.org/moon")]
    [InlineData("https://example.org/moon?outputType=amp&id=3", "https://example.org/moon?id=3")]
    [InlineData("https://example.org/moon?AMP=TRUE&id=3", "https://example.org/moon?id=3")]
    [InlineData("https://example.org/moon?format=amp", "https://example.org/moon")]
    [InlineData("https://example.org/moon?is_amp=1", "https://example.org/moon")]
    [InlineData("https://example.org/moon?amp_js_v=a6&amp_gsa=1&usqp=mq331", "https://example.org/moon")]
    [InlineData("https://example.org/moon?id=3&amp;utm_source=rss", "https://example.org/moon?id=3")]
    [InlineData("https://example.org/moon.amp.php", "https://example.org/moon.php")]
    [InlineData("https://example.org/2026/moon/amp.htm", "https://example.org/2026/moon")]
    [InlineData("https://www.amp.example.org/a", "https://www.example.org/a")]
    [InlineData("https://example-org.cdn.ampproject.org/c/example.org/moon", "http://example.org/moon")]
    [InlineData("https://example.org/amp", "https://example.org/amp")]
    [InlineData("https://example.org/amp/", "https://example.org/amp/")]
    [InlineData("https://example.org/guitar-amp", "https://example.org/guitar-amp")]
    [InlineData("https://example.org/guitar-amp/", "https://example.org/guitar-amp/")]
    [InlineData("https://example.org/guitar?amp=200", "https://example.org/guitar?amp=200")]
    [InlineData("https://example.org/guitar?format=amplifier", "https://example.org/guitar?format=amplifier")]
    [InlineData("https://example.org/guitar.amp.2026/parts", "https://example.org/guitar.amp.2026/parts")]
    [InlineData("https://camp.example.org/c/index.html/x", "https://camp.example.org/c/index.html/x")]
    [InlineData("https://example.org/campus/ample", "https://example.org/campus/ample")]
    [InlineData("https://www.google.com/amp/s/example.org/2026/moon/amp/", "https://example.org/2026/moon/")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/moon.amp.html?x=1", "https://example.org/moon.html?x=1")]
    // Ways out of search engines and networks.
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://example.org/moon%3Fid%3D1%26utm_source%3Dg&ct=ga", "https://example.org/moon?id=1")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fmoon%3Ffbclid%3Dz&h=AT0", "https://example.org/moon")]
    [InlineData("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Fmoon", "https://example.org/moon")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fl.example.com%2Fredirect%3Fto%3Dhttps%253A%252F%252Fexample.org%252Fmoon", "https://example.org/moon")]
    // What only looks like one.
    [InlineData("https://example.org/search?q=https://other.org/", "https://example.org/search?q=https://other.org/")]
    [InlineData("https://example.org/url?q=moon+landing", "https://example.org/url?q=moon+landing")]
    [InlineData("https://example.org/go?to=javascript:alert(1)", "https://example.org/go?to=javascript:alert(1)")]
    public void One_article_has_one_address(string found, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(found));
        Assert.Equal(canonical, CanonicalUrl.Of(canonical));
    }

    [Theory]
    [InlineData("https://m.example.org/a?utm_source=x#top", "https://m.example.org/a", true)]
    [InlineData("https://example.org/2026/moon/amp/", "https://example.org/2026/moon/amp/", true)]
    [InlineData("https://example.org/moon?amp=1", "https://example.org/moon?amp=1", true)]
    [InlineData("https://www.google.com/amp/s/example.org/2026/moon/", "https://example.org/2026/moon/", false)]
    [InlineData("https://me:mine@example.org:443/a?fbclid=x", "https://example.org/a", false)]
    [InlineData("https://example.org/a", "https://example.org/a", false)]
    public void Of_an_address_that_answers_nothing_is_guessed(string answered, string canonical, bool isGuess)
    {
        Assert.Equal(canonical, CanonicalUrl.OfAnswered(new Uri(answered)));
        Assert.Equal(isGuess, CanonicalUrl.IsGuess(new Uri(answered)));
    }

    [Theory]
    [InlineData("inbox:page.html")]
    [InlineData("not an address")]
    [InlineData("mailto:a@example.org")]
    public void What_is_no_web_address_stays(string text) => Assert.Equal(text, CanonicalUrl.Of($" {text} "));
}
