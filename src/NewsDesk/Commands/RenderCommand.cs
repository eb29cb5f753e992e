using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Checking;
using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk render</c>: shows what the press makes of a post's file, one JSON line a file.</summary>
public static class RenderCommand
{
    private sealed record Paper(Masthead Masthead, KnownPictures Pictures);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown files of posts.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("render", "Shows what the press makes of a post: HTML, text, originals and warnings as one JSON line a file.") { files };
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var papers = new Dictionary<string, Paper>(StringComparer.Ordinal);
            var exit = 0;
            foreach (var path in parsed.GetRequiredValue(files))
            {
                try
                {
                    await output.WriteLineAsync((await RenderAsync(path, papers, cancel)).AsMemory(), cancel);
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

    private static async Task<string> RenderAsync(string path, Dictionary<string, Paper> papers, CancellationToken cancel)
    {
        if (Directory.Exists(path)) throw new BadInputException($"{path} is a folder: name the files in it, as in {Path.Combine(path, "*.md")}");
        if (!File.Exists(path)) throw new BadInputException($"{path}: there is no such file");
        var findings = new List<Finding>();
        if (await ReadAsync(path, findings, cancel) is not { } text) throw new BadInputException($"{path}: {findings[^1].Message}");
        var read = PostFile.Parse(text, path, new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
        if (read.Post is not { } post) throw new BadInputException($"{path}: {read.Warnings[^1].Message}");

        var (masthead, pictures) = await PaperAboveAsync(path, papers, cancel);
        // Where there is no content folder, nobody knows who writes.
        var stranger = masthead == Masthead.Empty ? null : PersonaCheck.Find(post, text, masthead);
        var printed = PostHtml.Render(post, new RenderContext
        {
            Words = masthead.Words,
            Pictures = pictures,
            SiteUrl = masthead.SiteUrl,
            Language = masthead.Site.Language,
            Persona = masthead.FindPersona(post.Persona),
        });
        return JsonSerializer.Serialize(new
        {
            path,
            post.Slug,
            printed.Title,
            Html = printed.WholeHtml,
            printed.Text,
            post.Originals,
            Warnings = findings.Select(one => new Warning(path, one.Line, one.Message) { IsError = one.IsError })
                .Concat(read.Warnings).Concat(stranger is null ? [] : [stranger]).Concat(printed.Warnings),
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
    private static async Task<Paper> PaperAboveAsync(string path, Dictionary<string, Paper> papers, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        while (folder is not null && !File.Exists(Path.Combine(folder, "site.yml")) && !File.Exists(Path.Combine(folder, "language.yml")))
            folder = Path.GetDirectoryName(folder);
        if (folder is null) return new(Masthead.Empty, KnownPictures.None);
        if (papers.TryGetValue(folder, out var known)) return known;
        var (masthead, _) = await MastheadFiles.ReadAsync(MastheadFiles.List(folder), NullLogger.Instance, cancel);
        return papers[folder] = new(masthead, await PictureDesk.ReadAsync(folder, NullLogger.Instance, cancel));
    }
}
