using System.CommandLine;
using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Settings;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk serve</c>, which is also what <c>newsdesk</c> alone does: reads the content folder and serves the site.</summary>
public static class ServeCommand
{
    private const string Name = "serve";

    private static readonly Dictionary<string, Option<string>> Options = DeskSettings.All.ToDictionary(
        setting => setting.Name,
        setting => new Option<string>(setting.Option)
        {
            Description = setting.Default.Length > 0 ? $"{setting.Meaning} [{setting.Default}]" : setting.Meaning,
            HelpName = setting.Placeholder,
        },
        StringComparer.Ordinal);

    // WebApplicationFactory starts the program with these; the house knows better where its things are.
    private static readonly Option<string>[] TestHostOptions =
        [new("--environment") { Hidden = true }, new("--applicationName") { Hidden = true }, new("--contentRoot") { Hidden = true }];

    public static Command Create()
    {
        var command = new Command(Name, "Reads the content folder, keeps following it, and serves the site.");
        AddTo(command);
        return command;
    }

    public static void MakeDefault(RootCommand root)
    {
        AddTo(root);
        foreach (var option in TestHostOptions) root.Add(option);
    }

    public static bool IsAskedFor(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: Name };

    private static void AddTo(Command command)
    {
        foreach (var option in Options.Values) command.Add(option);
        command.SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var here = Environment.CurrentDirectory;
        var settings = House.ReadSettings(here, setting => parsed.GetValue(Options[setting.Name]));
        var house = House.Open(settings, here);
        LongRun.Begin(usesServer: ArchiveConnection.Parse(settings.Connection, house.DatabasePath) is ArchiveConnection.PostgresServer);
        return Server.RunAsync(settings, house, cancel);
    }
}
