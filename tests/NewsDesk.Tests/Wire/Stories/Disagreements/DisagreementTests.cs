using NewsDesk.Tests.Wire.Stories.Invented;
using NewsDesk.Wire.Stories;
using NewsDesk.Wire.Stories.Disagreements;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Tests.Wire.Stories.Disagreements;

public class DisagreementTests
{
    /// <summary>Every row of the sample stories: the story, and its versions in order of telling.</summary>
    [Theory]
    [InlineData("lumenor buys compute from drift harbor", "$4.2 billion | $4.2bn UpTo")]
    [InlineData("merrow ferry collision", "Thirty-one passengers | 28 people AtLeast")]
    [InlineData("quake near osmar", "5.4 | 5.6")]
    [InlineData("vellory orchestra", "five seasons | four seasons")]
    [InlineData("halden bank breakdown", "six hours | seven hours")]
    [InlineData("drug approval", "44 percent | 41 percent")]
    [InlineData("whitby transfer", "24 million crowns | 26 million crowns")]
    [InlineData("airport drone closure", "7,000 passengers About | 9,000 passengers About")]
    [InlineData("cyber attack on city", "$2 million | 2.5 million dollars")]
    [InlineData("school meals fraud", "")]
    [InlineData("kestrel motors recall", "")]
    [InlineData("belmarch finance minister resigns", "")]
    [InlineData("zoo escape", "")]
    [InlineData("novel prize", "")]
    public void Figures_of_the_sample_stories_are_disputed_as_written(string story, string expected)
    {
        var rows = StoryDisagreements.Of(InventedStories.Of(story)).Figures;
        Assert.Equal(expected, string.Join(" || ", rows.Select(row => string.Join(" | ", row.Versions.Select(Told)))));
    }

    private static string Told(FigureVersion version) =>
        version.Figure.Hedge == Hedge.None ? version.Figure.Text : $"{version.Figure.Text} {version.Figure.Hedge}";

    [Fact]
    public void Who_pays_whom_is_set_side_by_side()
    {
        var found = StoryDisagreements.Of(InventedStories.Of("lumenor buys compute from drift harbor"));
        Assert.Contains(found.Deeds, deed => deed is { Act: Act.Pays, Who: "Drift Harbor", Whom: "Lumenor" });
        Assert.Contains(found.Deeds, deed => deed.Act == Act.Pays && deed.Who.EndsWith("Lumenor", StringComparison.Ordinal));
        Assert.Empty(StoryDisagreements.Of(InventedStories.Of("zoo escape")).Deeds);
    }

    [Fact]
    public void An_expert_whom_one_article_knows_is_only_there()
    {
        var expert = Assert.Single(StoryDisagreements.Of(InventedStories.Of("lumenor buys compute from drift harbor")).Experts);
        Assert.Equal("Victor Halloway", expert.What);
        Assert.Equal("analyst at Penrose & Stitch", expert.Role);
    }

    [Fact]
    public void What_one_article_rules_out_is_kept()
    {
        var denial = Assert.Single(StoryDisagreements.Of(InventedStories.Of("lumenor buys compute from drift harbor")).Denials);
        Assert.Equal("no equity investment, no acquisition", denial.What);
    }

    [Fact]
    public void The_same_words_in_two_mouths_are_disputed()
    {
        StoryArticle[] articles =
        [
            new("1", "Crash", "\"We should have laid her up,\" said the company's director, Tomas Eskeland.", null, null, null),
            new("2", "Crash", "“We should have laid her up”, said Hanne Vik.", null, null, null),
            new("3", "Crash", "Eskeland said: \"We should have laid her up.\"", null, null, null),
        ];
        var quote = Assert.Single(StoryDisagreements.Of(articles).Quotes);
        Assert.Equal("Tomas Eskeland, Hanne Vik", string.Join(", ", quote.Versions.Select(version => version.Speaker)));
        Assert.Empty(StoryDisagreements.Of([articles[0], articles[2]]).Quotes);
    }

    [Fact]
    public void Scale_and_rounding_make_no_dispute()
    {
        StoryArticle[] articles =
        [
            new("1", "Deal", "The deal is worth $6.3 billion.", null, null, null),
            new("2", "Deal", "Der Auftrag ist 6,3 Milliarden Dollar wert.", null, null, null),
            new("3", "Deal", "The deal is worth about $6 billion.", null, null, null),
        ];
        Assert.Empty(StoryDisagreements.Of(articles).Figures);
    }

    [Fact]
    public void The_sums_of_two_headlines_are_about_the_same_whatever_else_their_articles_count()
    {
        StoryArticle[] articles =
        [
            new("1", "Norlink to buy rival Fjordtrans for 240 million crowns", "Fjordtrans made a loss of 12 million crowns last year.", null, null, null),
            new("2", "Fjordtrans sold: Norlink pays up to 260 million crowns", "Of these, 40 million crowns hang on next year's passengers.", null, null, null),
            new("3", "Islands fear higher fares", "A monthly ticket costs 640 crowns, and 230 million crowns were lent by the state.", null, null, null),
        ];
        var row = Assert.Single(StoryDisagreements.Of(articles).Figures);
        Assert.Equal("240 million crowns | 260 million crowns UpTo", string.Join(" | ", row.Versions.Select(Told)));
    }

    [Fact]
    public void A_day_that_differs_is_disputed_and_two_days_that_lie_far_apart_are_two_things()
    {
        StoryArticle[] articles =
        [
            new("1", "Jobs to go", "The union called its members to a vote on 14 June.", null, null, null),
            new("2", "Steel in trouble", "On 15 June the members vote on what to do.", null, null, null),
            new("3", "Steel again", "The union last called its members to a vote on 3 February.", null, null, null),
        ];
        var row = Assert.Single(StoryDisagreements.Of(articles).Figures);
        Assert.Equal("14 June | 15 June", string.Join(" | ", row.Versions.Select(Told)));
    }

    [Theory]
    [InlineData("She came in too fast, says Tor Vik, a naval engineer at the Aldersund Institute who has read the signals.", "naval engineer at the Aldersund Institute")]
    [InlineData("\"It is a start,\" said Nora Quist, an analyst at Belt & Sons. Others disagree.", "analyst at Belt & Sons")]
    [InlineData("The slope will move again, warns Ada Lund, a volcanologist.", "volcanologist")]
    [InlineData("“I ran,” said Karin Oster, an engineer who lives next door.", null)]
    public void An_expert_is_one_by_trade_or_by_where_they_work(string sentence, string? role)
    {
        StoryArticle[] articles = [new("1", "Crash", sentence, null, null, null), new("2", "Crash", "It crashed.", null, null, null), new("3", "Crash", "It did crash.", null, null, null)];
        Assert.Equal(role, StoryDisagreements.Of(articles).Experts.SingleOrDefault()?.Role);
    }
}
