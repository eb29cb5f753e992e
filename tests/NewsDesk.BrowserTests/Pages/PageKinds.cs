using Microsoft.Playwright;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>One address of every kind of page that the sample paper has.</summary>
internal static class PageKinds
{
    public static TheoryData<string> All =>
        ["/", "a strong post", "a post", "/wire", "an article", "/persona/basement-maureen", "a tag", "/about", "/search?q=tone", "/archive", "/sources", "/feeds", "/never-printed"];

    /// <summary>Goes there as a reader does: what has no lasting address is found by following links.</summary>
    public static async Task VisitAsync(this IPage page, string kind)
    {
        switch (kind)
        {
            case "a strong post":
                await page.GotoAsync("/persona/basement-maureen");
                await page.Locator("main .headline a").First.ClickAsync();
                break;
            case "a post":
                await page.GotoAsync("/persona/ambrose-tally");
                await page.Locator("main .headline a").First.ClickAsync();
                break;
            case "an article":
                await page.GotoAsync("/wire");
                await page.Locator(".wire-list .headline a").First.ClickAsync();
                break;
            case "a tag":
                await page.GotoAsync("/persona/ambrose-tally");
                await page.Locator("main .headline a").First.ClickAsync();
                await page.Locator("a[rel~=tag]").First.ClickAsync();
                break;
            default:
                await page.GotoAsync(kind);
                break;
        }

        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
