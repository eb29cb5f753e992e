using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NewsDesk.BrowserTests.Newsstand))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace NewsDesk.BrowserTests;

/// <summary>The sample paper, served by the real program, and a real Chromium to read it with; one of each for all tests.</summary>
public sealed class Newsstand : IAsyncLifetime
{
    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--proxy-server=http://127.0.0.1:9",
    ];


    /// <summary>A folder that goes away with the tests.</summary>
    public string Scratch { get; } = Directory.CreateTempSubdirectory("newsdesk-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningDesk? _desk;

    public Uri Address => _desk!.Address;

    public async ValueTask InitializeAsync()
    {
        _desk = await RunningDesk.OpenAsync(Repository.Content, Path.Combine(Scratch, "data"), TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = ChromiumArguments });
    }

    /// <summary>A new reader with a window of this size and no history.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, bool javaScript = true, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = colours,
            Locale = "en-GB",
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(Scratch, recursive: true);
    }
}
