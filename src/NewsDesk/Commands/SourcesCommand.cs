using System.CommandLine;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk sources …</c>: the list of what the desk watches, <c>content/sources.opml</c>.</summary>
public static class SourcesCommand
{
    private static readonly IReadOnlyDictionary<string, Option<string>> Where = ToolRoom.Options();

    public static Command Create()
    {
        var command = new Command("sources", "Looks after the list of sources, content/sources.opml.")
        {
            SourcesAdd.Create(), ListAll(), Show(), Pause(), Resume(), Remove(), Move(), Import(), Export(), Check(),
        };
        foreach (var option in Where.Values) command.Add(option);
        return command;
    }

    private static Command ListAll()
    {
        var command = new Command("list", "Lists the sources, and how each is doing.");
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var sources = (await room.Sources.ListAsync(cancel)).ToList();
            await SourceLines.WriteListAsync(output, sources, await ListedAsync(room, cancel), room.House.Content, TimeProvider.System.GetUtcNow());
            return 0;
        }, cancel));
        return command;
    }

    private static Command Show()
    {
        var asked = Asked();
        var visits = new Option<int>("--visits") { Description = "How many of the last visits.", DefaultValueFactory = _ => 20, HelpName = "COUNT" };
        var command = new Command("show", "Shows one source: how it is read, how it is doing, and its last visits.") { asked, visits };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var (source, listed) = await FindAsync(room, parsed.GetRequiredValue(asked), cancel);
            var last = await new Visits(room.Archive).ListAsync(source.Id, Math.Clamp(parsed.GetValue(visits), 1, Gatherer.VisitsKept), cancel);
            await SourceLines.WriteOneAsync(output, source, room.House.Content, isListed: listed is not null, last);
            return 0;
        }, cancel));
        return command;
    }

    private static Command Pause() => Switch("pause", "Stops visiting a source until it is resumed; its articles stay.", paused: true);

    private static Command Resume() => Switch("resume", "Visits a source again that is paused, or that retired or rests after failures.", paused: false);

    private static Command Switch(string name, string description, bool paused)
    {
        var asked = Asked();
        var command = new Command(name, description) { asked };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var (source, _) = await FindAsync(room, parsed.GetRequiredValue(asked), cancel);
            var text = await TextAsync(room, cancel);
            var changed = OpmlEditor.SetPaused(text, source.Url, paused) ?? throw NotListed(source);
            await SourceListFile.WriteAsync(room.House.Content, changed, cancel);
            await room.TakeListAsync(cancel);
            if (!paused) await room.Sources.WakeAsync(source.Id, cancel);
            await output.WriteLineAsync(paused ? $"{source.Title} is paused." : $"{source.Title} is watched again.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Remove()
    {
        var asked = Asked();
        var command = new Command("remove", "Takes a source out of the list; its articles stay.") { asked };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var (source, listed) = await FindAsync(room, parsed.GetRequiredValue(asked), cancel);
            if (listed is null || OpmlEditor.Remove(await TextAsync(room, cancel), source.Url) is not { } changed) throw NotListed(source);
            await SourceListFile.WriteAsync(room.House.Content, changed, cancel);
            await room.TakeListAsync(cancel);
            await output.WriteLineAsync($"{source.Title} is no longer watched; its articles stay. To undo it: {SourcesAdd.CommandFor(listed)}");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "An OPML file of another feed reader." };
        var command = new Command("import", "Adds the sources of another OPML file to the list.") { file };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var path = GivenFile.Find(parsed.GetRequiredValue(file), "*.opml");
            if (new FileInfo(path).Length > SourceListFile.MaxBytes) throw new BadInputException($"{path}: the file has more than {SourceListFile.MaxBytes / 1_000_000} MB; this is no list of sources");
            var read = Understand(path, await File.ReadAllTextAsync(path, cancel));
            foreach (var flaw in read.Flaws) await parsed.InvocationConfiguration.Error.WriteLineAsync($"newsdesk: {path}, line {flaw.Line}: {flaw.Message}");
            var before = await ListedAsync(room, cancel);
            List<WatchedSource> added = [.. read.Sources.Where(source => !before.ContainsKey(source.Url))];
            if (added.Count > 0)
            {
                await SourceListFile.WriteAsync(room.House.Content, OpmlEditor.Add(await TextAsync(room, cancel), added), cancel);
                await room.TakeListAsync(cancel);
            }

            // What the file names twice was told, and nothing of it is missed.
            var (known, twice) = (read.Sources.Count - added.Count, read.Flaws.Count(flaw => flaw.IsRepetition));
            var lost = read.Flaws.Count - twice;
            await output.WriteLineAsync(string.Concat(added.Count == 1 ? "1 source added" : $"{added.Count} sources added", known == 1 ? ", 1 was there already" : $", {known} were there already",
                twice == 0 ? "" : twice == 1 ? ", 1 is named twice in the file" : $", {twice} are named twice in the file",
                lost == 0 ? "" : lost == 1 ? ", 1 thing could not be understood" : $", {lost} things could not be understood", "."));
            return lost > 0 ? 1 : 0;
        }, cancel, beginsArchive: true));
        return command;
    }

    private static Command Move()
    {
        var asked = new Argument<string?>("SOURCE") { Description = "Its address, its number, or a part of its title; all that have moved unless told.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("move", "Writes the new addresses of sources that have moved for good into the list.") { asked };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var all = await room.Sources.ListAsync(cancel);
            var listed = await ListedAsync(room, cancel);
            List<Source> meant = parsed.GetValue(asked) is { } one ? [AskedSource.Find(all, one, source => listed.ContainsKey(source.Url))] : [.. all.Where(source => listed.ContainsKey(source.Url) && SourceVisit.HasMoved(source))];
            if (parsed.GetValue(asked) is not null && !SourceVisit.HasMoved(meant[0])) throw new BadInputException($"{meant[0].Title} ({meant[0].Url}) has not said three times in a row that it moved for good, so it stays where it is");
            var text = await TextAsync(room, cancel);
            var told = new List<string>();
            foreach (var source in meant)
            {
                if (listed.ContainsKey(source.MovedTo!)) throw new BadInputException($"{source.Title} has moved to {source.MovedTo}, which is in {SourceListFile.Name} already; newsdesk sources remove {source.Id} takes the old address out");
                text = OpmlEditor.Move(text, source.Url, source.MovedTo!) ?? throw NotListed(source);
                told.Add($"{source.Title}: {source.Url} is now {source.MovedTo}");
            }

            if (told.Count > 0)
            {
                await SourceListFile.WriteAsync(room.House.Content, text, cancel);
                await room.TakeListAsync(cancel);
            }

            foreach (var line in told) await output.WriteLineAsync(line);
            if (told.Count == 0) await output.WriteLineAsync("No source has moved.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string?>("FILE") { Description = "Where to; standard output unless told, or for -.", Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there; never over the desk's own list." };
        var command = new Command("export", "Writes the sources as OPML for another program, or for another desk.") { file, force };
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var listed = (await ListedAsync(room, cancel)).Values.ToList();
            var text = OpmlEditor.Add(OpmlEditor.Empty, listed);
            if (parsed.GetValue(file) is not { } path || path == "-")
            {
                await output.WriteAsync(text);
                return 0;
            }

            await ExportFile.WriteAsync(path, text, room.House.Content, mayReplace: parsed.GetValue(force), cancel);
            await output.WriteLineAsync($"{listed.Count} {(listed.Count == 1 ? "source is" : "sources are")} written to {path}.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "Says what is wrong in the list, and which sources are in trouble.");
        command.SetAction((parsed, cancel) => WithAsync(parsed, async (room, output) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            // Its mistakes were told when it was taken over.
            var written = await SourceListFile.ReadAsync(room.House.Content, cancel);
            var read = Understand(SourceListFile.Name, written ?? await TextAsync(room, cancel));
            var listed = read.Sources.ToDictionary(source => source.Url, StringComparer.Ordinal);
            var troubled = (await room.Sources.ListAsync(cancel)).Where(source => source.Active && listed.ContainsKey(source.Url))
                .Select(source => (source, Trouble: SourceLines.TroubleOf(source, room.House.Content, TimeProvider.System.GetUtcNow()))).Where(one => one.Trouble is not null).ToList();
            foreach (var (source, trouble) in troubled) await error.WriteLineAsync($"newsdesk: {source.Title} ({source.Url}): {trouble}");
            if (read.Flaws.Count + troubled.Count > 0 || (written is null && read.Sources.Count > 0)) return 1;
            await output.WriteLineAsync($"{read.Sources.Count} sources, all is well.");
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>The source that is meant, and how the list has it; null when it was taken out.</summary>
    private static async Task<(Source Source, WatchedSource? Listed)> FindAsync(ToolRoom room, string asked, CancellationToken cancel)
    {
        var listed = await ListedAsync(room, cancel);
        var source = AskedSource.Find(await room.Sources.ListAsync(cancel), asked, one => listed.ContainsKey(one.Url));
        return (source, listed.GetValueOrDefault(source.Url));
    }

    private static Argument<string> Asked() => new("SOURCE") { Description = "Its address, its number, or a part of its title." };

    private static BadInputException NotListed(Source source) =>
        new($"{source.Title} ({source.Url}) is not in {SourceListFile.Name}; newsdesk sources add {source.Url} puts it there");

    /// <summary>What the list says now, by address.</summary>
    internal static async Task<IReadOnlyDictionary<string, WatchedSource>> ListedAsync(ToolRoom room, CancellationToken cancel) =>
        Understand(SourceListFile.Name, await TextAsync(room, cancel)).Sources.ToDictionary(source => source.Url, StringComparer.Ordinal);

    /// <summary>The list, as the next change of it begins with it: one that was lost is written anew from what the archive watches, so that nothing is lost with it.</summary>
    internal static async Task<string> TextAsync(ToolRoom room, CancellationToken cancel) =>
        await SourceListFile.ReadAsync(room.House.Content, cancel)
        ?? OpmlEditor.Add(OpmlEditor.Empty, [.. (await room.Sources.ListAsync(cancel)).Where(SourceDesk.IsOfAList).Select(SourceReading.Watched)]);

    internal static SourceListRead.Read Understand(string path, string text) => OpmlReader.Read(text) switch
    {
        SourceListRead.Read read => read,
        SourceListRead.Unreadable { Flaw: var flaw } => throw new BadInputException($"{path}, line {flaw.Line}: {flaw.Message}"),
        _ => throw new InvalidOperationException("A list is read or it is not."),
    };

    internal static async Task<int> WithAsync(ParseResult parsed, Func<ToolRoom, TextWriter, Task<int>> work, CancellationToken cancel, bool beginsArchive = false)
    {
        await using var room = await ToolRoom.OpenAsync(parsed, Where, beginsArchive, cancel);
        await room.TellBeginningAsync(parsed.InvocationConfiguration.Error);
        // A list that cannot be read is told by name, before anything is changed.
        Understand(SourceListFile.Name, await TextAsync(room, cancel));
        await room.TakeListAsync(cancel);
        try
        {
            return await work(room, parsed.InvocationConfiguration.Output);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new BadInputException($"{error.Message} Nothing was changed; make the folder first", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{error.Message} Nothing was changed; give this user the right to write there", error);
        }
    }
}
