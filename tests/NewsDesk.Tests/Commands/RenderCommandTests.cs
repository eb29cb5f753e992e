using System.Text.Json;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdesk-render-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Answers_one_line_for_each_file_and_goes_on_after_a_missing_one()
    {
        var first = await GivenFileAsync("2026-11-05-moon.md", """
            ---
            title: Moon sold
            originals: [https://herald.example/moon]
            colour: red
            ---
            The *text*.

            ::: signoff
            Ends.
            :::
            """);
        var last = await GivenFileAsync("cheese.md", "---\ntitle: Cheese\n---\nLate.\n");
        var missing = Path.Combine(_folder.FullName, "missing.md");

        var (exit, output, errors) = await RunAsync(first, missing, last);

        Assert.Equal(1, exit);
        Assert.Equal(2, output.Count);
        Assert.Equal(["path", "slug", "title", "html", "text", "originals", "warnings"], output[0].EnumerateObject().Select(part => part.Name), StringComparer.Ordinal);
        Assert.Equal(first, output[0].GetProperty("path").GetString());
        Assert.Equal("moon-sold", output[0].GetProperty("slug").GetString());
        Assert.Equal("The text.\n\nEnds.", output[0].GetProperty("text").GetString());
        Assert.StartsWith("<p>The <em>text</em>.</p>", output[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("<div class=\"signoff\">\n<p>Ends.</p>\n</div>\n", output[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://herald.example/moon", output[0].GetProperty("originals")[0].GetProperty("url").GetString());
        Assert.Equal(4, output[0].GetProperty("warnings")[0].GetProperty("line").GetInt32());
        Assert.Equal("cheese", output[1].GetProperty("slug").GetString());
        Assert.Equal($"newsdesk render: {missing}: there is no such file", Assert.Single(errors));
    }

    [Fact]
    public async Task What_is_wrong_is_told_line_by_line_and_each_on_one()
    {
        await GivenFileAsync("site.yml", "title: The Lantern\n");
        var path = await GivenFileAsync("moon.md", "---\ntitle: Moon\ndate: |\n  some\n  day\ncolour: red\npersona: nobody\naliases: [wire]\n---\nThe <title>\n\n{{stroy}}\n\n[^a]{#own}\n\n[^a]: ![b](b.png)\n");

        var (_, output, _) = await RunAsync(path);

        var warnings = output[0].GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal([3, 6, 7, 8, 10, 12, 14, 16], warnings.Select(one => one.GetProperty("line").GetInt32()).Distinct());
        Assert.DoesNotContain(warnings, one => one.GetProperty("message").GetString()!.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lost_letters_and_an_unknown_persona_are_told()
    {
        await GivenFileAsync("site.yml", "title: The Lantern\n");
        var path = await GivenFileAsync("moon.md", "");
        await File.WriteAllBytesAsync(path, [.. "---\ntitle: Moon\npersona: nobody\n---\nA line"u8, 0xC3, (byte)'('], TestContext.Current.CancellationToken);

        var (exit, output, _) = await RunAsync(path);

        Assert.Equal(0, exit);
        var warnings = output[0].GetProperty("warnings").EnumerateArray().Select(one => $"{one.GetProperty("line").GetInt32()}: {one.GetProperty("message").GetString()}").ToList();
        Assert.Equal(2, warnings.Count);
        Assert.StartsWith("1: is not UTF-8, as byte ", warnings[0], StringComparison.Ordinal);
        Assert.Equal("3: there is no persona nobody: write content/personas/nobody.md", warnings[1]);
    }

    [Fact]
    public async Task An_empty_file_is_told_and_a_good_one_ends_well()
    {
        var empty = await GivenFileAsync("empty.md", "");
        var (exit, output, errors) = await RunAsync(empty);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("the file is empty", Assert.Single(errors), StringComparison.Ordinal);

        var (good, _, none) = await RunAsync(await GivenFileAsync("a.md", "Text"));
        Assert.Equal(0, good);
        Assert.Empty(none);
    }

    [Fact]
    public async Task A_post_in_a_content_folder_is_checked_against_its_words_and_personas()
    {
        _folder.CreateSubdirectory("posts/2026");
        _folder.CreateSubdirectory("personas");
        await GivenFileAsync("language.yml", "strong:\n  - fuck*\n");
        await GivenFileAsync("personas/maureen.md", "---\nname: Maureen\nlanguage: strong\n---\n");
        var swears = await GivenFileAsync("posts/2026/a.md", "---\ntitle: A\n---\nFuck.\n");
        var may = await GivenFileAsync("posts/2026/b.md", "---\ntitle: B\npersona: Maureen\n---\nFuck.\n");

        var (exit, output, _) = await RunAsync(swears, may);

        Assert.Equal(0, exit);
        Assert.Contains("its words are strong", output[0].GetProperty("warnings")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, output[1].GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task A_picture_of_the_content_folder_has_its_size_and_a_missing_one_is_told()
    {
        _folder.CreateSubdirectory("posts");
        _folder.CreateSubdirectory("media");
        await GivenFileAsync("site.yml", "title: Paper\n");
        await GivenFileAsync("media/moon.svg", "<svg width='320' height='240'/>");
        var post = await GivenFileAsync("posts/a.md", "---\ntitle: A\n---\n![m](/media/moon.svg) ![n](/media/noon.svg)\n");

        var (_, output, _) = await RunAsync(post);

        Assert.Contains("width=\"320\" height=\"240\"", output[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        var warning = output[0].GetProperty("warnings")[0];
        Assert.Contains("did you mean /media/moon.svg?", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((4, true), (warning.GetProperty("line").GetInt32(), warning.GetProperty("isError").GetBoolean()));
    }

    private async Task<string> GivenFileAsync(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    private static async Task<(int Exit, List<JsonElement> Output, List<string> Errors)> RunAsync(params string[] files)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await RenderCommand.Create().Parse(files).InvokeAsync(new() { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return (exit, [.. Lines(output).Select(line => JsonDocument.Parse(line).RootElement)], Lines(errors));
    }

    private static List<string> Lines(StringWriter text) => [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
