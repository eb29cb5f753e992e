namespace NewsDesk.Pages.Keeping;

/// <summary>Answers from the shelf, first of all by the address as it came, then by what the address means; and makes what is missing once.</summary>
public static class KeepPages
{
    /// <summary>
    /// Comes before everything else: what is kept needs nothing of it, and is sent by the thread that read the request (<c>Hosting/DeskApp</c>). Whatever else
    /// there is to do, another thread does, so that the next request is read meanwhile.
    /// </summary>
    public static IApplicationBuilder UseShelf(this IApplicationBuilder app)
    {
        var shelf = app.ApplicationServices.GetRequiredService<PageShelf>();
        var files = app.ApplicationServices.GetRequiredService<WebFiles>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use((context, next) =>
        {
            var request = context.Request;
            return Reading.IsReading(request) && (shelf.Find(PageKey.Guess(request)) ?? files.Find(request)) is { } page ? KeptAnswer.SendAsync(context, page, clock) : ElsewhereAsync(context, next);
        });
    }

    private static async Task ElsewhereAsync(HttpContext context, RequestDelegate next)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await next(context);
    }

    /// <summary>Comes after routing, which tells what of the query matters.</summary>
    public static IApplicationBuilder UseShelfByMeaning(this IApplicationBuilder app)
    {
        var shelf = app.ApplicationServices.GetRequiredService<PageShelf>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use((context, next) =>
        {
            if (!Reading.IsReading(context.Request)
                || context.GetEndpoint()?.Metadata.GetMetadata<ShowsAttribute>() is not { } shows
                || PageKey.Of(context.Request, shows) is not { } key)
            {
                return next(context);
            }

            if (shelf.Find(key.Name) is { } page) return KeptAnswer.SendAsync(context, page, clock);
            context.Features.Set(new Wanted(key, shows));
            return next(context);
        });
    }

    /// <summary>Comes last: what is missing on the shelf is made, by one request for all that want it at that moment.</summary>
    public static IApplicationBuilder UsePress(this IApplicationBuilder app)
    {
        var press = app.ApplicationServices.GetRequiredService<PagePress>();
        return app.Use((context, next) =>
        {
            if (context.Features.Get<Wanted>() is not { } wanted) return next(context);
            // A problem on the way has a page of its own, and looks for that one.
            context.Features.Set<Wanted>(null);
            return press.PrintAsync(context, wanted, next);
        });
    }
}

/// <summary>What a request looked for on the shelf and did not find.</summary>
public sealed record Wanted(PageKey Key, ShowsAttribute Shows);
