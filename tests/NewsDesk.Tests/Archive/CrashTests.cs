using System.Diagnostics;
using System.Globalization;
using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

/// <summary>A child process writes and says what it was told is kept; it is killed in the middle, again and again.</summary>
public sealed class CrashTests
{
    private const string ConnectionVariable = "NEWSDESKTEST_CRASH_CONNECTION";
    private const string KeptVariable = "NEWSDESKTEST_CRASH_KEPT";

    [Fact]
    public Task Whatever_was_acknowledged_survives_a_few_kills() => KillAsync(Database.Sqlite, 2);

    [Theory, OnBoth]
    [Trait("Category", "Long")]
    public Task Whatever_was_acknowledged_survives_a_hundred_kills(Database on) => KillAsync(on, 100);

    /// <summary>
    /// What was only gathered may be lost with the server's last half second, and comes again from its sources; what a person did may not.
    /// </summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task An_editors_texts_survive_the_servers_own_crashes()
    {
        await using var server = await DebianPostgres.StartAsync("checkpoint_timeout=30s", "max_wal_size=64MB");
        var connection = $"{server.Settings};Database=postgres";
        var kept = Path.GetTempFileName();
        await GivenSourceAsync(connection);
        for (var crash = 0; crash < 20; crash++)
        {
            await WriteUntilAsync(connection, kept, crash * 20, _ => server.CrashAsync(kill: crash % 3 > 0, Cancel));
            await AssertThereAsync(connection, await AcknowledgedAsync(kept), andArticles: false);
        }

        File.Delete(kept);
    }

    /// <summary>The child: only runs when it is asked for by name, and never ends by itself.</summary>
    [Fact(Explicit = true)]
    public async Task Writer_that_waits_to_be_killed()
    {
        var connection = Environment.GetEnvironmentVariable(ConnectionVariable)!;
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
        await using var kept = new StreamWriter(Environment.GetEnvironmentVariable(KeptVariable)!, append: true) { AutoFlush = true };
        var (articles, posts, revisions, random) = (new Articles(db), new Posts(db), new Revisions(db), new Random(Environment.ProcessId));
        while (true)
        {
            var gathered = Enumerable.Range(0, 1 + random.Next(30)).Select(_ =>
            {
                // Some of them are known already, so that texts change and the search index loses words too.
                var url = random.Next(4) == 0 ? $"https://e.org/{random.Next(200)}" : $"https://e.org/{Guid.NewGuid():n}";
                return new Gathered(AnArticle(1, url, random.Next(100_000), text: $"The moon was sold {random.Next()} times. {new string('x', random.Next(5000))}"), url);
            }).ToList();
            await articles.SaveAsync(gathered, Cancel);
            var path = $"{random.Next(50)}.md";
            await posts.SaveAsync(APost(path, path) with { Text = $"{random.Next()}", Tags = [$"{random.Next(9)}"] }, Cancel);
            var revision = await revisions.AddAsync(new Revision { Path = path, Saved = Noon, Text = $"{Guid.NewGuid():n}" }, Cancel);
            await kept.WriteAsync(string.Concat(gathered.Select(one => one.Article.Url + "\n")) + $"{revision}\n\n");
        }
    }

    private static async Task KillAsync(Database on, int kills)
    {
        var (connection, remove) = await EmptyAsync(on);
        var kept = Path.GetTempFileName();
        await GivenSourceAsync(connection);
        var random = new Random(5);
        for (var kill = 0; kill < kills; kill++)
        {
            await WriteUntilAsync(connection, kept, random.Next(400), child =>
            {
                child.Kill(); // SIGKILL: no handler, no farewell
                return Task.CompletedTask;
            });
            await AssertThereAsync(connection, await AcknowledgedAsync(kept), andArticles: true);
        }

        File.Delete(kept);
        await remove();
    }

    private static async Task GivenSourceAsync(string connection)
    {
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
        await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://e.org/feed", Title = "E" }, Cancel);
    }

    private static async Task AssertThereAsync(string connection, IReadOnlyCollection<string> acknowledged, bool andArticles)
    {
        Assert.NotEmpty(acknowledged);
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
        foreach (var revision in acknowledged.Where(line => char.IsAsciiDigit(line[0])))
            Assert.NotNull(await new Revisions(db).FindAsync(long.Parse(revision, CultureInfo.InvariantCulture), Cancel));
        if (andArticles)
        {
            var urls = acknowledged.Where(line => !char.IsAsciiDigit(line[0])).ToList();
            var there = (await new Articles(db).ListByUrlsAsync(urls, Cancel)).Select(article => article.Url).ToHashSet(StringComparer.Ordinal);
            Assert.Equal("", string.Join(' ', urls.Where(url => !there.Contains(url))));
        }

        Assert.Equal("", string.Join('\n', await new ArchiveCheck(db).RunAsync(cancel: Cancel)));
    }

    /// <summary>Has the child write for so long after its first word, and then ends it or what it rests on.</summary>
    private static async Task WriteUntilAsync(string connection, string kept, int milliseconds, Func<Process, Task> end)
    {
        var start = new ProcessStartInfo("dotnet",
            [typeof(CrashTests).Assembly.Location, "--explicit", "only", "--filter-method", $"{typeof(CrashTests).FullName}.{nameof(Writer_that_waits_to_be_killed)}", "--no-progress"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [ConnectionVariable] = connection, [KeptVariable] = kept },
        };
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEndAsync(Cancel);
        var before = new FileInfo(kept).Length;
        while (new FileInfo(kept).Length == before)
        {
            if (child.HasExited) Assert.Fail(await said);
            await Task.Delay(10, Cancel);
        }

        await Task.Delay(milliseconds, Cancel);
        await end(child);
        child.Kill();
        await child.WaitForExitAsync(Cancel);
    }

    /// <summary>An acknowledgement that was cut in the middle is none: only what stands before the last empty line counts.</summary>
    private static async Task<IReadOnlyCollection<string>> AcknowledgedAsync(string kept)
    {
        var text = await File.ReadAllTextAsync(kept, Cancel);
        var whole = text[..(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)];
        await File.WriteAllTextAsync(kept, "", Cancel);
        return whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
