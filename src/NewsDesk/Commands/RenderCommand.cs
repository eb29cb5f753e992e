using System.CommandLine;
using System.Text.Json;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk render</c>: shows what the press makes of a post's file, one JSON line a file.</summary>
public static class RenderCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown files of posts.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("render", "Shows what the press makes of a post: HTML, text, originals and warnings as one JSON line a file.") { files };
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var exit = 0;
            foreach (var path in parsed.GetRequiredValue(files))
            {
                try
                {
                    await output.WriteLineAsync(await RenderAsync(path, cancel));
                }
                catch (Exception error) when (error is BadInputException or IOException or UnauthorizedAccessException)
                {
                    await errors.WriteLineAsync($"newsdesk render: {error.Message}");
                    exit = 1;
                }
            }

            return exit;
        });
        return command;
    }

    private static async Task<string> RenderAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new BadInputException($"{path}: there is no such file");
        var text = await File.ReadAllTextAsync(path, cancel);
        var read = PostFile.Parse(text, path, new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
        if (read.Post is not { } post) throw new BadInputException($"{path}: {read.Warnings[^1].Message}");
        var printed = PostHtml.Render(post, RenderContext.Empty);
        return JsonSerializer.Serialize(new
        {
            path,
            post.Slug,
            post.Title,
            Html = printed.WholeHtml,
            printed.Text,
            post.Originals,
            Warnings = read.Warnings.Concat(printed.Warnings),
        }, Batch.Json);
    }
}
