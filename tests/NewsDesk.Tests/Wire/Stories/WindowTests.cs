using NewsDesk.Tests.Wire.Stories.Invented;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

public class WindowTests
{
    private static readonly DateTimeOffset Start = new(2031, 5, 12, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_window_holds_no_more_articles_than_it_may()
    {
        var grouper = new StoryGrouper(new StorySettings { MaxArticles = 200 });
        var random = new Random(7);
        for (var i = 0; i < 800; i++)
        {
            var title = string.Join(' ', Enumerable.Range(0, 8).Select(_ => "Word" + random.Next(400)));
            grouper.Add(new StoryArticle("a" + i, title, null, "https://example.com/" + i, null, Start.AddMinutes(i)));
            Assert.True(grouper.Articles <= 200);
        }

        Assert.Null(grouper.FindStory("a0"));
        Assert.NotNull(grouper.FindStory("a799"));
        Assert.True(grouper.Terms <= 400, "words of forgotten articles are forgotten");
    }

    [Fact]
    public void What_is_older_than_the_window_is_forgotten()
    {
        var grouper = new StoryGrouper(new StorySettings { Window = TimeSpan.FromDays(10) });
        grouper.Add(new StoryArticle("old", "Ferry Queen Hild burns in Galt Strait", null, null, null, Start));
        for (var i = 0; i < 40; i++) grouper.Add(new StoryArticle("n" + i, $"Nothing happened in village {i}", null, null, null, Start.AddDays(20).AddHours(i)));
        Assert.Null(grouper.FindStory("old"));
    }

    [Fact]
    public void One_outlet_from_the_future_does_not_empty_the_window()
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < 40; i++) grouper.Add(new StoryArticle("n" + i, $"Nothing happened in village {i}", null, null, null, Start.AddHours(i)));
        for (var i = 0; i < 10; i++) grouper.Add(new StoryArticle("f" + i, $"Calendar entry {i}", null, null, null, Start.AddYears(30)));
        Assert.NotNull(grouper.FindStory("n0"));
    }

    [Fact]
    public void A_refilled_window_decides_as_the_one_that_was_never_stopped()
    {
        var articles = InventedStories.Read();
        var running = new StoryGrouper();
        var refilled = new StoryGrouper();
        foreach (var (article, _) in articles.Take(80)) running.Add(article);
        foreach (var (article, _) in articles.Take(80)) refilled.Restore(article, running.FindStory(article.Id)!.Value);
        foreach (var (article, _) in articles.Skip(80)) Assert.Equal(running.Add(article).Story, refilled.Add(article).Story);
    }

    [Fact]
    public void A_window_filled_with_what_was_kept_decides_as_one_filled_with_the_articles()
    {
        var articles = InventedStories.Read();
        var running = new StoryGrouper();
        var refilled = new StoryGrouper();
        foreach (var (article, _) in articles.Take(80))
        {
            var decision = running.Add(article);
            var kept = StorySketch.Read(decision.Sketch!.ToString());
            refilled.Restore(article.Id, kept!, article.Published, decision.Story);
        }

        foreach (var (article, _) in articles.Skip(80))
        {
            var (one, other) = (running.Add(article), refilled.Add(article));
            Assert.Equal((one.Story, one.IsNew, one.CopyOf), (other.Story, other.IsNew, other.CopyOf));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no sketch")]
    [InlineData("AAAA")]
    [InlineData("AQIAAAAAAAAAAAAAAAAAAAAAAAD//w==")]
    public void What_is_no_sketch_is_not_taken_for_one(string written) => Assert.Null(StorySketch.Read(written));

    [Fact]
    public void A_sketch_comes_back_as_it_was_written_and_a_cut_one_does_not()
    {
        var article = InventedStories.Read()[0].Article with { Url = "https://example.com/2031/05/airships-rent-out-computers", Language = "en-GB" };
        var written = StorySketch.Of(article, new StorySettings()).ToString();
        Assert.Equal(written, StorySketch.Read(written)!.ToString());
        Assert.Null(StorySketch.Read(written[..^4]));
    }

    [Fact]
    public void An_article_that_comes_again_keeps_its_story()
    {
        var grouper = new StoryGrouper();
        var article = new StoryArticle("a", "Ferry Queen Hild burns in Galt Strait", null, null, null, Start);
        var first = grouper.Add(article);
        var again = grouper.Add(article);
        Assert.Equal(first.Story, again.Story);
        Assert.False(again.IsNew);
        Assert.Equal(1, grouper.Articles);
    }

    [Fact]
    public void Articles_without_times_are_grouped_too()
    {
        var grouper = new StoryGrouper();
        var first = grouper.Add(new StoryArticle("a", "Ferry Queen Hild burns in Galt Strait", null, null, null, null));
        var second = grouper.Add(new StoryArticle("b", "Galt Strait: ferry Queen Hild on fire", null, null, null, null));
        Assert.Equal(first.Story, second.Story);
    }
}
