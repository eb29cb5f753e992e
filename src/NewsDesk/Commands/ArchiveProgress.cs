using NewsDesk.Archive;
using Spectre.Console;

namespace NewsDesk.Commands;

/// <summary>Shows how far a long work is: bars in a terminal, a line for each new part of it elsewhere.</summary>
internal static class ArchiveProgress
{
    public static async Task<T> RunAsync<T>(TextWriter output, Func<IProgress<Step>, Task<T>> work)
    {
        if (Console.IsOutputRedirected || output != Console.Out) return await work(new Lines(output));
        return await AnsiConsole.Progress().HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private sealed class Lines(TextWriter output) : IProgress<Step>
    {
        private string _of = "";

        public void Report(Step value)
        {
            if (value.Of == _of) return;
            _of = value.Of;
            output.WriteLine($"{value.Of} …");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<Step>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(Step value)
        {
            if (!_tasks.TryGetValue(value.Of, out var task)) _tasks.Add(value.Of, task = context.AddTask(value.Of.EscapeMarkup()));
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Total == 0 ? 1 : value.Done;
        }
    }
}
