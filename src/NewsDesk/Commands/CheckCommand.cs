using System.CommandLine;
using System.Globalization;
using NewsDesk.Hosting;
using NewsDesk.Newsroom.Checking;
using NewsDesk.Settings;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk check</c>: reads the content folder as the site would, and tells what is wrong in it.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Only tell of these; all are read, since they link to each other.", Arity = ArgumentArity.ZeroOrMore }.OnlyFiles();
        var strict = new Option<bool>("--strict") { Description = "Fail on warnings too." };
        var setting = DeskSettings.All.Single(one => one.Name == "Content:Folder");
        var content = new Option<string>(setting.Option) { Description = setting.Meaning, HelpName = setting.Placeholder };
        var command = new Command("check", "Checks every post, persona and page: what they say at their top, their links, pictures and language. Needs no site and no network.") { files, strict, content };
        command.SetAction(async (parsed, cancel) =>
        {
            var here = Environment.CurrentDirectory;
            var folder = House.FindContent(House.ReadSettings(here, one => one == setting ? parsed.GetValue(content) : null), here);
            var wanted = (parsed.GetValue(files) ?? []).Select(file => WithinContent(file, folder, here)).ToHashSet(StringComparer.Ordinal);
            var read = await ContentCheck.RunAsync(folder, TimeProvider.System.GetUtcNow(), cancel);
            var findings = read.Findings.Where(finding => wanted.Count == 0 || wanted.Contains(finding.File)).ToList();
            var output = parsed.InvocationConfiguration.Output;
            foreach (var finding in findings)
            {
                var file = Shown(Path.Combine(folder, finding.File), here);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}:{finding.Line}: {(finding.IsError ? "error" : "warning")}: {finding.Message}"));
            }

            var (errors, warnings) = (findings.Count(finding => finding.IsError), findings.Count(finding => !finding.IsError));
            var looked = wanted.Count > 0 ? Counted(wanted.Count, "file") : $"{Counted(read.Posts, "post")}, {Counted(read.Personas, "persona")}, {Counted(read.Pages, "page")} and {Counted(read.Pictures, "picture")}";
            await output.WriteLineAsync($"{looked} checked: {Counted(errors, "error")}, {Counted(warnings, "warning")}.");
            return errors > 0 || (warnings > 0 && parsed.GetValue(strict)) ? 1 : 0;
        });
        return command;
    }

    /// <summary>As an editor opens it from here.</summary>
    private static string Shown(string full, string here) =>
        Path.GetRelativePath(here, full) is var near && near.StartsWith("..", StringComparison.Ordinal) ? full : near;

    private static string WithinContent(string file, string content, string here)
    {
        var full = Path.GetFullPath(file, here);
        if (!File.Exists(full)) throw new BadInputException($"{file}: there is no such file");
        var within = Path.GetRelativePath(content, full).Replace('\\', '/');
        return within.StartsWith("../", StringComparison.Ordinal) ? throw new BadInputException($"{file} is not in {content}: name its folder with --content DIR") : within;
    }

    private static string Counted(int count, string word) => count switch
    {
        0 => $"no {word}s",
        1 => $"1 {word}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}s"),
    };
}
