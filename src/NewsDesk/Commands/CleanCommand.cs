using System.CommandLine;
using NewsDesk.Markup;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk clean</c>: shows what the cleaner keeps.</summary>
public static class CleanCommand
{
    private sealed record Line(string? Html);

    public static Command Create()
    {
        var batch = Batch.FileOption("""JSON Lines of {"id","html"}""");
        var files = new Argument<string[]>("FILE")
        {
            Description = "HTML files; without one, and without --batch, standard input is read.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var url = new Option<string?>("--url") { Description = "Where the HTML came from: its addresses become absolute.", HelpName = "URL" };
        var command = new Command("clean", "Shows what the cleaner keeps of a piece of HTML.") { files, url, batch };
        command.SetAction((parsed, cancel) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return parsed.GetValue(batch) is { } lines
                ? Batch.RunAsync<Line>(lines, output, (line, _) => Answer(line, BaseUrl(parsed.GetValue(url))), cancel)
                : ShowAsync(parsed.GetValue(files) ?? [], BaseUrl(parsed.GetValue(url)), output, parsed.InvocationConfiguration.Error, cancel);
        });
        return command;
    }

    private static object Answer(Line line, Uri? baseUrl) =>
        line.Html is { } html ? new { html = HtmlCleaner.Clean(html, baseUrl) } : throw new BadInputException("\"html\" is missing");

    private static async Task<int> ShowAsync(string[] files, Uri? baseUrl, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        if (files.Length == 0)
        {
            await output.WriteLineAsync(HtmlCleaner.Clean(await Console.In.ReadToEndAsync(cancel), baseUrl));
            return 0;
        }

        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                await output.WriteLineAsync(HtmlCleaner.Clean(await File.ReadAllTextAsync(GivenFile.Find(file, "*.html"), cancel), baseUrl));
            }
            catch (Exception error) when (error is BadInputException or IOException or UnauthorizedAccessException)
            {
                await complaints.WriteLineAsync($"newsdesk: {(error is BadInputException ? error.Message : $"{file}: {error.Message}")}");
                failed = 1;
            }
        }

        return failed;
    }

    private static Uri? BaseUrl(string? url) =>
        url is null ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute
        : throw new BadInputException($"--url {url} is no address of a page: it begins with http:// or https://");
}
