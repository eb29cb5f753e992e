using System.CommandLine;
using System.CommandLine.Parsing;
using NewsDesk.Archive;

namespace NewsDesk.Commands;

/// <summary>Runs what was asked for: 0 done, 1 something asked for failed, 2 wrong usage.</summary>
public static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>After Ctrl-C or SIGTERM a tool ends by itself in a moment; one that hangs is ended after this long.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return ExplainUsage(parsed);
        try
        {
            // The site's host listens to signals itself; two who do would race for the exit code.
            return await parsed.InvokeAsync(new()
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ServeCommand.IsAskedFor(parsed) ? null : TimeToEnd,
            });
        }
        catch (Exception error) when (error is BadInputException or ArchiveException)
        {
            await Console.Error.WriteLineAsync($"newsdesk: {error.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
    }

    /// <summary>A mistyped or misplaced option would otherwise be taken for the name of a file that is not there.</summary>
    public static Argument<string[]> OnlyFiles(this Argument<string[]> files)
    {
        files.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word is ['-', not ' ', ..] && !File.Exists(word)))
                result.AddError($"{word}: {(result.Parent as CommandResult)?.Command.Name} has no such option");
        });
        return files;
    }

    private static int ExplainUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"newsdesk: {error.Message}");
        var names = new List<string>();
        for (SymbolResult? asked = parsed.CommandResult; asked is CommandResult { Command: not RootCommand and var command }; asked = asked.Parent) names.Insert(0, command.Name);
        Console.Error.WriteLine($"See newsdesk {string.Join(' ', [.. names, "--help"])}");
        return WrongUsage;
    }
}
