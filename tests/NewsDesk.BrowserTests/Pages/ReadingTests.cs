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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_looks_for_is_found_and_read(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "More" }).GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync("tone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator(".found mark").First).ToBeVisibleAsync();
        await Expect(page.Locator(".wire-list mark").First).ToBeVisibleAsync();

        var headline = await page.Locator(".found .headline").First.InnerTextAsync();
        await page.Locator(".found .headline a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(headline);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_found_is_narrowed_down_and_widened_again(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.GotoAsync("/search?q=tone");
        var reported = page.Locator(".wire-list li");
        var all = await reported.CountAsync();

        await page.GetByText("Narrow it down").ClickAsync();
        await page.GetByLabel("Of what").SelectOptionAsync("wire");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-11-11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.Locator(".found")).ToHaveCountAsync(0);
        Assert.InRange(await reported.CountAsync(), 1, all - 1);
        await Expect(page.GetByLabel("Of what")).ToHaveValueAsync("wire");

        await page.GetByRole(AriaRole.Link, new() { Name = "Drop: until 11 November 2026" }).ClickAsync();
        await Expect(reported).ToHaveCountAsync(all);
        await page.GetByRole(AriaRole.Link, new() { Name = "Drop: only the wire" }).ClickAsync();
        await Expect(page.Locator(".found")).Not.ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_key_leads_from_any_page_into_the_search_field()
    {
        var page = await newsstand.OpenAsync();
        await page.GotoAsync("/wire");
        await page.Keyboard.PressAsync("/");

        await Expect(page).ToHaveURLAsync(SearchField());
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("tone");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".found mark").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_story_leads_to_those_who_tell_it(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.GotoAsync("/stories");

        await page.Locator(".story-list .headline a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(StoryAddress());
        await page.Locator("main a[href^='/article/']").First.ClickAsync();

        await Expect(page.Locator(".reported-page .mark.reported").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_chosen_language_stays_from_page_to_page(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.VisitAsync("a strong post");
        var address = page.Url;
        await Expect(page.Locator(".warning")).ToContainTextAsync("it means it");
        var strong = await page.Locator(".prose").InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Clean" }).ClickAsync();
        await Expect(page.Locator(".warning")).ToContainTextAsync("the words filed off");
        Assert.Equal(address, page.Url);
        Assert.NotEqual(strong, await page.Locator(".prose").InnerTextAsync());

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clean" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync($"{address}?language=strong");
        await Expect(page.Locator(".warning")).ToContainTextAsync("it means it");

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Strong" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Strong" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync(address);
        Assert.Equal(strong, await page.Locator(".prose").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_chosen_colours_stay_from_page_to_page_and_come_before_the_first_paint()
    {
        var page = await newsstand.OpenAsync(colours: ColorScheme.Light);
        await page.GotoAsync("/");
        var light = await GroundAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        var dark = await GroundAsync(page);
        Assert.NotEqual(light, dark);

        // The theme is set while the head is read: when the body begins, it is there.
        await page.AddInitScriptAsync("new MutationObserver(() => { if (document.body && !window.themeAtBody) window.themeAtBody = document.documentElement.dataset.theme ?? 'none'; }).observe(document, { childList: true, subtree: true });");
        await page.GotoAsync("/");
        Assert.Equal(dark, await GroundAsync(page));
        Assert.Equal("dark", await page.EvaluateAsync<string>("window.themeAtBody"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        Assert.Equal(light, await GroundAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_the_width_the_original_is_within_reach(bool javaScript)
    {
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.VisitAsync("a strong post");
        var (text, card) = (page.Locator(".prose"), page.Locator(".beside .original-card").First);

        await page.SetViewportSizeAsync(1440, 900);
        Assert.True((await card.BoundingBoxAsync())!.X > (await text.BoundingBoxAsync())!.X + 300, "on a wide screen it stands beside the text");

        await page.SetViewportSizeAsync(360, 740);
        var (narrowText, narrowCard) = ((await text.BoundingBoxAsync())!, (await card.BoundingBoxAsync())!);
        Assert.True(Math.Abs(narrowCard.X - narrowText.X) < 60, "on a narrow one it stands in the same column");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/WIRE/", "/wire")]
    [InlineData("//wire", "/wire")]
    [InlineData("/Persona/basement-maureen/", "/persona/basement-maureen")]
    public async Task An_address_that_is_nearly_right_leads_to_the_right_one(string typed, string right)
    {
        var page = await newsstand.OpenAsync(javaScript: false);

        var answer = await page.GotoAsync(new Uri(newsstand.Address, "/").AbsoluteUri.TrimEnd('/') + typed);

        Assert.Equal(200, answer!.Status);
        Assert.Equal(right, new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_post_is_small_and_nothing_of_it_moves()
    {
        var scout = await newsstand.OpenAsync();
        await scout.VisitAsync("a strong post");
        var address = scout.Url;
        await scout.Context.CloseAsync();

        // A reader who was never here.
        var page = await newsstand.OpenAsync(360, 740);
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });");
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(0, await page.EvaluateAsync<double>("window.moved"));
        var sizes = await Task.WhenAll(requests.Select(request => request.SizesAsync()));
        Assert.InRange(sizes.Length, 3, 6);
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 5_000, 60_000);
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

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [GeneratedRegex(@"/story/\d+", RegexOptions.None, 1000)]
    private static partial Regex StoryAddress();

    [GeneratedRegex("/search#q$", RegexOptions.None, 1000)]
    private static partial Regex SearchField();

    [GeneratedRegex("#content$", RegexOptions.None, 1000)]
    private static partial Regex ContentAnchor();

    [GeneratedRegex("^https?://", RegexOptions.None, 1000)]
    private static partial Regex WebAddress();
}
