using System.Text.RegularExpressions;

namespace NewsDesk.Tests.Pages;

public sealed class SearchPageTests
{
    private static Desk Paper => new Desk()
        .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
        .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05"))
        .With("posts/draft.md", Samples.Post("Moon secrets", "draft: true"));

    [Fact]
    public async Task Finds_ours_and_theirs_and_marks_the_words()
    {
        await using var desk = Paper;

        var page = await desk.ReadAsync("/search?q=MOON");

        Assert.Contains("We bought the <mark>moon</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Moon</mark> sold", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_on_one_page_stands_on_the_next()
    {
        await using var desk = new Desk();
        for (var i = 0; i < 25; i++) desk.With($"inbox/{i}.html", Samples.Page($"Moon {i} sold", $"https://lantern.example/moon/{i}"));

        var first = await desk.ReadAsync("/search?q=moon");
        var second = await desk.ReadAsync("/search?q=moon&page=1");

        Assert.Equal(20, Articles(first).Count);
        Assert.Contains("/search?q=moon&amp;page=1", first, StringComparison.Ordinal);
        Assert.Equal(5, Articles(second).Count);
        Assert.Empty(Articles(first).Intersect(Articles(second), StringComparer.Ordinal));
        Assert.Contains("/search?q=moon&amp;page=0", second, StringComparison.Ordinal);

        static List<string> Articles(string page) => Regex.Matches(page, "/article/[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).ToList();
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("\"; DROP TABLE posts; --")]
    [InlineData("\"unclosed AND (OR NOT *")]
    [InlineData("🛎 <script>")]
    public async Task Whatever_is_asked_is_answered(string question)
    {
        await using var desk = Paper;

        var page = await desk.ReadAsync($"/search?q={Uri.EscapeDataString(question)}&page=-3");

        Assert.Contains("Nothing, and we looked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_nothing_it_shows_where_to_ask()
    {
        await using var desk = Paper;

        var page = await desk.ReadAsync("/search");

        Assert.Contains("type=\"search\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing, and we looked", page, StringComparison.Ordinal);
    }
}
