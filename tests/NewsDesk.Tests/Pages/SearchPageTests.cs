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
        Assert.Contains("rel=\"prev\" href=\"/search?q=moon\">← Back", second, StringComparison.Ordinal);
        Assert.Contains(">More →</a>", first, StringComparison.Ordinal);
        Assert.Contains("That was all of it", await desk.ReadAsync("/search?q=moon&page=7"), StringComparison.Ordinal);

        static List<string> Articles(string page) => Regex.Matches(page, "/article/[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).ToList();
    }

    [Fact]
    public async Task A_page_of_a_search_for_nothing_leads_back_to_the_search()
    {
        await using var desk = Paper;

        Assert.Contains("href=\"/search?page=4\"", await desk.ReadAsync("/search?page=5"), StringComparison.Ordinal);
        Assert.Contains("/search/feed.xml?page=3\"", await desk.ReadAsync("/search/feed.xml?page=3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true, true, true)]
    [InlineData("&of=posts", true, false, false)]
    [InlineData("&of=wire", false, true, true)]
    [InlineData("&of=nonsense", true, true, true)]
    [InlineData("&by=ada", true, false, false)]
    [InlineData("&by=nobody", false, false, false)]
    [InlineData("&in=en", false, true, false)]
    [InlineData("&in=ar", false, false, true)]
    [InlineData("&source=1", false, true, true)]
    [InlineData("&source=77", false, false, false)]
    [InlineData("&source=x", true, true, true)]
    [InlineData("&by=ada&source=1", false, false, false)]
    [InlineData("&from=2026-11-05", true, false, false)]
    [InlineData("&to=2026-11-04", false, true, true)]
    [InlineData("&from=2026-11-04&to=2026-11-05", true, true, true)]
    [InlineData("&from=2026-13-99&to=9999-12-31", true, true, true)]
    public async Task What_is_found_can_be_narrowed_down(string by, bool ours, bool english, bool arabic)
    {
        await using var desk = new Desk(("gather", "false"))
            .With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("inbox/qamar.html", Samples.Page("The moon again", "https://lantern.example/qamar").Replace("lang=\"en\"", "lang=\"ar-EG\"", StringComparison.Ordinal))
            .With("personas/ada.md", "---\nname: Ada\n---\nA voice.")
            .With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "persona: ada"));

        var page = await desk.ReadAsync($"/search?q=moon{by}");

        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.Equal((ours, english, arabic), (Has("/2026/11/we-bought-the-moon"), Has("<mark>Moon</mark> sold"), Has("The <mark>moon</mark> again")));
        Assert.Equal(!ours && !english && !arabic, Has("look everywhere"));
        Assert.Equal(main.Contains("Drop: ", StringComparison.Ordinal), Has("<details class=\"narrowing\" open"));

        // The feed of the search finds the same: ours, unless only what others reported is wanted.
        var isReported = by.Contains("wire", StringComparison.Ordinal) || by.Contains("in=", StringComparison.Ordinal) || by.Contains("source=1", StringComparison.Ordinal);
        var feed = await desk.ReadAsync($"/search/feed.xml?q=moon{by}");
        Assert.Equal(ours, feed.Contains("/2026/11/we-bought-the-moon", StringComparison.Ordinal));
        Assert.Equal(isReported && english, feed.Contains("Moon sold", StringComparison.Ordinal));
        Assert.Equal(isReported && arabic, feed.Contains("The moon again", StringComparison.Ordinal));

        bool Has(string text) => main.Contains(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_narrows_a_search_is_said_stays_and_can_be_taken_off()
    {
        await using var desk = new Desk(("gather", "false")).With("personas/ada.md", "---\nname: Ada\n---\nA voice.").With("personas/bob.md", "---\nname: Bob\n---\nA voice.");
        for (var i = 0; i < 12; i++) desk.With($"posts/moon-{i}.md", Samples.Post($"Moon {i}", "date: 2026-11-05", $"slug: moon-{i}", "persona: ada"));

        var page = await desk.ReadAsync("/search?q=moon&of=posts&by=ada&from=2026-01-02");

        Assert.Contains("<option value=\"ada\" selected=\"selected\">Ada", page, StringComparison.Ordinal);
        Assert.Contains("name=\"from\" value=\"2026-01-02\"", page, StringComparison.Ordinal);
        foreach (var (said, without) in new[] { ("only ours", "by=ada&amp;from=2026-01-02"), ("by Ada", "of=posts&amp;from=2026-01-02"), ("from 2 January 2026 on", "of=posts&amp;by=ada") })
            Assert.Contains($"<li>{said} <a href=\"/search?q=moon&amp;{without}\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?q=moon\">Clear them all</a>", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"/search?q=moon&amp;of=posts&amp;by=ada&amp;from=2026-01-02&amp;page=1\"", page, StringComparison.Ordinal);
        Assert.Contains("/search/feed.xml?q=moon&amp;of=posts&amp;by=ada&amp;from=2026-01-02\"", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(await desk.ReadAsync("/search?q=moon&of=posts&by=ada&from=2026-01-02&page=1"), "class=\"found\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
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
