using System.CommandLine;
using NewsDesk.Archive;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class ArchiveCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_is_checked_backed_up_damaged_restored_copied_and_pruned()
    {
        var folder = Directory.CreateTempSubdirectory("newsdesk-archive command-").FullName;
        var (path, copy, other) = (Path.Combine(folder, "desk.db"), Path.Combine(folder, "copy.db"), Path.Combine(folder, "other.db"));
        await using (var db = await ArchiveDatabase.OpenAsync(path, TimeProvider.System, Cancel))
        {
            var source = await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://e.org/feed", Title = "E" }, Cancel);
            var old = DateTimeOffset.UnixEpoch.AddYears(40);
            await new Articles(db).SaveAsync(new Article { SourceId = source, Url = "https://e.org/a", Title = "Moon", Text = "Sold.", FirstSeen = old, LastSeen = old }, "a", Cancel);
        }

        Assert.Contains("is sound", (await RunAsync(0, "check", "--archive", path)).Output, StringComparison.Ordinal);
        Assert.Contains("is a copy of", (await RunAsync(0, "backup", copy, "--archive", path)).Output, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArchiveException>(() => RunAsync(1, "restore", copy, "--archive", path));
        await File.WriteAllTextAsync(path, "ruined", Cancel);
        await Assert.ThrowsAsync<ArchiveException>(() => RunAsync(1, "check", "--archive", path));
        Assert.Contains("it is kept as", (await RunAsync(0, "restore", copy, "--replace", "--archive", path)).Output, StringComparison.Ordinal);
        Assert.Contains("1 articles and posts", (await RunAsync(0, "rebuild", "--archive", path, "--content", Directory.CreateDirectory(Path.Combine(folder, "content")).FullName)).Output, StringComparison.Ordinal);
        Assert.Matches("articles +1 rows, the same on both sides", (await RunAsync(0, "copy", "--to", other, "--archive", path)).Output);
        Assert.Contains("Removed 1 articles", (await RunAsync(0, "prune", "--older-than", "365d", "--archive", other)).Output, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(1, "prune", "--older-than", "a year", "--archive", other));
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(1, "copy", "--to", path, "--archive", path));

        await using (var db = await ArchiveDatabase.OpenAsync(path, TimeProvider.System, Cancel))
        {
            await db.WriteAsync(session => session.ExecuteAsync("UPDATE wire_days SET articles = 7"), Cancel);
        }

        Assert.Contains("archive rebuild", (await RunAsync(1, "check", "--archive", path)).Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Rebuilding_prints_every_post_again_from_its_file_and_keeps_its_stable_id()
    {
        var folder = Directory.CreateTempSubdirectory("newsdesk-archive-command-").FullName;
        var (path, content) = (Path.Combine(folder, "desk.db"), Path.Combine(folder, "content"));
        Directory.CreateDirectory(Path.Combine(content, "posts"));
        await File.WriteAllTextAsync(Path.Combine(content, "posts", "moon.md"), Samples.Post("The moon is ours", "date: 2026-06-01"), Cancel);
        await File.WriteAllTextAsync(Path.Combine(content, "posts", "new.md"), Samples.Post("A new one", "date: 2026-06-02"), Cancel);
        await using (var db = await ArchiveDatabase.OpenAsync(path, TimeProvider.System, Cancel))
        {
            var posts = new Posts(db);
            await posts.SaveAsync(Printed("posts/moon.md", "moon") with { Uid = "kept" }, Cancel);
            await posts.SaveAsync(Printed("posts/gone.md", "gone"), Cancel);
        }

        var (output, error) = await RunAsync(0, "rebuild", "--archive", path, "--content", content);

        Assert.Contains("2 articles and posts can be found again", output, StringComparison.Ordinal);
        Assert.Contains("2 posts are printed again from the 2 files", output, StringComparison.Ordinal);
        Assert.Contains("1 whose file is gone", output, StringComparison.Ordinal);
        Assert.Equal("", error);
        await using (var db = await ArchiveDatabase.OpenExistingAsync(path, TimeProvider.System, Cancel))
        {
            var moon = (await new Posts(db).FindByPathAsync("posts/moon.md", Cancel))!;
            Assert.Equal(("kept", "The moon is ours"), (moon.Uid, moon.Title));
            Assert.Contains("the rent is due", moon.Html, StringComparison.Ordinal);
            Assert.Equal(2, (await new Search(db).FindPostsAsync("rent", PostSearchFilter.Everything, 0, 9, TimeProvider.System.GetUtcNow(), Cancel)).Total);
            Assert.Empty(await new ArchiveCheck(db).RunAsync(cancel: Cancel));
        }

        // Another desk's folder must not empty this one.
        var other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        var refused = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(1, "rebuild", "--archive", path, "--content", other));
        Assert.Contains("--content", refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static IndexedPost Printed(string path, string slug) => new()
    {
        Path = path,
        FileHash = "as it was",
        Slug = slug,
        Title = "What stood here before",
        Language = "en",
        Published = DateTimeOffset.UnixEpoch.AddYears(50),
        Text = "Nothing to find.",
    };

    private static async Task<(string Output, string Error)> RunAsync(int expected, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await new RootCommand { ArchiveCommand.Create() }.Parse(["archive", .. args])
            .InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Cancel);
        Assert.Equal($"{expected}", $"{code}{(code == expected ? "" : error)}");
        return (output.ToString(), error.ToString());
    }
}
