using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Sends readers of an address at which nothing is any more to the post that names it among its aliases.</summary>
public static class FormerAddresses
{
    public static IApplicationBuilder UseFormerAddresses(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        if (response.StatusCode != StatusCodes.Status404NotFound || response.HasStarted || !Reading.IsReading(request)) return;
        if (request.Path.Value?.Trim('/') is not { Length: > 0 } path) return;
        var (posts, clock) = (context.RequestServices.GetRequiredService<Posts>(), context.RequestServices.GetRequiredService<TimeProvider>());
        if (await posts.FindByAliasAsync(path, clock.GetUtcNow(), context.RequestAborted) is not { } moved) return;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = Address.Onwards(request, Address.OfPost(moved.Slug, moved.Published));
    });
}
