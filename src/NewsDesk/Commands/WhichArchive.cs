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
        }, StringComparer.Ordinal);

    public void AddTo(Command command)
    {
        foreach (var option in _options.Values) command.Add(option);
    }

    public Task<ArchiveDatabase> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        var here = Environment.CurrentDirectory;
        var settings = House.ReadSettings(here, setting => _options.TryGetValue(setting.Name, out var option) ? parsed.GetValue(option) : null);
        return ArchiveDatabase.OpenAsync(settings.Connection.Length > 0 ? settings.Connection : House.Open(settings, here).DatabasePath, TimeProvider.System, cancel);
    }
}
