using System.Globalization;
using NewsDesk.Newsroom.Gathering;
using Spectre.Console;

namespace NewsDesk.Commands;

/// <summary>What a round of gathering came to: a table in a terminal, and one line of sums everywhere.</summary>
public static class GatherTable
{
    /// <summary>Rows of a terminal; what had nothing to tell is counted below.</summary>
    private const int MostRows = 40;

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<Entered> entered, int asked, TimeSpan took)
    {
        if (GatherProgress.IsTerminal(output)) Show(entered);
        var seconds = Math.Max(0.001, took.TotalSeconds);
        var (added, changed, failed, bytes) = (entered.Sum(one => one.Visit.Added), entered.Sum(one => one.Visit.Changed),
            entered.Count(one => one.Visit.Error is not null), entered.Sum(one => one.Visit.Bytes));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{entered.Count} of {asked} sources in {took.TotalSeconds:0.0} s ({entered.Count / seconds:0.#} a second): {added} new {(added == 1 ? "article" : "articles")} ({added / seconds:0.#} a second), {changed} changed, {failed} failed, {bytes / 1e6:0.0} MB."));
    }

    private static void Show(IReadOnlyList<Entered> entered)
    {
        var telling = entered.Where(one => one.Visit is not { Error: null, Added: 0, Changed: 0 })
            .OrderBy(one => one.Visit.Error is null).ThenByDescending(one => one.Visit.Added).ThenBy(one => one.Source.Title, StringComparer.CurrentCultureIgnoreCase).ToList();
        if (telling.Count == 0)
        {
            AnsiConsole.WriteLine("Nothing new anywhere.");
            return;
        }

        var shown = Shown(telling);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Source").AddColumn(new TableColumn("New").RightAligned()).AddColumn(new TableColumn("Changed").RightAligned())
            .AddColumn(new TableColumn("ms").RightAligned()).AddColumn("What happened");
        foreach (var one in shown)
        {
            table.AddRow(one.Source.Title.EscapeMarkup(), Number(one.Visit.Added), Number(one.Visit.Changed), Number(one.Visit.TookMilliseconds),
                one.Visit.Error is { } error ? $"[red]{error.EscapeMarkup()}[/]" : (one.Visit.Note ?? "").EscapeMarkup());
        }

        AnsiConsole.Write(table);
        if (telling.Count > shown.Count) AnsiConsole.WriteLine($"… and {telling.Count - shown.Count} more; newsdesk sources show SOURCE tells of each.");
    }

    /// <summary>Failures first; however many there are, what is new has its half of the rows, and the other way round.</summary>
    public static IReadOnlyList<Entered> Shown(IReadOnlyList<Entered> telling)
    {
        var news = telling.Where(one => one.Visit.Error is null).ToList();
        var failed = telling.Where(one => one.Visit.Error is not null).Take(Math.Max(MostRows / 2, MostRows - news.Count)).ToList();
        return [.. failed, .. news.Take(MostRows - failed.Count)];
    }

    private static string Number(long number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
