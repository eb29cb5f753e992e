using System.CommandLine;
using System.Globalization;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk extract</c>: shows what the reader finds in a page.</summary>
public static class ExtractCommand
{
    private sealed record Line(string? Path, string? Url);

    public static Command Create()
    {
        var pages = new Argument<string[]>("FILE") { Description = "Saved pages to read.", Arity = ArgumentArity.ZeroOrMore }.OnlyFiles();
        var explain = new Option<bool>("--explain") { Description = "Shows where the article stood, and what was pruned." };
        var batch = Batch.FileOption("""JSON Lines of {"id","path","url"}""");
        var command = new Command("extract", "Finds the article in a page.") { pages, explain, batch };
        command.SetAction((parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(batch) is { } lines
                ? Batch.RunAsync<Line>(lines, output, (line, _) => Answer(Read(line)), cancel)
                : ShowAllAsync(parsed.GetValue(pages) ?? [], parsed.GetValue(explain), output, error, cancel);
        });
        return command;
    }

    private static async Task<int> ShowAllAsync(string[] pages, bool explain, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (pages.Length == 0)
        {
            await error.WriteLineAsync("extract: nothing to read; name a saved page, or --batch FILE");
            return 2;
        }

        var exit = 0;
        var look = new TerminalLook(Width(), GatherProgress.IsTerminal(output) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
        foreach (var page in pages)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var told = ArticleReader.Explain(BytesOf(page));
                if (pages.Length > 1) await output.WriteLineAsync(look.Faint($"── {page}"));
                if (explain || ShownArticle.IsFound(told)) await output.WriteAsync(ShownArticle.Of(told, explain, look));
                if (ShownArticle.IsFound(told)) continue;
                await error.WriteLineAsync($"{page}: no article was found in it, only {(told.Blocks.Count == 0 ? "markup without text" : "short lines as menus have them")}{(explain ? "" : "; --explain shows what was looked at")}");
                exit = 1;
            }
            catch (Exception problem) when (problem is BadInputException or IOException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync(problem.Message);
                exit = 1;
            }
        }

        return exit;
    }

    /// <summary>Lines of more than 90 letters are hard to read, however wide the terminal.</summary>
    private static int Width() => Console.IsOutputRedirected ? 90 : Math.Clamp(Console.WindowWidth, 40, 90);

    private static byte[] BytesOf(string path)
    {
        if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"{path}: addresses are not fetched here; save the page and name the file");
        if (Directory.Exists(path)) throw new BadInputException($"{path}: is a folder; name the pages in it, as {Path.Join(path, "*.html")}");
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : throw new BadInputException($"{path}: there is no such file");
        if (bytes.Length == 0) throw new BadInputException($"{path}: the file is empty; save the page again");
        return IsBinary(bytes) ? throw new BadInputException($"{path}: is no page but something binary; name a page that was saved as HTML") : bytes;
    }

    /// <summary>A nought among the first letters stands in no text but UTF-16, which says so at its start.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && (bytes[..Math.Min(bytes.Length, 1_024)].Contains((byte)0) || bytes.StartsWith("%PDF-"u8));

    private static ReadArticle Read(Line line)
    {
        var path = line.Path ?? throw new BadInputException("\"path\" is missing");
        var url = line.Url is null ? null
            : Uri.TryCreate(line.Url, UriKind.Absolute, out var absolute) ? absolute
            : throw new BadInputException($"\"url\": {line.Url} is not an absolute address");
        return ArticleReader.Read(BytesOf(path), url);
    }

    private static object Answer(ReadArticle article) => new
    {
        article.Title,
        Byline = article.Authors.Count == 0 ? null : string.Join(", ", article.Authors),
        article.SiteName,
        Published = Written(article.Published),
        article.Language,
        article.Excerpt,
        Image = article.Image?.AbsoluteUri,
        article.Text,
        article.Html,
    };

    /// <summary>A date alone was read as midnight UTC, and is told as a date alone, so that no zone makes another day of it.</summary>
    internal static string? Written(DateTimeOffset? moment) => moment switch
    {
        null => null,
        { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } time => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
    };
}
