using NewsDesk.Wire.Sources.Known;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class KnownFeedsTests
{
    [Theory]
    [InlineData("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv")]
    [InlineData("https://m.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv")]
    [InlineData("https://www.youtube.com/playlist?list=PL1234567890ab", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1234567890ab")]
    [InlineData("https://www.youtube.com/watch?v=xyz&list=PL1234567890ab", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1234567890ab")]
    [InlineData("https://www.youtube.com/user/somebody", "https://www.youtube.com/feeds/videos.xml?user=somebody")]
    [InlineData("https://www.reddit.com/r/news/", "https://www.reddit.com/r/news/.rss")]
    [InlineData("https://old.reddit.com/r/news/top/?t=day", "https://www.reddit.com/r/news/top/.rss")]
    [InlineData("https://reddit.com/user/somebody", "https://www.reddit.com/user/somebody/.rss")]
    [InlineData("https://www.reddit.com/r/news/comments/abc/title/", "https://www.reddit.com/r/news/comments/abc/.rss")]
    [InlineData("https://github.com/dotnet/runtime", "https://github.com/dotnet/runtime/releases.atom")]
    [InlineData("https://github.com/dotnet/runtime.git", "https://github.com/dotnet/runtime/releases.atom")]
    [InlineData("https://github.com/dotnet/runtime/tree/main", "https://github.com/dotnet/runtime/commits/main.atom")]
    [InlineData("https://github.com/dotnet", "https://github.com/dotnet.atom")]
    [InlineData("https://mastodon.example/@somebody", "https://mastodon.example/@somebody.rss")]
    [InlineData("https://mastodon.example/users/somebody", "https://mastodon.example/@somebody.rss")]
    [InlineData("https://vimeo.com/somebody", "https://vimeo.com/somebody/videos/rss")]
    public void A_known_page_has_a_known_feed(string page, string feed) => Assert.Equal(feed, KnownFeeds.Of(new Uri(page))[0].Url);

    [Theory]
    [InlineData("https://www.youtube.com/@somebody")]
    [InlineData("https://github.com/features")]
    [InlineData("https://example.org/")]
    [InlineData("https://mastodon.example/@somebody@other.example")]
    [InlineData("https://vimeo.com/123456")]
    public void What_the_address_does_not_tell_is_left_to_the_page(string page) => Assert.Empty(KnownFeeds.Of(new Uri(page)));

    [Fact]
    public void A_channel_says_its_id_in_its_page() => Assert.Equal("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        Assert.Single(KnownFeeds.InPage(new Uri("https://www.youtube.com/@somebody"), """<script>{"externalId":"UCabcdefghijklmnopqrstuv"}</script>""")).Url);

    [Theory]
    [InlineData("example.org", "https://example.org/", "http://example.org/")]
    [InlineData(" <https://example.org/a> ", "https://example.org/a")]
    [InlineData("localhost:8080/feed", "https://localhost:8080/feed", "http://localhost:8080/feed")]
    [InlineData("feed:https://example.org/rss", "https://example.org/rss")]
    [InlineData("@somebody@mastodon.example", "https://mastodon.example/@somebody")]
    [InlineData("r/news", "https://www.reddit.com/r/news")]
    [InlineData("ftp://example.org/")]
    [InlineData("two words")]
    [InlineData("word")]
    [InlineData("")]
    public void What_is_pasted_is_understood_as_an_address(string pasted, params string[] addresses) =>
        Assert.Equal(addresses, PastedAddress.Read(pasted).Select(url => url.AbsoluteUri));
}
