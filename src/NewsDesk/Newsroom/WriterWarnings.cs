using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom;

/// <summary>Tells in the log what is wrong in the desk's files, where, and what to write instead.</summary>
public static class WriterWarnings
{
    public static void Tell(this ILogger log, IReadOnlyList<Warning> warnings)
    {
        foreach (var warning in warnings)
            log.LogWarning("{File}, line {Line}: {Warning}", warning.File, warning.Line, warning.Message);
    }
}
