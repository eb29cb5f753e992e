using NewsDesk.Tests.Wire.Stories.Invented;
using NewsDesk.Wire.Stories;
using NewsDesk.Wire.Stories.Telling;

namespace NewsDesk.Tests.Wire.Stories.Telling;

public class StoryTellingTests
{
    private static readonly HashSet<string> None = [];

    private static StoryArticle Article(string id, string title, string? text = null, string? url = null, string? publisher = null) => new(id, title, text, url, publisher, null);

    [Fact]
    public void The_most_central_headline_is_the_title()
    {
        var telling = StoryTelling.Of([
            Article("1", "Well, that was loud", "The ferry Saint Oda hit the pier at Merrow."),
            Article("2", "Ferry Saint Oda hits pier at Merrow", "Passengers were hurt when the ferry hit the pier."),
            Article("3", "What we know about Merrow", "The ferry Saint Oda hit the pier."),
        ], None);
        Assert.Equal("2", telling.TitleArticle);
    }

    [Fact]
    public void The_extract_is_made_of_sentences_as_they_stand_each_from_another_outlet()
    {
        foreach (var story in InventedStories.Read().GroupBy(one => one.Story, StringComparer.Ordinal))
        {
            var articles = story.Select(one => one.Article).ToList();
            var telling = StoryTelling.Of(articles, None);
            Assert.InRange(telling.Extract.Count, 0, 3);
            Assert.All(telling.Extract, told => Assert.Contains(told.Sentence, articles.Single(article => article.Id == told.Article).Text!, StringComparison.Ordinal));
            Assert.Equal(telling.Extract.Count, telling.Extract.Select(told => told.Article).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Words_that_one_outlet_alone_uses_are_set_off()
    {
        var telling = StoryTelling.Of([
            Article("1", "Ferry hits pier at Merrow", "Thirty were hurt.", publisher: "One"),
            Article("2", "Ferry just flipped the script on Merrow’s pier", "Thirty were hurt.", publisher: "Two"),
        ], None);
        var parts = HeadlineSpin.Parts("Ferry just flipped the script on Merrow’s pier", telling.OwnWords["2"]);
        Assert.Equal(["flipped", "script"], parts.Where(part => part.IsOwn).Select(part => part.Text));
        Assert.Equal("Ferry just flipped the script on Merrow’s pier", string.Concat(parts.Select(part => part.Text)));
        Assert.Equal([new HeadlinePart("مجلس عالق", false)], HeadlineSpin.Parts("مجلس عالق", []));
    }

    [Fact]
    public void One_outlet_alone_and_another_language_spin_nothing()
    {
        var telling = StoryTelling.Of([
            Article("1", "Ferry hits the pier at Merrow and it is loud", "The ferry has hit the pier, and thirty people were hurt.", publisher: "One"),
            Article("2", "Fähre rammt die Mole von Merrow", "Die Fähre hat die Mole gerammt, und dreißig Menschen wurden verletzt.", publisher: "Two"),
        ], None);
        Assert.Empty(telling.OwnWords);
    }

    [Theory]
    [InlineData("https://www.example.org/a", "https://sport.example.org/b", true)]
    [InlineData("https://news.example.co.uk/a", "https://example.co.uk/b", true)]
    [InlineData("https://one.co.uk/a", "https://two.co.uk/b", false)]
    [InlineData("https://one.example/a", "https://two.example/b", false)]
    [InlineData("http://127.0.0.1/a", "http://127.0.0.2/b", false)]
    public void Feeds_of_one_house_are_one_outlet(string one, string other, bool same) =>
        Assert.Equal(same, Outlet.KeyOf(Article("1", "A", url: one, publisher: "Feed A")) == Outlet.KeyOf(Article("2", "B", url: other, publisher: "Feed B")));

    [Fact]
    public void Pages_without_an_address_are_told_apart_by_their_publisher_or_not_at_all()
    {
        Assert.Equal(Outlet.KeyOf(Article("1", "A", publisher: "Ground Fault")), Outlet.KeyOf(Article("2", "B", publisher: "ground fault")));
        Assert.NotEqual(Outlet.KeyOf(Article("1", "A")), Outlet.KeyOf(Article("2", "B")));
    }

    [Fact]
    public void Breadth_outranks_freshness_by_half_a_day_a_doubling()
    {
        var noon = new DateTimeOffset(2031, 5, 12, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(StoryRank.Of(noon, [1, 1]), StoryRank.Of(noon.AddHours(12), [1]));
        Assert.True(StoryRank.Of(noon, [1, 1, 1, 1]) > StoryRank.Of(noon.AddHours(23), [1]));
        Assert.True(StoryRank.Of(noon, [3, 1]) > StoryRank.Of(noon, [1, 1, 1]), "the desk's weights count");
        Assert.True(StoryRank.Of(noon, [0]) < StoryRank.Of(noon, [1]));
    }
}
