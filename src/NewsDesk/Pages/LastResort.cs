namespace NewsDesk.Pages;

/// <summary>When even the page that tells of a failure fails, readers get a sentence and not an empty answer.</summary>
public static class LastResort
{
    private const string Said = "Something broke on our side, and then the page that says so broke as well. Both are written down, and somebody will look.\n";

    /// <summary>Comes before the exception handler, which has logged both failures by then.</summary>
    public static IApplicationBuilder UseLastResort(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (error is not BadHttpRequestException && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(Said, context.RequestAborted);
        }
    });
}
