using System.Text.Json;
using NewsDesk.Commands;

namespace NewsDesk.Settings;

/// <summary>Reads the settings: <c>appsettings.json</c>, then the environment, then the command line. A wrong one stops the start.</summary>
public static class SettingsReader
{
    public const string EnvironmentPrefix = "NEWSDESK_";

    private sealed record Given(string Value, string Place);

    public static DeskSettings Read(
        string? settingsFile, IReadOnlyDictionary<string, string> environment, Func<Setting, string?> commandLine)
    {
        var given = new Dictionary<string, Given>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in ReadFile(settingsFile)) given[name] = new(value, settingsFile!);
        foreach (var (name, value) in environment)
        {
            if (!name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            given[name[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal)] = new(value, $"the environment variable {name}");
        }

        foreach (var unknown in given.Where(one => DeskSettings.All.All(known => !IsNamed(known, one.Key))))
        {
            throw new BadInputException(
                $"{unknown.Value.Place}: there is no setting {unknown.Key}. There are: {string.Join(", ", DeskSettings.All.Select(known => known.Name))}");
        }

        foreach (var setting in DeskSettings.All)
        {
            if (commandLine(setting) is { } value) given[setting.Name] = new(value, $"the option {setting.Option}");
        }

        return DeskSettings.Of(setting => given.TryGetValue(setting.Name, out var one) ? Check(setting, one) : setting.Default);
    }

    private static string Check(Setting setting, Given given) => setting.IsAllowed(given.Value)
        ? given.Value
        : throw new BadInputException($"{given.Place}: {setting.Name} is \"{given.Value}\". Allowed: {setting.Allowed}");

    private static bool IsNamed(Setting setting, string name) => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static List<(string Name, string Value)> ReadFile(string? file)
    {
        if (file is null || !File.Exists(file)) return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file),
                new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new BadInputException($"{file}: this is not a JSON object. Write {{ \"Site\": {{ \"Urls\": \"http://localhost:5080\" }} }}");
            return Flatten("", json.RootElement).ToList();
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{file}, line {error.LineNumber + 1}: this is not JSON. {error.Message}", error);
        }
    }

    private static IEnumerable<(string Name, string Value)> Flatten(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Flatten(path.Length == 0 ? property.Name : $"{path}:{property.Name}", property.Value))
            : [(path, element.ToString())];
}
