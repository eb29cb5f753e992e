using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class ItemKeyTests
{
    [Fact]
    public void An_item_is_known_by_its_id_its_address_or_what_it_says()
    {
        FeedItem[] items =
        [
            new() { Id = "tag:1", Link = "https://e.org/1", Title = "One" },
            new() { Link = "https://e.org/2?utm_source=x", Title = "Two" },
            new() { Title = "Three", Content = "first" },
            new() { Content = "no title" },
        ];

        var keys = ItemKey.Of(items);

        Assert.Equal(("tag:1", "https://e.org/2"), (keys[0], keys[1]));
        Assert.Equal(keys[2], ItemKey.Of([items[2] with { Content = "edited" }])[0]);
        Assert.NotEqual(keys[3], ItemKey.Of([items[3] with { Content = "another" }])[0]);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public void An_id_that_a_feed_gives_to_everything_is_none()
    {
        var keys = ItemKey.Of([new() { Id = "0", Link = "https://e.org/1" }, new() { Id = "0", Link = "https://e.org/2" }, new() { Id = "a", Link = "https://e.org/3" }, new() { Id = "a", Link = "https://e.org/3" }]);

        Assert.Equal(["0 https://e.org/1", "0 https://e.org/2", "a", "a"], keys);
    }

    [Fact]
    public void An_edit_changes_the_hash()
    {
        var item = new FeedItem { Id = "1", Title = "Moon", Content = "Sold.", Published = DateTimeOffset.UnixEpoch };

        Assert.Equal(ItemKey.HashOf(item), ItemKey.HashOf(item with { }));
        Assert.NotEqual(ItemKey.HashOf(item), ItemKey.HashOf(item with { Content = "Unsold." }));
        Assert.NotEqual(ItemKey.HashOf(item), ItemKey.HashOf(item with { Updated = DateTimeOffset.UnixEpoch }));
    }

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("word", 200)) + ".";

    [Theory]
    [InlineData("A short summary.", true)]
    [InlineData("LONG", false)]
    [InlineData("LONG …", true)]
    [InlineData("LONG […]", true)]
    [InlineData("LONG Continue reading", true)]
    [InlineData("LONG Read more →", true)]
    [InlineData("LONG She wanted more", false)]
    public void A_teaser_is_told_from_an_article(string text, bool isTeaser) =>
        Assert.Equal(isTeaser, Teasers.IsTeaser(new FeedItem { Title = "Moon", Link = "https://e.org/" }, text.Replace("LONG", Long, StringComparison.Ordinal)));

    [Fact]
    public void A_message_without_a_headline_a_film_and_an_item_without_a_page_are_what_they_are()
    {
        Assert.False(Teasers.IsTeaser(new FeedItem { Link = "https://e.org/" }, "Hello"));
        Assert.False(Teasers.IsTeaser(new FeedItem { Title = "Film", Link = "https://e.org/", Enclosures = [new("https://e.org/a.mp4", "video/mp4", null)] }, ""));
        Assert.False(Teasers.IsTeaser(new FeedItem { Title = "Moon" }, "Sold."));
        Assert.True(Teasers.IsTeaser(new FeedItem { Title = "Picture", Link = "https://e.org/", Enclosures = [new("https://e.org/a.jpg", "image/jpeg", null)] }, ""));
    }
}
