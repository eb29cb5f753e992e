namespace NewsDesk.Commands;

/// <summary>What the newsroom warns of while a tool has it work: a line each.</summary>
internal sealed class ToolLog(TextWriter lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) lines.WriteLine($"newsdesk: {formatter(state, exception)}");
    }

    public void Dispose()
    {
        // The lines belong to who gave them.
    }
}
