using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsDesk.Tests.Newsroom;

/// <summary>What the log says of a file that came in.</summary>
public sealed class InboxLogTests
{
    [Fact]
    public async Task A_feed_of_many_articles_is_one_short_line()
    {
        using var lines = new Lines();
        await using var desk = new Desk(("gather", "false")) { Change = services => services.AddSingleton<ILoggerProvider>(lines) }
            .With("inbox/many.xml", $"""
                <rss version="2.0"><channel><title>Lantern</title>
                {string.Concat(Enumerable.Range(0, 150).Select(i => $"<item><title>Moon {i} sold</title><link>https://lantern.example/{i}</link><description>It was sold.</description></item>"))}
                </channel></rss>
                """);

        await desk.ReadAsync("/wire");

        var line = Assert.Single(lines.Said, said => said.StartsWith("Read inbox/many.xml", StringComparison.Ordinal));
        Assert.EndsWith(" and 147 more", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 40, 120);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
