using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>
/// While the archive cannot answer, what is not kept is answered 503, with a time to ask again. The log says so once in a while and not for each
/// reader: the cause is one, and its sentence names the remedy.
/// </summary>
public sealed class ArchiveOutage(TimeProvider clock, ILogger<ArchiveOutage> log)
{
    private const string AskAgainAfterSeconds = "30";

    private static readonly TimeSpan SaySoEvery = TimeSpan.FromMinutes(1);

    private long _nextWord;

    public static IApplicationBuilder Use(IApplicationBuilder app)
    {
        var outage = app.ApplicationServices.GetRequiredService<ArchiveOutage>();
        return app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (ArchiveException error) when (!context.Response.HasStarted)
            {
                outage.Note(error);
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = AskAgainAfterSeconds;
            }
        });
    }

    private void Note(ArchiveException error)
    {
        var now = clock.GetUtcNow();
        var next = Interlocked.Read(ref _nextWord);
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _nextWord, (now + SaySoEvery).UtcTicks, next) != next) return;
        log.LogError("Pages that are not kept are answered 503 until the archive can be asked again: {Problem}", error.Message);
    }
}
