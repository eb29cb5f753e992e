using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsDesk.Tests;

/// <summary>A whole NewsDesk of its own for one test: content folder, archive, pages. It runs until disposed.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsdesk-test-").FullName;
    private readonly Factory _factory;

    /// <summary>With an archive of its own, or on the one named.</summary>
    public Desk(string archive = "")
    {
        Directory.CreateDirectory(Content);
        _factory = new Factory(Content, Path.Combine(_root, "data"), archive);
    }

    public string Content => Path.Combine(_root, "content");

    /// <summary>A reader who does not follow redirects. The first one opens the desk.</summary>
    public HttpClient Reader => field ??= _factory.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Writes a file below the content folder, as an editor or a browser would.</summary>
    public Desk With(string path, string text)
    {
        var file = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Copies everything below a folder into the content folder.</summary>
    public Desk WithFolder(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Content, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return this;
    }

    public void Delete(string path) => File.Delete(Path.Combine(Content, path));

    public Task<string> ReadAsync(string address) => Reader.GetStringAsync(address, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string address) => Reader.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Reads the page until it is as wanted; the test fails when it never is.</summary>
    public async Task<string> ReadUntilAsync(string address, Func<string, bool> isAsWanted)
    {
        var giveUp = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var response = await GetAsync(address);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (isAsWanted(page)) return page;
            Assert.True(TimeProvider.System.GetElapsedTime(giveUp) < TimeSpan.FromSeconds(20), $"{address} never came to show what it should; it shows:\n{page}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class Factory(string content, string data, string archive) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("content", content);
            builder.UseSetting("data", data);
            if (archive.Length > 0) builder.UseSetting("archive", archive);
            builder.UseSetting("log-level", "Error");
        }
    }
}
