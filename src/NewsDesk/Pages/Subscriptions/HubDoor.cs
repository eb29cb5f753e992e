using System.Globalization;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom.Hub;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Where programs ask to be told of changes at once (WebSub), and how they are answered.</summary>
public static class HubDoor
{
    public static void MapHub(this IEndpointRouteBuilder routes) => routes.MapPost(HubList.Path, PostAsync);

    [Costly]
    private static async Task<IResult> PostAsync(HttpContext context, HubList hubs, HubDesk desk, CancellationToken cancel)
    {
        if (!hubs.IsOpen) return Results.NotFound();
        if (!context.Request.HasFormContentType)
            return Answer(new(StatusCodes.Status415UnsupportedMediaType, "Send a form: Content-Type: application/x-www-form-urlencoded."));
        try
        {
            var form = await context.Request.ReadFormAsync(cancel);
            var reply = await desk.TakeAsync(form.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal), cancel);
            if (reply.RetryAfter is { } wait) context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Answer(reply);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return Answer(new(StatusCodes.Status400BadRequest, "This form could not be read: it is too large or broken off."));
        }
    }

    private static IResult Answer(HubReply reply) => Results.Text(reply.Sentence + "\n", "text/plain; charset=utf-8", statusCode: reply.Status);
}
