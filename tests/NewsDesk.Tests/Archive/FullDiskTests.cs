using System.Diagnostics;
using System.Globalization;
using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class FullDiskTests
{
    [Theory, OnBoth]
    [Trait("Category", "Long")]
    public async Task A_full_disk_is_said_clearly_loses_nothing_and_the_archive_goes_on_once_there_is_room(Database on)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        var disk = Directory.CreateTempSubdirectory("newsdesk-full-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", on == Database.Sqlite ? "size=24m" : "size=72m,mode=1777", "tmpfs", disk);
        try
        {
            // The server's data lies on the small disk, its log of changes does not.
            await using var server = on == Database.Postgres ? await DebianPostgres.StartInAsync(disk) : null;
            await FillAsync(disk, server is null ? Path.Combine(disk, "desk.db") : $"{server.Settings};Database=postgres", server is null ? disk : "postgres at 127.0.0.1");
        }
        finally
        {
            await RunAsync("umount", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task FillAsync(string disk, string connection, string named)
    {
        var ballast = Path.Combine(disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[8 << 20], Cancel);
        await using var db = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel);
        var source = await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://e.org/feed", Title = "E" }, Cancel);
        var articles = new Articles(db);
        var kept = 0;
        for (var time = 0; time < 3; time++)
        {
            var error = await Assert.ThrowsAsync<ArchiveException>(async () =>
            {
                while (true)
                {
                    var url = $"https://e.org/{kept}";
                    await articles.SaveAsync(AnArticle(source, url, text: $"moon {RandomWords(kept)}"), url, Cancel);
                    kept++;
                }
            });
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
            Assert.Contains("full", error.Message, StringComparison.Ordinal);
            Assert.Equal(kept, await articles.CountAsync(Cancel));
        }

        File.Delete(ballast);
        Assert.Equal("", string.Join('\n', await new ArchiveCheck(db).RunAsync(cancel: Cancel)));
        await articles.SaveAsync(AnArticle(source, "https://e.org/after"), "after", Cancel);
        for (var i = 0; i < kept; i++) Assert.NotNull(await articles.FindByUrlAsync($"https://e.org/{i}", Cancel));
        Assert.True(kept > 10);
    }

    /// <summary>Twenty thousand letters that no compression makes small.</summary>
    private static string RandomWords(int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 2000).Select(_ => random.NextInt64().ToString("x16", CultureInfo.InvariantCulture)[..9]));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, process.ExitCode);
    }
}
