using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>What holds for every kind of page.</summary>
public sealed class EveryPageTests(Newsstand newsstand)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string> Kinds => PageKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Fits_every_width_without_a_sideways_scroll(string kind)
    {
        var page = await newsstand.OpenAsync();
        await page.VisitAsync(kind);
        foreach (var width in new[] { 320, 360, 768, 1440, 2560 })
        {
            await page.SetViewportSizeAsync(width, 900);

            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            Assert.True(overflow <= 0, $"{kind} is {overflow} px too wide at {width} px");
        }

        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Can_be_used_by_everybody(string kind)
    {
        var page = await newsstand.OpenAsync();
        await page.VisitAsync(kind);
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            foreach (var width in new[] { 360, 768, 1440 })
            {
                // As tall as the longest page: what is far below the window is not laid out, and nobody could judge its colours.
                await page.SetViewportSizeAsync(width, 9000);

                var found = await ListViolationsAsync(page);

                Assert.True(found.Length == 0, $"{kind}, {width} px, {colours}: {string.Join("; ", found)}");
            }
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_not_everybody_can_use_is_told()
    {
        var page = await newsstand.OpenAsync();
        await page.VisitAsync("/");
        await page.EvaluateAsync("document.body.append(Object.assign(new Image(40, 40), { src: '/icon.svg' }))");

        Assert.Contains(await ListViolationsAsync(page), one => one.StartsWith("image-alt at img", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Asks_nothing_of_others_and_complains_of_nothing(string kind)
    {
        var page = await newsstand.OpenAsync();
        var foreign = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(newsstand.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // The browser itself writes down that a page which should be missing is missing.
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        await page.VisitAsync(kind);

        Assert.Empty(foreign);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    private static async Task<string[]> ListViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const { violations } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
              });
              return violations.map(one => `${one.id} at ${one.nodes[0].target}: ${one.nodes[0].html}`);
            }
            """);
    }
}
