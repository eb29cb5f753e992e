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

    private static readonly FeedItem Old = new() { Title = "Correction", Content = "The moon." };
    private static readonly FeedItem New = new() { Title = "Correction", Content = "The sun." };

    [Fact]
    public void Nameless_items_of_one_title_are_several_and_each_stays_itself_round_after_round()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var oldKey = Assert.Single(Round(Old));

        var both = Round(New, Old);
        Assert.Equal((2, oldKey), (both.Distinct().Count(), both[1]));
        Assert.Equal(both, Round(New, Old));
        Assert.Equal(both.Reverse(), Round(Old, New));
        // An edit of the one that is known by its title, beside the other.
        Assert.Equal(both, Round(New, Old with { Content = "The moon, edited." }));
        // The elder leaves, the younger stays what it was; and a third is another again.
        Assert.Equal([both[0]], Round(New));
        Assert.Equal([oldKey], Round(Old with { Content = "The moon, edited." }));
        Assert.Equal(3, Round(New with { Content = "The star." }, New, Old with { Content = "The moon, edited." }).Append(oldKey).Distinct().Count());

        IReadOnlyList<string> Round(params FeedItem[] items)
        {
            var keys = ItemKey.TellApart(items, ItemKey.Of(items), key => known.GetValueOrDefault(key));
            foreach (var (place, item) in items.Index()) known[keys[place]] = ItemKey.HashOf(item);
            return keys;
        }
    }

    [Fact]
    public void Two_of_one_title_that_are_new_together_are_two_and_the_same_twice_is_one()
    {
        FeedItem[] items = [New, Old, Old];

        var keys = ItemKey.TellApart(items, ItemKey.Of(items), _ => null);

        Assert.NotEqual(keys[0], keys[1]);
        Assert.Equal(keys[1], keys[2]);
        Assert.Equal(2, ItemKey.SecondOf([New, Old, new FeedItem { Id = "1" }, new FeedItem { Link = "https://e.org/" }]).Count);
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
