namespace NewsDesk.Pages;

/// <summary>The request that an answer is being made for. Only what the shelf does not have gets this far: the usual way, by an ambient context, would cost every request.</summary>
public sealed class RequestAtHand
{
    public HttpRequest Request { get; set; } = null!;

    /// <summary>Hands the request to whoever takes part in answering it, and its address to the log.</summary>
    public static void Use(IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILogger<RequestAtHand>>();
        app.Use(async (context, next) =>
        {
            context.RequestServices.GetRequiredService<RequestAtHand>().Request = context.Request;
            using (log.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Method"] = context.Request.Method,
                ["Address"] = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent(),
            }))
            {
                await next(context);
            }
        });
    }
}
