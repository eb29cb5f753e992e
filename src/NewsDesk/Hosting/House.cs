using System.Collections;
using NewsDesk.Commands;
using NewsDesk.Settings;

namespace NewsDesk.Hosting;

/// <summary>Where things stand on this machine: the desk's folder, the run-time folder and what browsers fetch.</summary>
public sealed record House(string Content, string Data, string WebRoot)
{
    public string DatabasePath => Path.Combine(Data, "newsdesk.db");

    /// <summary>The keys that protect forms and cookies: only this user may read them.</summary>
    public string Keys => Path.Combine(Data, "keys");

    public string Logs => Path.Combine(Data, "logs");

    /// <summary>
    /// The folder that holds <c>appsettings.json</c>, and that the default folders are in: the nearest at or above
    /// <paramref name="here"/> with a <c>content</c> folder, else the program's own.
    /// </summary>
    public static string FindHome(string here) =>
        FindAbove(here, "content") ?? FindAbove(AppContext.BaseDirectory, "content") ?? here;

    /// <summary>The settings for who starts the program <paramref name="here"/>: those of the home's file, the environment and the command line.</summary>
    public static DeskSettings ReadSettings(string here, Func<Setting, string?> commandLine) => SettingsReader.Read(
        Path.Combine(FindHome(here), "appsettings.json"),
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(one => (string)one.Key, one => one.Value as string ?? "", StringComparer.Ordinal),
        commandLine);

    /// <summary>Finds and makes the folders, or says which one is missing or may not be written.</summary>
    public static House Open(DeskSettings settings, string here)
    {
        var house = Find(settings, here);
        MakeWritable(house.Data);
        MakeWritable(house.Logs);
        MakePrivate(house.Keys);
        return house;
    }

    /// <summary>The same for a tool that works on what is there: makes no folder.</summary>
    public static House Find(DeskSettings settings, string here)
    {
        var home = FindHome(here);
        var content = FindContent(settings, here);
        var data = Place(settings.Data, "data", home, here);
        var webRoot = FindAbove(AppContext.BaseDirectory, "wwwroot") ?? FindAbove(home, "wwwroot")
            ?? throw new BadInputException($"{AppContext.BaseDirectory}: the folder wwwroot is missing beside the program. Install NewsDesk anew");
        return new(content, data, Path.Combine(webRoot, "wwwroot"));
    }

    /// <summary>The content folder alone, for a tool that writes nothing anywhere.</summary>
    public static string FindContent(DeskSettings settings, string here)
    {
        var content = Place(settings.Content, "content", FindHome(here), here);
        return Directory.Exists(content)
            ? content
            : throw new BadInputException($"{content}: there is no such folder. Start NewsDesk where its content/ is, or name the folder with --content DIR");
    }

    // A default is a place in the house; what a person names is meant from where they stand.
    private static string Place(string path, string @default, string home, string here) =>
        Path.GetFullPath(path, path == @default ? home : here);

    private static void MakeWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"{folder}: this folder cannot be written ({error.Message.TrimEnd('.')}). Give the user rights to it, or name another with --data DIR", error);
        }
    }

    private static void MakePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string? FindAbove(string start, string folder)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, folder))) return at.FullName;
        }

        return null;
    }
}
