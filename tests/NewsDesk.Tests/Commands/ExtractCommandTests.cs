using System.Text.Json;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Shows_a_person_the_article()
    {
        var (exit, output, error) = await RunAsync(Save("moon.html", Samples.Page("Moon sold", "https://lantern.example/moon")));

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("Moon sold\nThe Lantern · 2026-11-04T09:30:00+00:00\n", output, StringComparison.Ordinal);
        Assert.Contains("The council sold the moon on Tuesday", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 90, line));
    }

    [Fact]
    public async Task Explains_what_was_kept_and_pruned()
    {
        var (_, output, _) = await RunAsync("--explain", Save("moon.html", Samples.Page("Moon sold", "https://lantern.example/moon")));

        Assert.Contains("Container: ", output, StringComparison.Ordinal);
        Assert.Matches(@"\n  \+ [01]\.\d\d  The council sold", output);
        Assert.Matches(@"\n  - [01]\.\d\d  Copyright The Lantern", output);
    }

    [Fact]
    public async Task Names_each_that_cannot_be_read_and_shows_the_rest()
    {
        var missing = Path.Combine(_folder, "missing.html");

        var (exit, output, error) = await RunAsync(missing, "https://lantern.example/moon", Save("moon.html", Samples.Page("Moon sold", "https://lantern.example/moon")));

        Assert.Equal(1, exit);
        Assert.Contains("Moon sold", output, StringComparison.Ordinal);
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"{missing}: there is no such file", "https://lantern.example/moon: addresses are not fetched here; save what is there and name the file"], lines.Select(line => line.TrimEnd()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_no_page_is_named_with_what_to_do()
    {
        var (empty, menu, binary) = (Save("empty.html", ""), Save("menu.html", "<title>Quay</title><nav><ul><li><a href=/>Home</a><li><a href=/a>About us</a></ul></nav>"), Path.Combine(_folder, "a.pdf"));
        await File.WriteAllBytesAsync(binary, [0x25, 0x50, 0x44, 0x46, 0x2D, 0x00, 0x01], TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync(empty, _folder, menu, binary, Save("moon.html", Samples.Page("Moon sold", "https://lantern.example/moon")));

        Assert.Equal(1, exit);
        Assert.Contains("The council sold the moon", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", output, StringComparison.Ordinal);
        Assert.Equal(
            [$"{empty}: the file is empty; save the page again", $"{_folder}: is a folder; name the files in it, as {Path.Join(_folder, "*.html")}",
             $"{menu}: no article was found in it, only short lines as menus have them; --explain shows what was looked at",
             $"{binary}: is no page but something binary; name a page that was saved as HTML"],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_read_all_the_same()
    {
        var file = Path.Combine(_folder, "old.html");
        await File.WriteAllBytesAsync(file, System.Text.Encoding.Latin1.GetBytes(Samples.Page("Café sold", "https://lantern.example/cafe")), TestContext.Current.CancellationToken);

        var (exit, output, _) = await RunAsync(file);

        Assert.Equal(0, exit);
        Assert.StartsWith("Café sold\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_to_read_it_is_wrong_usage()
    {
        var (exit, _, error) = await RunAsync();

        Assert.Equal(2, exit);
        Assert.Contains("name a saved page", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_batch_in_order_and_goes_on_after_bad_lines()
    {
        var page = Save("moon.html", Samples.Page("Moon sold", "https://lantern.example/moon"));
        var batch = Save("batch.jsonl", string.Join('\n',
            JsonSerializer.Serialize(new { id = "a", path = page, url = "https://lantern.example/moon" }),
            JsonSerializer.Serialize(new { id = "b", path = Path.Combine(_folder, "missing.html") }),
            JsonSerializer.Serialize(new { id = "c" })));

        var (exit, output, _) = await RunAsync("--batch", batch);

        Assert.Equal(0, exit);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["id", "title", "byline", "siteName", "published", "language", "excerpt", "image", "text", "html"], lines[0].EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.Equal("Moon sold", lines[0].GetProperty("title").GetString());
        Assert.Equal(["a", "b", "c"], lines.Select(line => line.GetProperty("id").GetString()!), StringComparer.Ordinal);
        Assert.Contains("there is no such file", lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"path\" is missing", lines[2].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Save(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await ExtractCommand.Create().Parse(arguments).InvokeAsync(
            new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
