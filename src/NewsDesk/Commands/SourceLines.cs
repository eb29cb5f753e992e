using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Sources;
using Spectre.Console;

namespace NewsDesk.Commands;

/// <summary>Sources and visits in words: a table in a terminal, lines parted by tabs elsewhere.</summary>
internal static class SourceLines
{
    /// <summary>A source that has published nothing for this long may have moved without a word.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromDays(60);

    public static async Task WriteListAsync(TextWriter output, IReadOnlyList<Source> sources, IReadOnlyDictionary<string, WatchedSource> listed, string content, DateTimeOffset now)
    {
        var shown = sources.Where(source => source.Active || listed.ContainsKey(source.Url)).ToList();
        if (shown.Count == 0)
        {
            await output.WriteLineAsync("No source is watched. Add one with newsdesk sources add URL");
            return;
        }

        if (!GatherProgress.IsTerminal(output))
        {
            foreach (var source in shown)
                await output.WriteLineAsync(string.Join('\t', Cells(source, content, Minute, Due)).ReplaceLineEndings(" "));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns(new("No."), new TableColumn("State").NoWrap(), new("Kind"), new("Title"), new("Address"), new TableColumn("Last new").NoWrap(), new TableColumn("Next visit").NoWrap());
        foreach (var source in shown) table.AddRow([.. Cells(source, content, time => Near(time, now), time => time <= now ? "now" : Near(time, now)).Select(cell => cell.EscapeMarkup())]);
        AnsiConsole.Write(table);
    }

    private static string[] Cells(Source source, string content, Func<DateTimeOffset?, string> past, Func<DateTimeOffset, string> due) =>
        [$"{source.Id}", StateOf(source, content), source.Kind, source.Title, source.Url, past(source.LastNew), IsVisited(source) ? due(source.NextDue) : ""];

    private static bool IsVisited(Source source) => source is { Active: true, Retired: null, Kind: not "folder" };

    public static async Task WriteOneAsync(TextWriter output, Source source, string content, bool isListed, IReadOnlyList<Visit> visits)
    {
        var reading = SourceReading.Of(source);
        (string, string?)[] facts =
        [
            ("number", $"{source.Id}"), ("state", isListed ? StateOf(source, content) : "not in the list any more"), ("kind", source.Kind), ("address", source.Url),
            ("moved to", source.MovedTo is { } target ? $"{target} (said {source.Moves} times{(source.Moves >= 3 ? "; it is read there" : "")})" : null),
            ("site", source.SiteUrl), ("category", source.Category), ("language", source.Language),
            ("list", reading.List is { } list ? string.Join(", ", new[] { ("item", list.Item), ("link", list.Link), ("title", list.Title), ("time", list.Time), ("summary", list.Summary) }
                .Where(part => part.Item2 is not null).Select(part => $"{part.Item1} \"{part.Item2}\"")) : source.Kind == "page" ? "guessed" : null),
            ("full text", source.Kind == "folder" ? null : reading.FullText switch { FullText.Always => "always fetched", FullText.Never => "never fetched", _ => "fetched when the source gives only a beginning" }),
            ("looks every", source.Kind == "folder" ? null : reading.Every is { } every ? $"{Spoken(every)}, as the list says" : $"{Spoken(TimeSpan.FromSeconds(source.EverySeconds))}, learned"),
            ("added", Minute(source.Added)), ("last visit", Minute(source.Visited)), ("last that went well", Minute(source.Succeeded)), ("last new", Minute(source.LastNew)),
            ("last published", Minute(source.LastPublished)), ("next visit", IsVisited(source) ? Due(source.NextDue) : null),
            ("pages to fetch", source.PagesWaiting > 0 ? $"{source.PagesWaiting}" : null),
            ("trouble", MissingOf(source, content) ?? (source.LastError is { } error ? $"{error} ({source.Failures} in a row)" : null)),
        ];
        await output.WriteLineAsync(source.Title);
        foreach (var (name, value) in facts.Where(fact => fact.Item2 is { Length: > 0 })) await output.WriteLineAsync($"  {name,-20} {value}");
        if (visits.Count == 0)
        {
            if (source.Kind != "folder") await output.WriteLineAsync("Not visited yet.");
            return;
        }

        await output.WriteLineAsync("Last visits (UTC)");
        foreach (var visit in visits) await output.WriteLineAsync($"  {VisitLine(visit)}");
    }

    private static string VisitLine(Visit visit) => string.Create(CultureInfo.InvariantCulture,
        $"{visit.Began.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {visit.TookMilliseconds,6} ms  {visit.Bytes,9:N0} bytes  {visit.Status?.ToString(CultureInfo.InvariantCulture) ?? "-",3}  {visit.Added,4} new  {visit.Changed,4} changed  {visit.Error ?? visit.Note}").TrimEnd();

    public static string StateOf(Source source, string content) => source switch
    {
        { Active: false } => "paused",
        _ when MissingOf(source, content) is not null => "missing",
        { Retired: not null } => "retired",
        { Kind: "folder" } => "watched",
        { Failures: > 0 } => $"failing ({source.Failures})",
        { Visited: null } => "new",
        _ => "watched",
    };

    /// <summary>What an operator should look after; null when all is well.</summary>
    public static string? TroubleOf(Source source, string content, DateTimeOffset now) => source switch
    {
        _ when MissingOf(source, content) is { } missing => missing,
        { Retired: { } since } => $"it is gone for good since {Minute(since)}; take it out, or try again with newsdesk sources resume",
        { Failures: >= 3, LastError: { } error } => $"{source.Failures} visits in a row failed: {error}",
        { Moves: >= 3, MovedTo: { } target } => $"it has moved to {target}; newsdesk sources move writes that into the list",
        { LastPublished: { } published } when now - published > LongSilence => $"it has published nothing since {Minute(published)}",
        _ => null,
    };

    /// <summary>That a folder is not there, in a sentence; null when it is, and of what is no folder.</summary>
    public static string? MissingOf(Source source, string content) => source.Active && SourceDesk.MissingFolder(content, source.Url) is { } folder
        ? $"there is no folder {folder}; make it, or take it out with newsdesk sources remove {source.Id}"
        : null;

    private static string Due(DateTimeOffset time) => time == DateTimeOffset.UnixEpoch ? "now" : Minute(time);

    /// <summary>As people say it, for a table that has little room.</summary>
    private static string Near(DateTimeOffset? time, DateTimeOffset now) => time switch
    {
        null => "",
        { } past when past <= now => now - past < TimeSpan.FromMinutes(1) ? "just now" : $"{Roughly(now - past)} ago",
        { } future => future - now < TimeSpan.FromMinutes(1) ? "now" : $"in {Roughly(future - now)}",
    };

    private static string Roughly(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };

    private static string Spoken(TimeSpan every) => string.Join(' ', new[] { (every.Days, "d"), (every.Hours, "h"), (every.Minutes, "min") }
        .Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));

    private static string Minute(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
