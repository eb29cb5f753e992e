using NewsDesk.Commands;
using NewsDesk.Tests.Newsroom.Originals;
using PostFile = NewsDesk.Press.Posts.PostFile;

namespace NewsDesk.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsdesk-new-").FullName;

    public NewCommandTests() => Directory.CreateDirectory(Path.Combine(_root, "content/personas"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_post_is_begun_with_what_its_original_says_of_itself()
    {
        await using var herald = await Herald.OpenAsync();
        File.WriteAllText(Path.Combine(_root, "content/personas/night.md"), "---\nname: The Night Editor\n---\n");

        var (exit, path, errors) = await RunAsync("Moon: sold!", "--persona", "the night editor", "--kind", "take", "--tag", "space", "--tag", "a, b", "--original", herald.Moon.AbsoluteUri, "--draft");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Matches("/content/posts/20[0-9]{2}/[0-9]{2}/moon-sold\\.md$", path);
        var read = PostFile.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), path, default);
        Assert.Empty(read.Warnings);
        Assert.Equal(("Moon: sold!", "night", "take", true), (read.Post!.Title, read.Post.Persona, read.Post.Kind, read.Post.Draft));
        Assert.Equal(["space", "a", "b"], read.Post.Tags, StringComparer.Ordinal);
        Assert.InRange(read.Post.Date, TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(10), TimeProvider.System.GetUtcNow());
        var original = Assert.Single(read.Post.Originals);
        Assert.Equal((herald.Moon.AbsoluteUri, "Moon: sold", "The Lantern", new DateTimeOffset(2026, 11, 4, 9, 30, 0, TimeSpan.Zero)),
            (original.Url, original.Title, original.Publisher, original.Published!.Value));

        // What was read is kept, and not asked for again.
        await RunAsync("Moon again", "--original", herald.Moon.AbsoluteUri);
        Assert.Equal(1, herald.Asked);
    }

    [Fact]
    public async Task A_headline_is_one_line()
    {
        var (_, path, _) = await RunAsync(" Moon\n sold \n");

        Assert.Equal("Moon sold", PostFile.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), path, default).Post!.Title);
    }

    [Fact]
    public async Task An_original_that_is_not_to_be_had_stays_an_address_and_the_writer_is_told()
    {
        await using var herald = await Herald.OpenAsync();
        herald.IsBroken = true;

        var (exit, path, errors) = await RunAsync("Moon", "--original", herald.Moon.AbsoluteUri, "--original", "https://never.example/x");

        Assert.Equal(0, exit);
        Assert.Contains($"newsdesk new: {herald.Moon.AbsoluteUri} was not read: ", errors, StringComparison.Ordinal);
        Assert.Contains("https://never.example/x was not read: ", errors, StringComparison.Ordinal);
        var read = PostFile.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), path, default);
        Assert.Equal([(herald.Moon.AbsoluteUri, null), ("https://never.example/x", null)], read.Post!.Originals.Select(original => (original.Url, original.Title)));
    }

    [Fact]
    public async Task A_file_is_never_written_over_and_no_slug_is_taken_twice()
    {
        var (_, path, _) = await RunAsync("Moon sold");
        await File.WriteAllTextAsync(path, "---\ntitle: Other\n---\nMine.", TestContext.Current.CancellationToken);

        Assert.Contains("there is a file of this name already", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync("Moon sold"))).Message, StringComparison.Ordinal);
        Assert.EndsWith("Mine.", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var (_, second, _) = await RunAsync("Moon sold", "--slug", "moon-2");
        Assert.Contains("slug: moon-2", await File.ReadAllTextAsync(second, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("has the slug moon-2 already", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync("Moon 2"))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_root, "*.tmp", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("there is no such persona. There are: night", "Moon", "--persona", "day")]
    [InlineData("this is no address on the web", "Moon", "--original", "herald")]
    [InlineData("this is no address on the web", "Moon", "--original", "file:///etc/passwd")]
    [InlineData("The title is empty", " ")]
    public async Task What_cannot_be_is_told_before_anything_is_written(string says, params string[] args)
    {
        File.WriteAllText(Path.Combine(_root, "content/personas/night.md"), "---\nname: The Night Editor\n---\n");

        var error = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(args));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_root, "content/posts")));
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        string[] where = ["--content", Path.Combine(_root, "content"), "--data", Path.Combine(_root, "data"), "--allow-networks", "127.0.0.1", "--host-delay", "0"];
        var exit = await NewCommand.Create().Parse([.. args, .. where]).InvokeAsync(
            new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (exit, output.ToString().Trim(), errors.ToString());
    }
}
