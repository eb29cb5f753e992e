using Microsoft.Playwright;

namespace NewsDesk.BrowserTests.Pages;

/// <summary>Takes the pictures that the documents show. They go where <c>DOCS_IMAGES</c> says, else nowhere that lasts.</summary>
public sealed class ImageTests(Newsstand newsstand)
{
    [Theory]
    [InlineData("front", "/", 1280, 1400, ColorScheme.Light)]
    [InlineData("post", "a strong post", 1280, 1400, ColorScheme.Light)]
    [InlineData("phone", "/", 390, 844, ColorScheme.Dark)]
    public async Task Takes_the_picture(string name, string kind, int width, int height, ColorScheme colours)
    {
        var folder = System.Environment.GetEnvironmentVariable("DOCS_IMAGES") ?? newsstand.Scratch;
        var page = await newsstand.OpenAsync(width, height, colours: colours);
        await page.VisitAsync(kind);

        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });

        // A blank page of this size is a tenth of it.
        Assert.True(picture.Length > 40_000, $"the picture of {kind} has only {picture.Length} bytes");
        await page.Context.CloseAsync();
    }
}
