using System.Diagnostics;
using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class FullDiskTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_full_disk_is_said_clearly_loses_nothing_and_the_archive_goes_on_once_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        var disk = Directory.CreateTempSubdirectory("newsdesk-full-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk);
        try
        {
            var ballast = Path.Combine(disk, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[8 << 20], Cancel);
            var path = Path.Combine(disk, "desk.db");
            await using var db = await ArchiveDatabase.OpenAsync(path, TimeProvider.System, Cancel);
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
                        await articles.SaveAsync(AnArticle(source, url, text: $"moon {new string('x', 20_000)}"), url, Cancel);
                        kept++;
                    }
                });
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
                Assert.Contains("full", error.Message, StringComparison.Ordinal);
                Assert.Equal(kept, await articles.CountAsync(Cancel));
            }

            File.Delete(ballast);
            Assert.Equal("", string.Join('\n', await new ArchiveCheck(db).RunAsync(cancel: Cancel)));
            await articles.SaveAsync(AnArticle(source, "https://e.org/after"), "after", Cancel);
            for (var i = 0; i < kept; i++) Assert.NotNull(await articles.FindByUrlAsync($"https://e.org/{i}", Cancel));
            Assert.True(kept > 10);
        }
        finally
        {
            await RunAsync("umount", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, process.ExitCode);
    }
}
