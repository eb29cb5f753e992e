using Microsoft.Playwright;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>One address of every kind of page that the sample paper has.</summary>
internal static class PageKinds
{
    public static TheoryData<string> All =>
        ["/", "a strong post", "a post", "/wire", "/stories", "a story", "an article", "/persona/basement-maureen", "a tag", "a month", "/about", "/search?q=tone", "/search?q=tone&of=wire&in=en&to=2026-11-30", "/search?q=tone&by=ambrose-tally&in=de", "/archive", "/sources", "/feeds", "/never-printed"];

    /// <summary>Goes there as a reader does: what has no lasting address is found by following links.</summary>
    public static async Task VisitAsync(this IPage page, string kind)
    {
        switch (kind)
        {
            case "a strong post":
                await page.GotoAsync("/persona/basement-maureen");
                await page.FollowAsync("main .headline a");
                break;
            case "a post":
                await page.GotoAsync("/persona/ambrose-tally");
                await page.FollowAsync("main .headline a");
                break;
            case "a story":
                await page.GotoAsync("/stories");
                await page.FollowAsync(".story-list .headline a");
                break;
            case "an article":
                await page.GotoAsync("/wire");
                await page.FollowAsync(".wire-list .headline a");
                break;
            case "a month":
                await page.GotoAsync("/archive");
                await page.FollowAsync(".archive-year a");
                break;
            case "a tag":
                await page.GotoAsync("/persona/ambrose-tally");
                await page.FollowAsync("main .headline a");
                await page.FollowAsync("a[rel~=tag]");
                break;
            default:
                await page.GotoAsync(kind);
                break;
        }
    }

    // Going to the link's address waits for the page that it leads to; a click returns on the page that is left.
    private static async Task FollowAsync(this IPage page, string link) =>
        await page.GotoAsync((await page.Locator(link).First.GetAttributeAsync("href"))!);
}
