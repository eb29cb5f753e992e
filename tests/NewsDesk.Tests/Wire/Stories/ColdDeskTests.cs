using NewsDesk.Tests.Wire.Stories.Invented;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

/// <summary>A desk that has just opened knows no word's rarity: it must group the few articles that it has all the same, in whatever order they come.</summary>
public class ColdDeskTests
{
    [Theory]
    [InlineData(2, 0.95)]
    [InlineData(3, 0.95)]
    [InlineData(8, 0.95)]
    [InlineData(40, 0.93)]
    public void A_new_desk_tells_a_few_stories_apart_in_any_order(int stories, double atLeast)
    {
        var all = InventedStories.Read();
        var (together, right, wanted) = (0, 0, 0);
        for (var draw = 0; draw < 400 / stories; draw++)
        {
            var random = new Random(draw);
            var names = all.Select(one => one.Story).Distinct(StringComparer.Ordinal).ToArray();
            random.Shuffle(names);
            var chosen = all.Where(one => names.AsSpan(0, stories).Contains(one.Story)).ToArray();
            random.Shuffle(chosen);
            var grouper = new StoryGrouper();
            foreach (var (article, _) in chosen) grouper.Add(article);
            for (var i = 0; i < chosen.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var same = chosen[i].Story == chosen[j].Story;
                    if (same) wanted++;
                    if (grouper.FindStory(chosen[i].Article.Id) != grouper.FindStory(chosen[j].Article.Id)) continue;
                    together++;
                    if (same) right++;
                }
            }
        }

        var f1 = 2.0 * right / (together + wanted);
        Assert.True(f1 >= atLeast, $"pairwise F1 {f1:0.000}: {right} right of {together} joined and {wanted} wanted");
    }

    [Fact]
    public void Long_pieces_about_one_event_meet_over_names_and_sums_and_others_do_not_over_common_talk()
    {
        const string talk = """
            There is much talk of data these days, and of the companies that sell it. Every business wants data, every business has a platform, and every platform promises growth.
            The data grows, the platform grows, and the business pays for both. Whoever asks what the data is for is told that data is for growth, and that growth is for the platform.
            Consultants speak of a journey. The journey begins with data, goes on with a platform and ends with a business that needs another journey. Customers are somewhere on the way.
            A good platform knows its customers. A better one knows what they want before they do. The best one knows what they would have wanted had there been no platform at all. Data, platform, business, customers, growth:
            the words return like guests who have forgotten a hat. Nobody minds, since the hat is on the invoice. In the end the customers grow, the data pays, and the platform wants a business of its own.
            """;
        const string deal = """
            Nobody on Crake Street had heard of Quillane when the men with the measuring tapes came. By the evening everybody had, since Quillane was about to pay $7.4 billion to Marrowby Pipes for the echo in its empty drains.
            Marrowby has drains under forty towns, and in most of them nothing flows any more. Quillane wants the echo. Its founder says that an echo is the purest form of an answer, and that $7.4 billion is little for all the answers
            of a country. Marrowby has no opinion on echoes; it has an opinion on $7.4 billion. The plumbers of Marrowby were not asked. One of them, who has listened to the drains for thirty years, says that what comes back is never quite
            what was sent. Quillane calls that a feature. Whether Marrowby may sell what it does not own is a question for a court, and the court, in an old house on Crake Street, has drains of its own that belong to Marrowby too.
            """;
        const string analysis = """
            The arrangement between Quillane and Marrowby Pipes has been described as a purchase of sound. It is better understood as a lease of capacity. Under its terms Quillane will pay up to $7.4 billion over nine years, and Marrowby will keep
            its drains dry for as long. Two hundred and six gauges, installed at the cost of Marrowby, are to certify the silence in which an echo can form. Analysts have asked what Quillane will do with it. The filing is brief on this point.
            What is certain is that Marrowby gains an income from an asset that had none, and that Quillane gains a supply that no rival can copy, since there is no second network of empty drains of this length. The regulator has ninety days.
            Precedents are few: a lighthouse once sold its shadow, and the case was settled. Until then the price of $7.4 billion remains what the parties say it is, and the echo remains where it was.
            """;
        var grouper = new StoryGrouper();
        var first = grouper.Add(new StoryArticle("1", "The answer under the street", deal, null, null, null)).Story;
        var chatter = grouper.Add(new StoryArticle("2", "Why every business needs a platform", talk, null, null, null)).Story;
        Assert.Equal(first, grouper.Add(new StoryArticle("3", "Leasing silence: a reading of the terms", analysis, null, null, null)).Story);
        Assert.NotEqual(first, chatter);
        var road = talk.Replace("journey", "road", StringComparison.Ordinal).Replace("Consultants", "Advisers", StringComparison.Ordinal).Replace("hat", "coat", StringComparison.Ordinal);
        Assert.NotEqual(first, grouper.Add(new StoryArticle("4", "Growing with your customers", road, null, null, null)).Story);
    }
}
