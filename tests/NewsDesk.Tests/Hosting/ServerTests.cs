using System.Net;
using System.Net.Sockets;

namespace NewsDesk.Tests.Hosting;

/// <summary>The program as an operator meets it: started, stopped, killed, and started wrongly.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsdesk test ").FullName;

    public ServerTests() => Write("content/site.yml", "title: The Test");

    private string Content => Path.Combine(_root, "content");

    private string Data => Path.Combine(_root, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Ends_when_it_is_asked_to(string signal)
    {
        await using var desk = await RunningDesk.OpenAsync(Content, Data, Cancel);

        Assert.Equal(0, await desk.EndAsync(signal, Cancel));

        Assert.Contains("NewsDesk is closed", desk.Output, StringComparison.Ordinal);
        Assert.Equal("site.yml", Path.GetFileName(Assert.Single(Directory.GetFiles(Content, "*", SearchOption.AllDirectories))));
    }

    /// <summary>One program is set up for a tool's seconds and for a site's days; a site's process stays the one that was started.</summary>
    [Fact]
    public async Task A_site_runs_as_suits_a_site()
    {
        await using var desk = await RunningDesk.OpenAsync(Content, Data, Cancel);

        var said = (await File.ReadAllTextAsync($"/proc/{desk.ProcessId}/environ", Cancel)).Split('\0');
        Assert.All((string[])["DOTNET_TieredPGO=1", "DOTNET_gcConcurrent=1", "DOTNET_GCConserveMemory=7", "MALLOC_ARENA_MAX=2", "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1"], word => Assert.Contains(word, said));
        var built = await File.ReadAllTextAsync(Path.ChangeExtension(typeof(Program).Assembly.Location, ".runtimeconfig.json"), Cancel);
        Assert.Contains("\"System.Runtime.TieredPGO\": false", built, StringComparison.Ordinal);
        Assert.Contains("\"System.GC.Concurrent\": false", built, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_comes_back_with_everything()
    {
        var titles = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            await using var desk = await RunningDesk.OpenAsync(Content, Data, Cancel);
            for (var file = 0; file < 6; file++)
            {
                titles.Add($"Moon number {round}-{file} sold");
                Write($"content/inbox/{round}-{file}.html", Samples.Page(titles[^1], $"https://lantern.example/moon/{round}/{file}"));
            }

            // Somewhere in the middle of reading them, a little later each time.
            await Task.Delay(100 + 60 * round, Cancel);
            await desk.EndAsync("KILL", Cancel);
        }

        await using var again = await RunningDesk.OpenAsync(Content, Data, Cancel);
        using var reader = new HttpClient { BaseAddress = again.Address };
        var wire = await reader.GetStringAsync(new Uri("/wire", UriKind.Relative), Cancel);

        Assert.All(titles, title => Assert.Contains(title, wire, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Data, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var line = await FailAsync("--content", Content, "--data", Data, "--urls", $"http://127.0.0.1:{port}");

        Assert.Contains($"http://127.0.0.1:{port}", line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unwritable_folder_is_one_clear_line()
    {
        Write("in-the-way", "a file where the folder should be");

        var line = await FailAsync("--content", Content, "--data", Path.Combine(_root, "in-the-way"));

        Assert.Contains(Path.Combine(_root, "in-the-way"), line, StringComparison.Ordinal);
        Assert.Contains("--data", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_content_folder_is_one_clear_line()
    {
        var line = await FailAsync("--content", Path.Combine(_root, "nowhere"), "--data", Data);

        Assert.Contains(Path.Combine(_root, "nowhere"), line, StringComparison.Ordinal);
        Assert.Contains("--content", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_one_clear_line()
    {
        var line = await FailAsync("--content", Content, "--data", Data, "--urls", "nonsense");

        Assert.Contains("Site:Urls is \"nonsense\"", line, StringComparison.Ordinal);
        Assert.Contains("Allowed", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_archive_is_one_clear_line()
    {
        Write("data/newsdesk.db", new string('x', 20_000));

        var line = await FailAsync("--content", Content, "--data", Data, "--urls", "http://127.0.0.1:0");

        Assert.Contains("newsdesk.db", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_is_told_with_the_way_to_help()
    {
        await using var desk = RunningDesk.Start("--no-such-option");

        Assert.Equal(2, await desk.ExitAsync(Cancel));
        Assert.Contains("--no-such-option", desk.Output, StringComparison.Ordinal);
        Assert.Contains("--help", desk.Output, StringComparison.Ordinal);
    }

    private static async Task<string> FailAsync(params string[] arguments)
    {
        await using var desk = RunningDesk.Start(arguments);
        Assert.Equal(1, await desk.ExitAsync(Cancel));
        return Assert.Single(desk.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.StartsWith("newsdesk:", StringComparison.Ordinal));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
