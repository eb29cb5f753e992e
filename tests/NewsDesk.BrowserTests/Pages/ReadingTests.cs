using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>The site read as a person reads it.</summary>
public sealed partial class ReadingTests(Newsstand newsstand)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_front_page_to_a_post_to_its_original_and_back_to_the_wire(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.GotoAsync("/");
        await Expect(page.Locator("article.lead")).ToBeVisibleAsync();

        var headline = await page.Locator("article.lead .headline").InnerTextAsync();
        await page.Locator("article.lead .headline a").ClickAsync();
        await Expect(page).ToHaveURLAsync(PostAddress());
        await Expect(page.Locator("h1")).ToHaveTextAsync(headline);
        await Expect(page.GetByText("Satire").First).ToBeVisibleAsync();

        var card = page.Locator(".beside .original-card").First;
        await Expect(card).ToBeVisibleAsync();
        var original = await card.Locator(".headline").InnerTextAsync();
        await card.Locator(".headline a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(original);
        await Expect(page.Locator("a[rel~=external]").First).ToHaveAttributeAsync("href", WebAddress());

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "The wire" }).ClickAsync();
        await Expect(page.Locator(".wire-list li")).Not.ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_missing_page_shows_the_way_home()
    {
        var page = await newsstand.OpenAsync();

        var answer = await page.GotoAsync("/2026/11/never-written");

        Assert.Equal(404, answer!.Status);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "front page" }).ClickAsync();
        await Expect(page.Locator("article.lead")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_gets_past_the_navigation()
    {
        var page = await newsstand.OpenAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(ContentAnchor());
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/\d{4}/\d{2}/[^/]+$", RegexOptions.None, 1000)]
    private static partial Regex PostAddress();

    [GeneratedRegex("#content$", RegexOptions.None, 1000)]
    private static partial Regex ContentAnchor();

    [GeneratedRegex("^https?://", RegexOptions.None, 1000)]
    private static partial Regex WebAddress();
}
