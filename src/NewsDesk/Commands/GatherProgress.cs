using System.Globalization;
using NewsDesk.Newsroom.Gathering;
using Spectre.Console;

namespace NewsDesk.Commands;

/// <summary>Shows gathering as it goes: a bar with its rate in a terminal, a line for each source elsewhere.</summary>
internal static class GatherProgress
{
    public static bool IsTerminal(TextWriter output) => !Console.IsOutputRedirected && output == Console.Out;

    public static Task<IReadOnlyList<Entered>> RunAsync(TextWriter output, int total, Func<IProgress<Entered>, Task<IReadOnlyList<Entered>>> work) =>
        !IsTerminal(output) ? work(new GatherLines(output, onlyNews: false)) : AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bar(context.AddTask("Gathering", maxValue: total), total)));

    private sealed class Bar(ProgressTask task, int total) : IProgress<Entered>
    {
        private readonly Lock _lock = new();
        private int _done;
        private int _new;

        public void Report(Entered value)
        {
            lock (_lock)
            {
                _done++;
                _new += value.Visit.Added;
                task.Value = _done;
                var rate = task.Speed is { } speed ? $", {speed.ToString("0.#", CultureInfo.InvariantCulture)} a second" : "";
                task.Description = $"{_done} of {total} sources{rate}, {_new} new";
            }
        }
    }
}

/// <summary>One line for each visit.</summary>
internal sealed class GatherLines(TextWriter output, bool onlyNews) : IProgress<Entered>
{
    private readonly Lock _lock = new();

    public void Report(Entered value)
    {
        if (onlyNews && value.Visit is { Error: null, Added: 0, Changed: 0 }) return;
        lock (_lock) output.WriteLine($"{value.Source.Title}: {Words(value)}");
    }

    public static string Words(Entered entered) => entered.Visit switch
    {
        { Error: { } error } => error,
        { Added: 0, Changed: 0 } => "nothing new",
        { Added: > 0, Changed: > 0 } visit => $"{visit.Added} new, {visit.Changed} changed",
        { Added: > 0 } visit => $"{visit.Added} new",
        var visit => $"{visit.Changed} changed",
    } + (entered.Visit is { Error: null, Note: { } note } ? $" ({note.TrimEnd('.')})" : "");
}
