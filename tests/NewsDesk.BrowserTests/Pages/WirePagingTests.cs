using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>A wire too long for one page, in a paper of its own.</summary>
public sealed class WirePagingTests(Newsstand newsstand)
{
    private const int Articles = 100;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_wire_is_paged_to_its_end_and_back(bool javaScript)
    {
        var content = Directory.CreateDirectory(Path.Combine(newsstand.Scratch, $"long-wire-{javaScript}")).FullName;
        Directory.CreateDirectory(Path.Combine(content, "inbox"));
        var items = Enumerable.Range(0, Articles).Select(i =>
            $"<item><title>Moon {i} sold</title><link>https://lantern.example/{i}</link><guid>{i}</guid><pubDate>{DateTimeOffset.UnixEpoch.AddDays(20_000).AddHours(-i):R}</pubDate><description>It went cheap.</description></item>");
        await File.WriteAllTextAsync(Path.Combine(content, "inbox", "feed.xml"),
            $"<rss version=\"2.0\"><channel><title>The Lantern</title><link>https://lantern.example/</link>{string.Concat(items)}</channel></rss>", TestContext.Current.CancellationToken);
        await using var desk = await RunningDesk.OpenAsync(content, Path.Combine(newsstand.Scratch, $"long-wire-data-{javaScript}"), TestContext.Current.CancellationToken);
        var page = await newsstand.OpenAsync(javaScript: javaScript);
        await page.GotoAsync(new Uri(desk.Address, "/wire").AbsoluteUri);

        var seen = await TitlesAsync(page);
        var first = seen[0];
        for (var older = page.Locator("a[rel=next]"); await older.CountAsync() > 0;)
        {
            var address = page.Url;
            await older.ClickAsync();
            await Expect(page).Not.ToHaveURLAsync(address);
            seen.AddRange(await TitlesAsync(page));
        }

        Assert.Equal(Enumerable.Range(0, Articles).Select(i => $"Moon {i} sold"), seen);

        for (var newer = page.Locator("a[rel=prev]"); await newer.CountAsync() > 0;)
        {
            var address = page.Url;
            await newer.ClickAsync();
            await Expect(page).Not.ToHaveURLAsync(address);
        }

        Assert.Equal(first, (await TitlesAsync(page))[0]);
        await page.Context.CloseAsync();
    }

    // The text as it stands in the page, because lines far below are not laid out before a reader comes near.
    private static async Task<List<string>> TitlesAsync(IPage page) => [.. (await page.Locator(".wire-list .headline").AllTextContentsAsync()).Select(title => title.Trim())];
}
