using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

public class EditorsDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 12, 12, 0, 0, TimeSpan.Zero);
    private int _minutes;

    private StoryArticle Article(string id, string title, string? text = null) => new(id, title, text, null, null, Noon.AddMinutes(_minutes++));

    [Fact]
    public void What_was_moved_stays_and_its_copies_follow()
    {
        const string text = "The Queen Hild burnt out in the Galt Strait early on Wednesday, and all 112 people on board left the ship in lifeboats, said the owner Galt Passage in a statement.";
        var grouper = new StoryGrouper();
        var home = grouper.Add(Article("1", "Fire on ferry Queen Hild in Galt Strait")).Story;
        Assert.Equal(home, grouper.Add(Article("2", "Ferry Queen Hild burns in Galt Strait", text)).Story);
        var elsewhere = grouper.Move("2", null);
        Assert.NotNull(elsewhere);
        Assert.NotEqual(home, elsewhere);
        Assert.Equal(elsewhere, grouper.Add(Article("3", "Ferry Queen Hild on fire in Galt Strait", text)).Story);
        for (var i = 0; i < 20; i++) grouper.Add(Article("more" + i, $"Ferry Queen Hild fire in Galt Strait: day {i}"));
        Assert.Equal(elsewhere, grouper.FindStory("2"));
        Assert.NotEqual(grouper.FindStory("1"), grouper.FindStory("2"));
    }

    [Fact]
    public void A_split_never_heals_by_itself()
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < 6; i++) grouper.Add(Article("q" + i, $"Earthquake shakes Osmar province, report {i}"));
        var first = grouper.FindStory("q0")!.Value;
        var second = grouper.Split(first, ["q3", "q4", "q5"]);
        for (var i = 0; i < 30; i++)
        {
            var decision = grouper.Add(Article("late" + i, $"Earthquake shakes Osmar province, late report {i}"));
            Assert.Empty(decision.Merges);
        }

        Assert.Equal(first, grouper.FindStory("q0"));
        Assert.Equal(second, grouper.FindStory("q3"));
    }

    [Fact]
    public void Merged_stories_are_one_for_all_that_comes()
    {
        var grouper = new StoryGrouper();
        var roof = grouper.Add(Article("1", "Vellory opera house shut after plaster falls")).Story;
        var panda = grouper.Add(Article("2", "Red panda Biscuit escapes zoo")).Story;
        Assert.NotEqual(roof, panda);
        grouper.Merge(panda, roof);
        Assert.Equal(roof, grouper.FindStory("2"));
        Assert.Equal(roof, grouper.Add(Article("3", "Red panda Biscuit still missing from zoo")).Story);
    }

    [Fact]
    public void Merging_after_a_split_lets_the_two_meet_again()
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < 4; i++) grouper.Add(Article("q" + i, $"Earthquake shakes Osmar province, report {i}"));
        var first = grouper.FindStory("q0")!.Value;
        var second = grouper.Split(first, ["q2", "q3"]);
        grouper.Merge(second, first);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(first, grouper.FindStory("q" + i)));
    }

    [Fact]
    public void An_article_that_the_window_does_not_know_cannot_be_moved()
    {
        Assert.Null(new StoryGrouper().Move("nobody", 7));
    }

    [Fact]
    public void What_editors_parted_stays_parted_after_a_restart()
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < 6; i++) grouper.Restore(Article("q" + i, $"Earthquake shakes Osmar province, report {i}"), i < 3 ? 11 : 12, pinned: i >= 3);
        grouper.KeepApart(11, 12);
        for (var i = 0; i < 30; i++) Assert.Empty(grouper.Add(Article("late" + i, $"Earthquake shakes Osmar province, late report {i}")).Merges);
        Assert.Equal(11, grouper.FindStory("q0"));
        Assert.Equal(12, grouper.FindStory("q3"));
    }
}
