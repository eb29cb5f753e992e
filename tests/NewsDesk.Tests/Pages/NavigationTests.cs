using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("https://shop.example/mugs?a=1#b", false)]
    [InlineData("mailto:letters@paper.example", false)]
    [InlineData("/archive", true)]
    [InlineData("/archive#year-2026", false)]
    public async Task A_link_may_lead_anywhere_and_is_marked_only_on_the_page_that_it_leads_to(string url, bool isHere)
    {
        await using var desk = new Desk().With("site.yml", $"navigation:\n  - title: Elsewhere\n    url: \"{url}\"\n");

        var page = await desk.ReadAsync("/archive");

        Assert.Contains($"<li><a href=\"{url}\"{(isHere ? " aria-current=\"page\"" : "")}>Elsewhere</a></li>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/nowhere")).StatusCode);
    }
}
