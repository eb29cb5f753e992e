namespace NewsDesk.Newsroom.Checking;

/// <summary>What is told of a file while it is read (it is too large, it is no text) is a finding too.</summary>
internal sealed class FindingsLog(List<Finding> findings) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var file = (state as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(part => part.Key == "File").Value as string ?? "";
        var message = formatter(state, exception);
        findings.Add(new(file, 1, message.StartsWith(file, StringComparison.Ordinal) ? message[file.Length..].TrimStart(' ', ':') : message, IsError: true));
    }
}
