using NewsDesk.Tests.Wire.Stories.Invented;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

public class GroupingTests
{
    private static readonly DateTimeOffset Monday = new(2031, 5, 12, 8, 0, 0, TimeSpan.Zero);

    private static StoryArticle Article(string id, string title, string? text = null, double hours = 0) =>
        new(id, title, text, null, null, Monday.AddHours(hours));

    [Fact]
    public void The_invented_stories_come_out_as_they_were_written()
    {
        var articles = InventedStories.Read();
        var grouper = new StoryGrouper();
        var found = articles.Select(one => grouper.Add(one.Article).Story).ToList();

        var (together, right, wanted) = (0, 0, 0);
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var same = articles[i].Story == articles[j].Story;
                if (same) wanted++;
                if (found[i] != found[j]) continue;
                together++;
                if (same) right++;
            }
        }

        Assert.Equal(40, articles.Select(one => one.Story).Distinct(StringComparer.Ordinal).Count());
        var f1 = 2.0 * right / (together + wanted);
        Assert.True(f1 >= 0.95, $"pairwise F1 {f1:0.000}: {right} right of {together} joined and {wanted} wanted");
    }

    [Fact]
    public void The_same_articles_always_give_the_same_decisions()
    {
        var articles = InventedStories.Read();
        var one = new StoryGrouper();
        var other = new StoryGrouper();
        foreach (var (article, _) in articles)
        {
            var (first, second) = (one.Add(article), other.Add(article));
            Assert.Equal(first.Story, second.Story);
            Assert.Equal(first.Reasons, second.Reasons);
        }
    }

    [Fact]
    public void An_article_is_decided_without_those_that_come_after_it()
    {
        var articles = InventedStories.Read();
        var all = new StoryGrouper();
        var whole = articles.Select(one => all.Add(one.Article).Story).ToList();
        var half = new StoryGrouper();
        Assert.Equal(whole.Take(60), articles.Take(60).Select(one => half.Add(one.Article).Story));
    }

    [Fact]
    public void Headlines_alone_are_enough()
    {
        var grouper = new StoryGrouper();
        var first = grouper.Add(Article("1", "Chestwick to buy Fennimore to create world's biggest plum supplier"));
        var other = grouper.Add(Article("2", "Heavy rain floods cellars in Sandry", hours: 1));
        var second = grouper.Add(Article("3", "Fennimore and Chestwick agree plum merger", hours: 2));
        Assert.Equal(first.Story, second.Story);
        Assert.NotEqual(first.Story, other.Story);
        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
    }

    [Fact]
    public void A_decision_names_what_joined_it()
    {
        var grouper = new StoryGrouper();
        grouper.Add(Article("1", "Chestwick to buy Fennimore to create world's biggest plum supplier"));
        var joined = grouper.Add(Article("2", "Fennimore and Chestwick agree plum merger", hours: 2));
        Assert.Contains(joined.Reasons, reason => reason is { Term: "fennimore", Weight: > 0 });
        Assert.Contains(joined.Reasons, reason => reason is { Feature: "threshold", Weight: < 0 });
        Assert.True(joined.Reasons.Sum(reason => reason.Weight) >= 0);
    }

    [Fact]
    public void The_words_of_an_address_make_up_for_a_headline_that_tells_nothing()
    {
        var grouper = new StoryGrouper();
        var first = grouper.Add(Article("1", "Chestwick to buy Fennimore to create world's biggest plum supplier"));
        var second = grouper.Add(Article("2", "So that happened", hours: 1) with { Url = "https://example.com/2031/05/chestwick-buys-fennimore-plum-supplier.html" });
        Assert.Equal(first.Story, second.Story);
    }

    [Fact]
    public void Two_alike_events_with_other_names_are_two_stories()
    {
        var grouper = new StoryGrouper();
        var smith = grouper.Add(Article("1", "Matti Salo is named as the new Time Doctor", "The actor Matti Salo will play the Time Doctor in the old series."));
        var again = grouper.Add(Article("2", "Little-known actor Matti Salo becomes the new Time Doctor", "Fans know little of Matti Salo, who will play the Time Doctor.", 1));
        var capal = grouper.Add(Article("3", "Petra Calderon cast as the new Time Doctor", "The choice of Petra Calderon for the series came as a surprise to Yorick Dunn.", 2));
        Assert.Equal(smith.Story, again.Story);
        Assert.NotEqual(smith.Story, capal.Story);
    }

    [Fact]
    public void The_same_words_after_a_silence_open_a_follow_up()
    {
        var grouper = new StoryGrouper(new StorySettings { Quiet = TimeSpan.FromDays(4) });
        var before = grouper.Add(Article("1", "Magnitude 5.4 earthquake shakes Osmar province"));
        var within = grouper.Add(Article("2", "Strong earthquake shakes Osmar province", hours: 5));
        var after = grouper.Add(Article("3", "Magnitude 5.4 earthquake shakes Osmar province", hours: 24 * 9));
        Assert.Equal(before.Story, within.Story);
        Assert.Null(within.Follows);
        Assert.True(after.IsNew);
        Assert.Equal(before.Story, after.Follows);
    }

    [Fact]
    public void A_follow_up_is_known_by_what_it_shares_however_long_it_was_silent()
    {
        var grouper = new StoryGrouper();
        var crash = grouper.Add(Article("1", "Fourteen hurt as ferry Marit Dahl rams pier at Kirkvoe",
            "Fourteen people were injured when the car ferry Marit Dahl struck the stone pier at Kirkvoe while coming in to berth. Norlink, which runs the line, said it knew of no faults."));
        string[] others = ["Herring prices climb as storms keep boats in Selby harbour", "Pension fund Alba sells its towers in Brunn", "Skier Ana Holt breaks her wrist", "Hestnes choir wins a prize in Tarn"];
        var unrelated = others.Select((title, at) => grouper.Add(Article("o" + at, title, hours: (24 * 8) + at))).ToList();
        var inquiry = grouper.Add(Article("2", "Captain was not on the bridge, Marit Dahl inquiry finds",
            "The captain of the Marit Dahl was below deck when the ferry struck the pier at Kirkvoe last week, the accident board said. Norlink has suspended him.", 24 * 9));
        Assert.True(inquiry.IsNew);
        Assert.Equal(crash.Story, inquiry.Follows);
        Assert.All(unrelated, other => Assert.Null(other.Follows));
    }

    [Fact]
    public void A_link_to_an_article_of_a_story_joins_it()
    {
        var grouper = new StoryGrouper();
        var original = grouper.Add(Article("1", "Drift Harbor to rent Lumenor its data centres", "The contract runs for five years.") with { Url = "https://www.example.com/deal?utm_source=feed" });
        var unlinked = grouper.Add(Article("2", "A word on weather", "Children, it rains again, and nobody brought a hat.", 3));
        var linked = grouper.Add(Article("3", "Who let the landlord fly", "Gather round again: somebody has a tenant.", 4) with { Links = ["http://example.com/deal"] });
        Assert.Equal(original.Story, linked.Story);
        Assert.Contains(linked.Reasons, reason => reason.Feature == "link");
        Assert.NotEqual(original.Story, unlinked.Story);
    }

    [Fact]
    public void Languages_meet_over_rare_names_and_figures_only()
    {
        var grouper = new StoryGrouper();
        var english = grouper.Add(Article("1", "Kessler closes pump plant in Neustett", "The pump maker Kessler will close its plant in Neustett, and the 640 workers who are there will lose their jobs, said Jutta Maas."));
        var german = grouper.Add(Article("2", "Kessler schließt das Werk in Neustett", "Der Hersteller Kessler schließt das Werk in Neustett und die 640 Beschäftigten verlieren ihre Arbeit, sagte Jutta Maas.", 1));
        var other = grouper.Add(Article("3", "Ein Wolf am See", "Der Wolf hat auf der Wiese bei Neustett elf Schafe gerissen, und die Bauern sind nicht froh.", 2));
        Assert.Equal(english.Story, german.Story);
        Assert.NotEqual(english.Story, other.Story);
    }

    [Fact]
    public void Junk_is_taken_and_stays_small()
    {
        var grouper = new StoryGrouper();
        string[] junk = ["", " ", "<<<<<<<<", "&#0;&#x10FFFF;&bogus;", new string('x', 1_000_000), new string('-', 100_000),
            string.Concat(Enumerable.Repeat("1.", 50_000)), "\ud800 lonely surrogate", "日本で地震、津波の心配なし"];
        foreach (var (text, number) in junk.Select((text, number) => (text, number)))
            Assert.True(grouper.Add(Article("junk" + number, text, text)).Story > 0);
    }
}
