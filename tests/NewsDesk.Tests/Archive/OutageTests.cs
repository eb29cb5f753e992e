using System.Net;
using System.Text.RegularExpressions;
using NewsDesk.Archive;

namespace NewsDesk.Tests.Archive;

/// <summary>The database goes away while the desk is open, and comes back.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("newsdesk-outage-");

    [Fact]
    public async Task While_the_server_is_down_kept_pages_are_served_and_others_say_when_to_come_back()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await DebianPostgres.StartAsync("fsync=off");
        await using var desk = await RunningDesk.OpenAsync(Repository.Content, Path.Combine(_root.FullName, "data"), cancel, "--archive", $"{server.Settings};Database=postgres");
        using var reader = new HttpClient { BaseAddress = desk.Address };
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/wire", cancel)).StatusCode);

        await server.StopAsync(cancel);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/wire", cancel)).StatusCode);
        foreach (var address in new[] { "/archive", "/search?q=deal", "/wire?language=clean", "/feed.xml" })
        {
            var answer = await reader.GetAsync(address, cancel);
            Assert.Equal($"{address} 503", $"{address} {(int)answer.StatusCode}");
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
            Assert.Contains("The archive does not answer", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }

        await server.GoOnAsync(cancel);
        while ((await reader.GetAsync("/archive", cancel)).StatusCode != HttpStatusCode.OK) await Task.Delay(100, cancel);
        Assert.Single(Regex.Matches(desk.Output, "are answered 503", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("the server cannot be reached or broke off", desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_the_server_has_ended_is_an_outage_and_no_mistake_of_ours()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await DebianPostgres.StartAsync("fsync=off");
        await using var archive = await ArchiveDatabase.OpenAsync($"{server.Settings};Database=postgres", TimeProvider.System, cancel);
        var sources = new Sources(archive);
        await sources.ListAsync(cancel);

        await server.ExecuteAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'newsdesk'", cancel);

        var error = await Assert.ThrowsAsync<ArchiveException>(() => sources.ListAsync(cancel));
        Assert.Contains("look whether it runs", error.Message, StringComparison.Ordinal);
        Assert.Empty(await sources.ListAsync(cancel));
    }

    public void Dispose() => _root.Delete(recursive: true);
}
