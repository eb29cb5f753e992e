using Microsoft.AspNetCore.Http;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Tests.Wire.Fetching;

namespace NewsDesk.Tests.Pages.Keeping;

public sealed class PageShelfTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly CurrentMasthead _masthead = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public void What_was_put_there_is_found()
    {
        var shelf = Shelf();
        var page = Page("post");

        Assert.True(shelf.Keep("/", page, shelf.Moment));

        Assert.Same(page, shelf.Find("/"));
        Assert.Null(shelf.Find("/wire"));
    }

    [Fact]
    public void A_change_drops_what_shows_it_and_nothing_else()
    {
        var shelf = Shelf();
        shelf.Keep("/", Page("post", "article"), 0);
        shelf.Keep("/wire", Page("article"), 0);
        shelf.Keep("/article/7", Page("article 7"), 0);
        shelf.Keep("/about", Page(), 0);

        shelf.Drop(Subjects("article", "article 9"));

        Assert.Null(shelf.Find("/"));
        Assert.Null(shelf.Find("/wire"));
        Assert.NotNull(shelf.Find("/article/7"));
        Assert.NotNull(shelf.Find("/about"));
    }

    [Fact]
    public void What_changed_while_a_page_was_made_keeps_it_off_the_shelf()
    {
        var shelf = Shelf();
        var begun = shelf.Moment;
        shelf.Drop(Subjects("post"));

        Assert.False(shelf.Keep("/", Page("post"), begun));
        Assert.True(shelf.Keep("/wire", Page("article"), begun));
        Assert.True(shelf.Keep("/", Page("post"), shelf.Moment));
    }

    [Fact]
    public void A_page_that_is_so_no_more_is_a_former_one_for_half_a_second()
    {
        var shelf = Shelf();
        var page = Page("post");
        shelf.Keep("/", page, 0);
        Assert.Null(shelf.FindFormer("/"));

        shelf.Drop(Subjects("post"));
        Assert.Same(page, shelf.FindFormer("/"));
        _clock.Advance(TimeSpan.FromMilliseconds(400));
        // Another change on top of it makes it last no longer.
        shelf.Drop(Subjects("post"));
        Assert.Same(page, shelf.FindFormer("/"));

        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Null(shelf.FindFormer("/"));
        Assert.NotEqual(0, shelf.Bytes);
        shelf.Drop(Subjects("visit"));
        Assert.Equal((0, 0), (shelf.Count, shelf.Bytes));
    }

    [Fact]
    public void What_changed_while_a_page_was_made_makes_it_a_former_one_at_once()
    {
        var shelf = Shelf();
        var begun = shelf.Moment;
        shelf.Drop(Subjects("post"));
        _clock.Advance(TimeSpan.FromMilliseconds(400));
        var page = Page("post");

        Assert.False(shelf.Keep("/", page, begun));
        Assert.Same(page, shelf.FindFormer("/"));

        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Null(shelf.FindFormer("/"));
        Assert.False(shelf.Keep("/late", Page("post"), begun));
        Assert.Equal(1, shelf.Count);
    }

    [Fact]
    public void No_former_page_is_shown_under_another_masthead_or_when_everything_changed()
    {
        var shelf = Shelf();
        shelf.Keep("/", Page("post"), 0);
        shelf.Keep("/wire", Page("article"), 0);
        shelf.Drop(Subjects("post"));
        _masthead.Now = Masthead.Empty with { Fingerprint = "new" };
        Assert.Null(shelf.FindFormer("/"));

        shelf.DropAll();
        Assert.Null(shelf.FindFormer("/wire"));
        Assert.Equal(0, shelf.Count);
    }

    [Fact]
    public void What_was_begun_longer_ago_than_drops_are_remembered_is_not_kept()
    {
        var shelf = Shelf();
        var begun = shelf.Moment;
        for (var i = 0; i < 1000; i++) shelf.Drop(Subjects("visit"));

        Assert.False(shelf.Keep("/", Page("post"), begun));
    }

    [Fact]
    public void Nothing_outlives_the_masthead_that_it_was_made_with()
    {
        var shelf = Shelf();
        var old = Page();
        shelf.Keep("/", old, 0);

        _masthead.Now = Masthead.Empty with { Fingerprint = "new" };

        Assert.Null(shelf.Find("/"));
        Assert.False(shelf.Keep("/", old, shelf.Moment));
    }

    [Fact]
    public void It_never_holds_more_than_it_may()
    {
        var shelf = Shelf(bytes: 200_000);

        for (var i = 0; i < 1000; i++)
        {
            shelf.Keep($"/{i}", Page(noise: 5000), 0);
            Assert.InRange(shelf.Bytes, 1, 200_000);
        }

        Assert.InRange(shelf.Count, 20, 40);
    }

    [Fact]
    public void A_form_that_is_made_later_counts_too()
    {
        var shelf = Shelf(bytes: 200_000);
        var page = Page(noise: 5000);
        shelf.Keep("/", page, 0);
        var before = shelf.Bytes;

        page.In(Coding.Identity);
        page.In(Coding.Gzip);

        Assert.InRange(shelf.Bytes - before, 10_000, 20_000);
        shelf.DropAll();
        Assert.Equal(0, shelf.Bytes);
    }

    [Fact]
    public void A_walk_through_all_addresses_pushes_out_nothing_that_is_wanted()
    {
        var shelf = Shelf(bytes: 200_000);
        shelf.Keep("/", Page(noise: 5000), 0);

        for (var i = 0; i < 1000; i++)
        {
            Assert.NotNull(shelf.Find("/"));
            shelf.Keep($"/{i}", Page(noise: 5000), 0);
        }

        Assert.NotNull(shelf.Find("/"));
    }

    [Fact]
    public void A_page_that_would_fill_it_is_not_kept()
    {
        var shelf = Shelf(bytes: 200_000);

        Assert.False(shelf.Keep("/", Page(noise: 100_000), 0));
        Assert.Equal(0, shelf.Bytes);
    }

    [Fact]
    public async Task Many_hands_at_once_leave_it_in_order()
    {
        var shelf = Shelf(bytes: 100_000);
        await Parallel.ForAsync(0, 4000, TestContext.Current.CancellationToken, (i, _) =>
        {
            var page = Page(i % 2 == 0 ? "post" : "article");
            shelf.Keep($"/{i % 100}", page, shelf.Moment);
            page.In(Coding.Gzip);
            shelf.Find($"/{(i * 7) % 100}");
            if (i % 50 == 0) shelf.Drop(Subjects("post"));
            return ValueTask.CompletedTask;
        });

        Assert.InRange(shelf.Bytes, 0, 100_000);
        shelf.DropAll();
        Assert.Equal((0, 0), (shelf.Count, shelf.Bytes));
    }

    private static HashSet<string> Subjects(params string[] subjects) => new(subjects, StringComparer.Ordinal);

    private PageShelf Shelf(long bytes = 1_000_000) => new(_masthead, new PageMemory(bytes), _clock);

    private KeptPage Page(params string[] subjects) => Page(100, subjects);

    // Noise, so that nothing of it can be squeezed out.
    private KeptPage Page(int noise, params string[] subjects)
    {
        var body = new byte[noise];
        new Random(7).NextBytes(body);
        return new(StatusCodes.Status200OK, "text/html; charset=utf-8", body, "public", Noon) { Subjects = subjects, Masthead = _masthead.Now };
    }
}
