using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Newsroom;

namespace NewsDesk.Tests.Newsroom;

public sealed class ContentFileTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("newsdesk-content-").FullName;

    public void Dispose() => Directory.Delete(_content, recursive: true);

    private IEnumerable<string> Listed => ContentFile.List(_content, "posts", name => name.EndsWith(".md", StringComparison.Ordinal)).Select(file => file.Path);

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
    public void A_folder_that_is_not_there_is_empty() => Assert.Empty(Listed);

    [Fact]
    public async Task A_file_that_went_away_meanwhile_reads_as_nothing()
    {
        Write("posts/a.md");
        var file = ContentFile.Find(_content, "posts/a.md")!;
        File.Delete(file.FullPath);

        Assert.Null(await file.ReadTextAsync(NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    private void Write(string path)
    {
        var file = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "text");
    }
}
