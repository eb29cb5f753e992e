using System.CommandLine;
using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Settings;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk archive …</c>: care for everything that was gathered and written.</summary>
public static class ArchiveCommand
{
    private static readonly WhichArchive Which = new();

    public static Command Create()
    {
        var command = new Command("archive", "Checks, backs up, restores, rebuilds, prunes and moves the archive.")
        {
            Check(), BackUp(), Restore(), Rebuild(), Prune(), Copy(),
        };
        Which.AddTo(command);
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "Looks whether the archive is sound: the database, the keys, the search index, the counts.");
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (db, output) =>
        {
            var problems = await ArchiveProgress.RunAsync(output, progress => new ArchiveCheck(db).RunAsync(progress, cancel));
            foreach (var problem in problems) await parsed.InvocationConfiguration.Error.WriteLineAsync($"newsdesk: {problem}");
            if (problems.Count == 0) await output.WriteLineAsync($"{db.Description} is sound.");
            return problems.Count == 0 ? 0 : 1;
        }, cancel));
        return command;
    }

    private static Command BackUp()
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; an older copy of that name is replaced when the new one is complete." };
        var tool = Tool("pg_dump");
        var command = new Command("backup", "Writes a consistent copy while the desk is running.") { file, tool };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (db, output) =>
        {
            var path = parsed.GetRequiredValue(file);
            await new ArchiveCopies(db).BackUpAsync(path, parsed.GetValue(tool), cancel);
            await output.WriteLineAsync($"{path} is a copy of {db.Description}, {new FileInfo(path).Length:N0} bytes.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A copy that backup wrote." };
        var replace = new Option<bool>("--replace") { Description = "Replace an archive that is not empty; a damaged file is set aside." };
        var tool = Tool("pg_restore");
        var command = new Command("restore", "Puts a copy in the place of the archive.") { file, replace, tool };
        command.SetAction(async (parsed, cancel) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var copy = parsed.GetRequiredValue(file);
            var restored = await ArchiveCopies.RestoreAsync(Which.Connection(parsed), copy, parsed.GetValue(replace), parsed.GetValue(tool), TimeProvider.System, cancel);
            if (restored.SetAside is { } aside) await output.WriteLineAsync($"The archive was damaged; it is kept as {aside}.");
            await output.WriteLineAsync($"{copy} is now {restored.Description}. Restart a desk that is running on it.");
            return 0;
        });
        return command;
    }

    private static Command Rebuild()
    {
        var command = new Command("rebuild",
            "Makes again what can be made again: the search index and the counts from the rows, the posts from their files. Who wants to write waits meanwhile.");
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (db, output) =>
        {
            var house = House.Open(Which.Settings(parsed), Environment.CurrentDirectory);
            var rows = await ArchiveProgress.RunAsync(output, progress => new ArchiveRebuild(db).RunAsync(progress, cancel));
            await output.WriteLineAsync($"{rows:N0} articles and posts can be found again, and the wire is counted anew.");
            var printed = await ArchivePosts.PrintAgainAsync(db, house, parsed.InvocationConfiguration.Error, cancel);
            await output.WriteLineAsync($"{printed.Posts:N0} posts are printed again from the {printed.Files:N0} files in {Path.Combine(house.Content, "posts")}; {printed.Gone:N0} whose file is gone were taken out.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Prune()
    {
        var age = new Option<string>("--older-than") { Description = "As 365d: not seen anywhere for so many days.", HelpName = "DAYS", Required = true };
        var command = new Command("prune", "Removes old articles that no post answers.") { age };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (db, output) =>
        {
            var pruned = await ArchiveProgress.RunAsync(output, progress =>
                new ArchivePrune(db).RunAsync(TimeProvider.System.GetUtcNow() - Days(parsed.GetRequiredValue(age)), progress, cancel));
            await output.WriteLineAsync($"Removed {pruned.Articles:N0} articles, {pruned.Stories:N0} empty stories and {pruned.Visits:N0} records of visits.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Copy()
    {
        var to = new Option<string>("--to") { Description = "Where to: the path of a new SQLite file, or an empty PostgreSQL database.", HelpName = "CONNECTION", Required = true };
        var command = new Command("copy", "Moves the desk to another database, compared row by row.") { to };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (db, output) =>
        {
            if (ArchiveConnection.Parse(parsed.GetRequiredValue(to), "") == ArchiveConnection.Parse(Which.Connection(parsed), ""))
                throw new BadInputException("--to names the archive itself. Name another one");
            await using var target = await ArchiveDatabase.OpenAsync(parsed.GetRequiredValue(to), TimeProvider.System, cancel);
            var sums = await ArchiveProgress.RunAsync(output, progress => new ArchiveTransfer(db, target).RunAsync(progress, cancel));
            foreach (var sum in sums) await output.WriteLineAsync($"{sum.Table,-18} {sum.Rows,12:N0} rows, the same on both sides ({sum.Hash})");
            await output.WriteLineAsync($"{target.Description} has everything. Set Archive:Connection to it and restart.");
            return 0;
        }, cancel));
        return command;
    }

    private static Option<string> Tool(string name) => new("--tool") { Description = $"Where {name} is, if it is not found (PostgreSQL only).", HelpName = "PATH" };

    private static TimeSpan Days(string text) =>
        text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 36_500
            ? TimeSpan.FromDays(days)
            : throw new BadInputException($"--older-than is \"{text}\". Write a number of days, as 365d");

    private static async Task<int> WithAsync(ParseResult parsed, Func<ArchiveDatabase, TextWriter, Task<int>> work, CancellationToken cancel)
    {
        await using var db = await ArchiveDatabase.OpenExistingAsync(Which.Connection(parsed), TimeProvider.System, cancel);
        return await work(db, parsed.InvocationConfiguration.Output);
    }
}
