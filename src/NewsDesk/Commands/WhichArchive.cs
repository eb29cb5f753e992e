using System.CommandLine;
using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Settings;

namespace NewsDesk.Commands;

/// <summary>The options by which a tool is told which archive to work on, and the opening of it.</summary>
internal sealed class WhichArchive
{
    private readonly Dictionary<string, Option<string>> _options = DeskSettings.All
        .Where(setting => setting.Name is "Archive:Connection" or "Data:Folder" or "Content:Folder")
        .ToDictionary(setting => setting.Name, setting => new Option<string>(setting.Option)
        {
            Description = setting.Meaning,
            HelpName = setting.Placeholder,
            Recursive = true,
        }, StringComparer.Ordinal);

    public void AddTo(Command command)
    {
        foreach (var option in _options.Values) command.Add(option);
    }

    public Task<ArchiveDatabase> OpenAsync(ParseResult parsed, CancellationToken cancel) => ArchiveDatabase.OpenAsync(Connection(parsed), TimeProvider.System, cancel);

    public string Connection(ParseResult parsed)
    {
        var settings = Settings(parsed);
        return settings.Connection.Length > 0 ? settings.Connection : House.Open(settings, Environment.CurrentDirectory).DatabasePath;
    }

    public DeskSettings Settings(ParseResult parsed) =>
        House.ReadSettings(Environment.CurrentDirectory, setting => _options.TryGetValue(setting.Name, out var option) ? parsed.GetValue(option) : null);
}
