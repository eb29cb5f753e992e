using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Newsroom;

namespace NewsDesk.Tests.Newsroom;

public sealed class ContentFolderTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("newsdesk-content-").FullName;

    public void Dispose() => Directory.Delete(_content, recursive: true);

    private IEnumerable<string> Listed => ContentFolder.List(_content, "posts", name => name.EndsWith(".md", StringComparison.Ordinal)).Select(file => file.Path);

    [Fact]
    public void Lists_by_name_at_any_depth_and_leaves_what_editors_and_systems_leave_behind()
    {
        foreach (var path in new[] { "posts/b.md", "posts/2026/11/a.md", "posts/.hidden.md", "posts/.git/x.md", "posts/#b.md", "posts/b.md~", "posts/note.txt", "other/c.md" })
            Write(path);

        Assert.Equal(["posts/2026/11/a.md", "posts/b.md"], Listed);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Write("secret.md");
        Write("posts/a.md");
        File.CreateSymbolicLink(Path.Combine(_content, "posts/out.md"), Path.Combine(_content, "secret.md"));
        File.CreateSymbolicLink(Path.Combine(_content, "posts/in.md"), Path.Combine(_content, "posts/a.md"));
        File.CreateSymbolicLink(Path.Combine(_content, "posts/dead.md"), Path.Combine(_content, "posts/none.md"));

        Assert.Equal(["posts/a.md", "posts/in.md"], Listed);
    }

    [Fact]
    public void A_linked_folder_is_not_followed_neither_out_nor_in_a_circle()
    {
        Write("elsewhere/secret.md");
        Write("posts/a.md");
        Directory.CreateSymbolicLink(Path.Combine(_content, "posts/out"), Path.Combine(_content, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(_content, "posts/round"), Path.Combine(_content, "posts"));

        Assert.Equal(["posts/a.md"], Listed);
    }

    [Fact]
    public async Task A_changed_right_to_read_makes_it_another_file()
    {
        Write("posts/a.md");
        var before = ContentFolder.Find(_content, "posts/a.md");
        await RunAsync("chmod", "400", "posts/a.md");

        Assert.NotEqual(before, ContentFolder.Find(_content, "posts/a.md"));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x68, 0x69 }, "hi")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x68, 0x00, 0x69, 0x00 }, "hi")]
    [InlineData(new byte[] { 0x63, 0x61, 0x66, 0xE9 }, "caf\uFFFD")]
    [InlineData(new byte[] { 0x01, 0x00, 0x02 }, null)]
    [InlineData(new byte[] { }, "")]
    public async Task Text_is_read_in_whatever_it_was_saved(byte[] bytes, string? text)
    {
        Write("posts/a.md");
        await File.WriteAllBytesAsync(Path.Combine(_content, "posts/a.md"), bytes, TestContext.Current.CancellationToken);

        Assert.Equal(text, await ContentFolder.Find(_content, "posts/a.md")!.ReadTextAsync(1000, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Write("posts/a.md");
        await RunAsync("mkfifo", "posts/pipe.md");

        Assert.Equal("", await ContentFolder.Find(_content, "posts/pipe.md")!.ReadTextAsync(1000, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_too_large_is_not_read()
    {
        Write("posts/a.md");

        Assert.Null(await ContentFolder.Find(_content, "posts/a.md")!.ReadTextAsync(3, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_empty() => Assert.Empty(Listed);

    [Fact]
    public async Task A_file_that_went_away_meanwhile_reads_as_nothing()
    {
        Write("posts/a.md");
        var file = ContentFolder.Find(_content, "posts/a.md")!;
        File.Delete(file.FullPath);

        Assert.Null(await file.ReadTextAsync(1000, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    private async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = _content })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private void Write(string path)
    {
        var file = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "text");
    }
}
