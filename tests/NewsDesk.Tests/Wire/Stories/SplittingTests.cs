using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

/// <summary>Two alike events are easily taken for one while there is little yet to tell them apart.</summary>
public class SplittingTests
{
    private static readonly DateTimeOffset Monday = new(2031, 5, 12, 8, 0, 0, TimeSpan.Zero);

    /// <summary>In turns of the one keeper and of the other; with the first two nothing but a name differs.</summary>
    private static readonly (string Title, string Text)[] Alike =
    [
        ("Otters put keeper Tomas Birk on the injured list", "The Sandry Otters placed their keeper Tomas Birk on the injured list; Birk broke a thumb."),
        ("Otters put keeper Jon Haverly on the injured list", "The Sandry Otters placed their keeper Jon Haverly on the injured list; Haverly broke a thumb."),
        ("Injured keeper Tomas Birk lost for the season, Otters say", "The Sandry Otters lose their keeper Tomas Birk for the season, for Birk has a broken thumb."),
        ("Injured keeper Jon Haverly lost for the season, Otters say", "The Sandry Otters lose their keeper Jon Haverly for the season, for Haverly has a broken thumb."),
        ("Otters keeper Tomas Birk on injured list", "With Tomas Birk the Sandry Otters lose a keeper; a broken thumb puts Birk on the injured list."),
        ("Otters keeper Jon Haverly on injured list", "With Jon Haverly the Sandry Otters lose a keeper; a broken thumb puts Haverly on the injured list."),
        ("No more of Tomas Birk this season", "The Otters' keeper Tomas Birk is on the injured list; surgeons have looked at Birk's thumb."),
    ];

    /// <summary>The same for other tests, in order of arrival.</summary>
    internal static IReadOnlyList<StoryArticle> Articles => [.. Enumerable.Range(0, Alike.Length).Select(Article)];

    private static StoryArticle Article(int number) => new("a" + number, Alike[number].Title, Alike[number].Text, null, "Outlet " + number, Monday.AddMinutes(10 * number));

    [Fact]
    public void Two_alike_events_that_began_as_one_story_are_parted_and_the_decision_tells_who_went_where()
    {
        var grouper = new StoryGrouper();
        var places = new Dictionary<string, long>(StringComparer.Ordinal);
        var parted = 0;
        for (var number = 0; number < Alike.Length; number++)
        {
            var decision = grouper.Add(Article(number));
            places["a" + number] = decision.Story;
            foreach (var (from, into) in decision.Merges.Select(merge => (merge.From, merge.Into)))
            {
                foreach (var id in places.Where(one => one.Value == from).Select(one => one.Key).ToList()) places[id] = into;
            }

            foreach (var split in decision.Splits)
            {
                parted++;
                Assert.All(split.Articles, id => Assert.True(places[id] == split.From || places[id] == split.Into));
                foreach (var id in split.Articles) places[id] = split.Into;
            }
        }

        Assert.Equal(1, parted);
        Assert.All(places, one => Assert.Equal(one.Value, grouper.FindStory(one.Key)));
        Assert.Single(Enumerable.Range(0, Alike.Length).Where(number => number % 2 == 0).Select(number => places["a" + number]).Distinct());
        Assert.Single(Enumerable.Range(0, Alike.Length).Where(number => number % 2 == 1).Select(number => places["a" + number]).Distinct());
        Assert.NotEqual(places["a0"], places["a1"]);
    }

    [Fact]
    public void What_an_editor_put_together_is_not_parted()
    {
        var grouper = new StoryGrouper();
        var story = grouper.Add(Article(0)).Story;
        for (var number = 1; number < Alike.Length; number++)
        {
            grouper.Add(Article(number));
            grouper.Move("a" + number, story);
        }

        Assert.All(Enumerable.Range(0, Alike.Length), number => Assert.Equal(story, grouper.FindStory("a" + number)));
    }
}
