using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Archive;

namespace NewsDesk.Tests;

/// <summary>A whole NewsDesk of its own for one test: content folder, archive, pages. It runs until disposed.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsdesk-test-").FullName;
    private readonly Factory _factory;

    /// <summary>With these options of the command line, named without their dashes.</summary>
    public Desk(params (string Option, string Value)[] options)
    {
        Directory.CreateDirectory(Content);
        _factory = new Factory([("content", Content), ("data", Data), ("log-level", "Error"), .. options], services => Change?.Invoke(services));
    }

    /// <summary>Puts another part in the place of one of the desk's, before it opens.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    public string Content => Path.Combine(_root, "content");

    public string Data => Path.Combine(_root, "data");

    /// <summary>One of the parts that the desk is put together of.</summary>
    public T Part<T>() where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>A reader who does not follow redirects, and who waits for a page that changed a moment ago, as who reloads it does. The first one opens the desk.</summary>
    public HttpClient Reader
    {
        get
        {
            if (field is null)
            {
                field = _factory.CreateClient(new() { AllowAutoRedirect = false });
                field.DefaultRequestHeaders.CacheControl = new() { NoCache = true };
            }

            return field;
        }
    }

    /// <summary>A reader who comes along, and may be shown the former page.</summary>
    public HttpClient Passer => field ??= _factory.CreateClient(new() { AllowAutoRedirect = false });

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

    /// <summary>Calls back when a page of the wire is read from the archive; what the newsroom asks for meanwhile is no page's.</summary>
    public void WhenTheWireIsAskedFor(Action action) => Part<ArchiveDatabase>().Watch = (sql, _) =>
    {
        if (sql.Contains("ORDER BY a.wire_time DESC, a.id DESC LIMIT @Rows", StringComparison.Ordinal)) action();
    };

    public Task<string> ReadAsync(string address) => Reader.GetStringAsync(address, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string address) => Reader.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Reads the page until it is as wanted; the test fails when it never is.</summary>
    public Task<string> ReadUntilAsync(string address, Func<string, bool> isAsWanted) => ReadUntilAsync(address, (_, page) => isAsWanted(page));

    /// <summary>The same with the headers that belong to its bytes.</summary>
    public Task<string> ReadUntilHeadersAsync(string address, Func<HttpContentHeaders, bool> areAsWanted) =>
        ReadUntilAsync(address, (answer, _) => areAsWanted(answer.Content.Headers));

    private async Task<string> ReadUntilAsync(string address, Func<HttpResponseMessage, string, bool> isAsWanted)
    {
        var giveUp = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var response = await GetAsync(address);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (isAsWanted(response, page)) return page;
            Assert.True(TimeProvider.System.GetElapsedTime(giveUp) < TimeSpan.FromSeconds(20), $"{address} never came to show what it should; it shows:\n{page}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class Factory(IReadOnlyList<(string Option, string Value)> options, Action<IServiceCollection> change) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (option, value) in options) builder.UseSetting(option, value);
            builder.ConfigureServices(change);
        }
    }
}
