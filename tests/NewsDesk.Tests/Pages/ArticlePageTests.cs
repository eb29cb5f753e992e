namespace NewsDesk.Tests.Pages;

public sealed class ArticlePageTests
{
    [Fact]
    public async Task What_we_said_about_it_runs_the_way_it_is_written()
    {
        await using var desk = new Desk().With("inbox/moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"))
            .With("posts/moon.md", Samples.Post("قمر للبيع", "date: 2026-11-05", "slug: moon", "originals: [https://lantern.example/moon]"));

        Assert.Contains("<h3 class=\"headline\" dir=\"auto\"><a href=\"/2026/11/moon\">", await desk.ReadAsync("/article/1/moon-sold"), StringComparison.Ordinal);
    }
}
