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
        var command = new Command("clean", "Shows what the cleaner keeps of a piece of HTML.") { batch };
        command.SetAction((parsed, cancel) => Batch.RunAsync<Line>(parsed.GetRequiredValue(batch), parsed.InvocationConfiguration.Output,
            (line, _) => line.Html is { } html
                ? new { html = HtmlCleaner.Clean(html) }
                : throw new BadInputException("\"html\" is missing"),
            cancel));
        return command;
    }
}
