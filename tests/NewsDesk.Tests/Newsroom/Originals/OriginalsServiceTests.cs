namespace NewsDesk.Tests.Newsroom.Originals;

/// <summary>What a post answers and the archive does not know is fetched, kept, and fills the post's card.</summary>
public sealed class OriginalsServiceTests
{
    [Fact]
    public async Task An_unknown_original_is_fetched_and_the_post_is_printed_again_with_its_card()
    {
        await using var herald = await Herald.OpenAsync();
        await using var desk = new Desk(("allow-networks", "127.0.0.1"), ("host-delay", "0"), ("gather", "true"));
        await desk.ReadAsync("/");

        desk.With("posts/moon.md", Samples.Post("We bought it", "date: 2026-11-05", "slug: moon", $"originals: [{herald.Moon}]") + "\n\n::: original 1\n:::\n");

        var page = await desk.ReadUntilAsync("/2026/11/moon", page => page.Contains("The Lantern", StringComparison.Ordinal));
        Assert.Contains("Moon: sold", page, StringComparison.Ordinal);
        Assert.Equal(1, herald.Asked);
    }

    [Fact]
    public async Task What_a_text_cites_or_shows_is_fetched_too_and_both_are_filled_in()
    {
        await using var herald = await Herald.OpenAsync();
        await using var desk = new Desk(("allow-networks", "127.0.0.1"), ("host-delay", "0"), ("gather", "true"));
        await desk.ReadAsync("/");

        desk.With("posts/moon.md", Samples.Post("We bought it", "date: 2026-11-05", "slug: moon") + $"\n\nIt is so.[@{herald.Moon}]\n\n::: original {new Uri(herald.Address, "/sun")}\n:::\n");

        var page = await desk.ReadUntilAsync("/2026/11/moon", page => page.Split("<span class=\"publisher\" dir=\"auto\">The Lantern", StringSplitOptions.None).Length == 2
            && page.Contains("<p class=\"original-publisher\">The Lantern", StringComparison.Ordinal));
        Assert.Contains("<section class=\"sources\">", page, StringComparison.Ordinal);
        Assert.Equal(2, herald.Asked);
    }

    [Fact]
    public async Task One_that_fails_is_told_and_not_asked_again_and_again()
    {
        await using var herald = await Herald.OpenAsync();
        herald.IsBroken = true;
        await using var desk = new Desk(("allow-networks", "127.0.0.1"), ("host-delay", "0"), ("gather", "true"))
            .With("posts/moon.md", Samples.Post("We bought it", "date: 2026-11-05", "slug: moon", $"originals: [{herald.Moon}]"));
        await desk.ReadAsync("/");
        while (herald.Asked == 0) await Task.Delay(20, TestContext.Current.CancellationToken);

        // Each further post looks for what is unknown.
        desk.With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-06", "slug: sun", $"originals: [{new Uri(herald.Address, "/sun")}]"));
        while (herald.Asked == 1) await Task.Delay(20, TestContext.Current.CancellationToken);
        desk.With("posts/mars.md", Samples.Post("Mars too", "date: 2026-11-07", "slug: mars", $"originals: [{new Uri(herald.Address, "/mars")}]"));
        while (herald.Asked == 2) await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(3, herald.Asked);
    }

    [Fact]
    public async Task Nothing_is_asked_for_where_gathering_is_off()
    {
        await using var herald = await Herald.OpenAsync();
        await using var desk = new Desk(("allow-networks", "127.0.0.1"), ("host-delay", "0"), ("gather", "false"))
            .With("posts/moon.md", Samples.Post("We bought it", "date: 2026-11-05", "slug: moon", $"originals: [{herald.Moon}]"));
        await desk.ReadAsync("/");

        desk.With("posts/sun.md", Samples.Post("The sun next", "date: 2026-11-06"));
        await desk.ReadUntilAsync("/", page => page.Contains("The sun next", StringComparison.Ordinal));

        Assert.Equal(0, herald.Asked);
    }
}
