using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Gathering;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk gather</c>: visits the sources now, or keeps visiting them as they fall due.</summary>
public static class GatherCommand
{
    public static Command Create()
    {
        var options = ToolRoom.Options();
        var asked = new Option<string[]>("--source") { Description = "Only this one: its address, its number, or a part of its title. May be given several times.", HelpName = "SOURCE" };
        var once = new Option<bool>("--once") { Description = "Visit each once, due or not, and end; without it the schedule is followed until Ctrl-C." };
        var command = new Command("gather", "Visits the sources and puts what is new on the wire.") { asked, once };
        foreach (var option in options.Values) command.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(asked) ?? [];
            // Who names a source means one that is known somewhere; all of them may well be asked for in a new house.
            await using var room = await ToolRoom.OpenAsync(parsed, options, beginsArchive: wanted.Length == 0, cancel);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            await room.TellBeginningAsync(error);
            var desk = await room.TakeListAsync(cancel);
            if (!parsed.GetValue(once) && wanted.Length == 0) return await FollowAsync(room, output, cancel);
            return await GatherOnceAsync(room, desk, wanted, output, error, cancel);
        });
        return command;
    }

    private static async Task<int> GatherOnceAsync(
        ToolRoom room, SourceDesk desk, string[] wanted, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var gatherer = room.Gatherer();
        var all = await room.Sources.ListAsync(cancel);
        var chosen = wanted.Length == 0
            ? all.Where(source => source is { Active: true, Retired: null }).ToList()
            : wanted.Select(one => AskedSource.Find(all, one, source => source.Active)).DistinctBy(source => source.Id).ToList();
        var folders = chosen.Where(source => source.Kind == "folder").Select(source => source.Url).ToHashSet(StringComparer.Ordinal);
        var missing = chosen.Select(source => (Source: source, Trouble: SourceLines.MissingOf(source, room.House.Content))).Where(one => one.Trouble is not null).ToList();
        foreach (var (source, trouble) in missing)
        {
            await error.WriteLineAsync($"newsdesk: {source.Title}: {trouble}");
            folders.Remove(source.Url);
        }

        await ReadFoldersAsync(room, desk.Folders.Where(folder => folders.Contains(folder.Url)), output, cancel);
        var wrong = missing.Count > 0 ? 1 : 0;
        List<Source> visited = [.. chosen.Where(source => source.Kind != "folder")];
        if (visited.Count == 0)
        {
            if (folders.Count > 0) await output.WriteLineAsync("The folders were read; no source on the web is watched.");
            else if (missing.Count == 0) await output.WriteLineAsync("No source is watched. Add one with newsdesk sources add URL");
            return wrong;
        }

        var start = Stopwatch.GetTimestamp();
        var entered = await GatherProgress.RunAsync(output, visited.Count, progress => gatherer.GatherAsync([.. visited.Select(source => source.Id)], progress, cancel));
        cancel.ThrowIfCancellationRequested();
        await GatherTable.WriteAsync(output, entered, visited.Count, Stopwatch.GetElapsedTime(start));
        var elsewhere = visited.ExceptBy(entered.Select(one => one.Source.Id), source => source.Id).ToList();
        if (elsewhere.Count > 0)
        {
            wrong = 1;
            var claims = (await room.Sources.ListAsync(cancel)).ToDictionary(source => source.Id, source => source.ClaimedUntil);
            foreach (var source in elsewhere) await error.WriteLineAsync($"newsdesk: {source.Title}: {ElsewhereWords(claims.GetValueOrDefault(source.Id))}");
        }

        var failed = entered.Where(one => one.Visit.Error is not null).ToList();
        // In a terminal the table tells of them.
        if (!GatherProgress.IsTerminal(output))
        {
            foreach (var one in failed) await error.WriteLineAsync($"newsdesk: {one.Source.Title} ({one.Source.Url}): {one.Visit.Error}");
        }

        return failed.Count == 0 ? wrong : 1;
    }

    /// <summary>Who has it renews its claim as long as it lives, and nobody can see whether it does: so both are said, and when it shows.</summary>
    private static string ElsewhereWords(DateTimeOffset? until) => until is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"another process is visiting it, or was ended while it did; then it is free again at {moment.UtcDateTime.AddSeconds(59):HH:mm} UTC")
        : "another process was visiting it meanwhile";

    private static async Task ReadFoldersAsync(ToolRoom room, IEnumerable<Wire.Sources.WatchedSource> folders, TextWriter output, CancellationToken cancel)
    {
        var inbox = new InboxDesk(room.Sources, new Articles(room.Archive), room.Logs.CreateLogger<InboxDesk>());
        foreach (var folder in folders)
        {
            var files = ContentFolder.List(room.House.Content, folder.FolderPath!, InboxFile.IsWanted);
            var changed = await inbox.SweepAsync(folder, files, _ => true, cancel);
            await output.WriteLineAsync($"{folder.Title}: {files.Count} files, {changed.Count} articles new or changed");
        }
    }

    private static async Task<int> FollowAsync(ToolRoom room, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("Gathering as sources fall due. Ctrl-C ends it.");
        try
        {
            await room.Gatherer().FollowAsync(new GatherLines(output, onlyNews: true), new GatherBell(), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await output.WriteLineAsync("Gathering has ended.");
        }

        return 0;
    }
}
