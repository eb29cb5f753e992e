using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Checking;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk render</c>: shows what the press makes of a post's file, one JSON line a file.</summary>
public static class RenderCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown files of posts.", Arity = ArgumentArity.OneOrMore }.OnlyFiles();
        var command = new Command("render", "Shows what the press makes of a post: HTML, text, originals and warnings as one JSON line a file.") { files };
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var mastheads = new Dictionary<string, Masthead>(StringComparer.Ordinal);
            var exit = 0;
            foreach (var path in parsed.GetRequiredValue(files))
            {
                try
                {
                    await output.WriteLineAsync((await RenderAsync(path, mastheads, cancel)).AsMemory(), cancel);
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

    private static async Task<string> RenderAsync(string path, Dictionary<string, Masthead> mastheads, CancellationToken cancel)
    {
        if (Directory.Exists(path)) throw new BadInputException($"{path} is a folder: name the files in it, as in {Path.Combine(path, "*.md")}");
        if (!File.Exists(path)) throw new BadInputException($"{path}: there is no such file");
        var findings = new List<Finding>();
        if (await ReadAsync(path, findings, cancel) is not { } text) throw new BadInputException($"{path}: {findings[^1].Message}");
        var read = PostFile.Parse(text, path, new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
        if (read.Post is not { } post) throw new BadInputException($"{path}: {read.Warnings[^1].Message}");

        var masthead = await MastheadAboveAsync(path, mastheads, cancel);
        var printed = PostHtml.Render(post, masthead.Paper with { Persona = masthead.FindPersona(post.Persona) });
        return JsonSerializer.Serialize(new
        {
            path,
            post.Slug,
            printed.Title,
            Html = printed.WholeHtml,
            printed.Text,
            post.Originals,
            Warnings = findings.Select(one => new Warning(path, one.Line, one.Message) { IsError = one.IsError })
                .Concat(PostCheck.Find(read, post, text, printed, masthead)),
        }, Batch.Json);
    }

    /// <summary>As the site reads it; a pipe, which has no length, to its end.</summary>
    private static async Task<string?> ReadAsync(string path, List<Finding> findings, CancellationToken cancel)
    {
        var full = Path.GetFullPath(path);
        return ContentFolder.Find(Path.GetDirectoryName(full) ?? "/", Path.GetFileName(full)) is { Length: > 0 } file
            ? await file.ReadTextAsync(PostDesk.MaxFileBytes, new FindingsLog(findings), cancel)
            : await File.ReadAllTextAsync(path, cancel);
    }

    /// <summary>A post in a content folder is printed with that folder's words, personas and pictures; one that lies elsewhere without.</summary>
    private static async Task<Masthead> MastheadAboveAsync(string path, Dictionary<string, Masthead> mastheads, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        while (folder is not null && !File.Exists(Path.Combine(folder, "site.yml")) && !File.Exists(Path.Combine(folder, "language.yml")))
            folder = Path.GetDirectoryName(folder);
        if (folder is null) return Masthead.Empty;
        if (mastheads.TryGetValue(folder, out var known)) return known;
        var (masthead, _) = await MastheadFiles.ReadAsync(MastheadFiles.List(folder), NullLogger.Instance, cancel);
        return mastheads[folder] = masthead with { Pictures = await PictureDesk.ReadAsync(folder, NullLogger.Instance, cancel) };
    }
}
