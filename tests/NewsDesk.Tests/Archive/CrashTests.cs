using System.Diagnostics;
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

    /// <summary>The child: only runs when it is asked for by name, and never ends by itself.</summary>
    [Fact(Explicit = true)]
    public async Task Writer_that_waits_to_be_killed()
    {
        var connection = Environment.GetEnvironmentVariable(ConnectionVariable)!;
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
        await using var kept = new StreamWriter(Environment.GetEnvironmentVariable(KeptVariable)!, append: true) { AutoFlush = true };
        var (articles, posts, random) = (new Articles(db), new Posts(db), new Random(Environment.ProcessId));
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
            await kept.WriteAsync(string.Concat(gathered.Select(one => one.Article.Url + "\n")) + "\n");
        }
    }

    private static async Task KillAsync(Database on, int kills)
    {
        var (connection, remove) = await EmptyAsync(on);
        var kept = Path.GetTempFileName();
        await using (var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel))
        {
            await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://e.org/feed", Title = "E" }, Cancel);
        }

        var random = new Random(5);
        for (var kill = 0; kill < kills; kill++)
        {
            await WriteUntilKilledAsync(connection, kept, random.Next(400));
            var urls = await AcknowledgedAsync(kept);
            await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
            var there = (await new Articles(db).ListByUrlsAsync(urls, Cancel)).Select(article => article.Url).ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(urls);
            Assert.Equal("", string.Join(' ', urls.Where(url => !there.Contains(url))));
            Assert.Equal("", string.Join('\n', await new ArchiveCheck(db).RunAsync(cancel: Cancel)));
        }

        File.Delete(kept);
        await remove();
    }

    private static async Task WriteUntilKilledAsync(string connection, string kept, int milliseconds)
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
        child.Kill(); // SIGKILL: no handler, no farewell
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
