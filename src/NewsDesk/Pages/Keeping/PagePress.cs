using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Keeping;

/// <summary>Makes the pages that the shelf lacks, each once, however many ask for it meanwhile; who asks right after a change sees the former page and does not wait.</summary>
public sealed class PagePress(PageShelf shelf, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PagePress> log) : IHostedService
{
    /// <summary>
    /// Browsers ask each time, and mostly hear that nothing changed. Caches in between may answer for a second, and for a second more while they ask: together
    /// no longer than what the site promises.
    /// </summary>
    private static readonly StringValues Fresh = "public, max-age=0, s-maxage=1, stale-while-revalidate=1";

    /// <summary>A body that was larger is not written upon again.</summary>
    private const int MostBytesOfASheet = 1024 * 1024;

    private const int MostSheets = 16;

    /// <summary>What bodies are written upon until they are compressed, again and again: large pieces of fresh memory keep the collector busy.</summary>
    private readonly ConcurrentBag<MemoryStream> _sheets = [];

    private readonly ConcurrentDictionary<string, TaskCompletionSource<KeptPage?>> _printing = new(StringComparer.Ordinal);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is being made for nobody in particular still needs the archive.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_printing.Values.Select(printing => printing.Task)).WaitAsync(cancellationToken);

    public async Task PrintAsync(HttpContext context, Wanted wanted, RequestDelegate next)
    {
        var former = IsReload(context.Request) ? null : shelf.FindFormer(wanted.Key.Name);
        var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var printing = _printing.GetOrAdd(wanted.Key.Name, mine);
        if (former is not null)
        {
            if (printing == mine) PrintBehind(context, wanted, next, mine);
            await KeptAnswer.SendAsync(context, former, clock, isFormer: true);
        }
        else if (printing == mine)
        {
            if (await PrintOnceAsync(context, wanted, next, mine) is { } page) await KeptAnswer.SendAsync(context, page, clock);
        }
        else if (await printing.Task.WaitAsync(context.RequestAborted) is { } theirs)
        {
            await KeptAnswer.SendAsync(context, theirs, clock);
        }
        else
        {
            // It is not the same for everyone: an error, a redirect. Then each makes its own.
            await next(context);
        }
    }

    /// <summary>Who presses the button wants it as it is now, and waits.</summary>
    private static bool IsReload(HttpRequest request) =>
        request.Headers.CacheControl is { Count: > 0 } said
        && (said.ToString().Contains("no-cache", StringComparison.OrdinalIgnoreCase) || said.ToString().Contains("max-age=0", StringComparison.OrdinalIgnoreCase));

    private void PrintBehind(HttpContext context, Wanted wanted, RequestDelegate next, TaskCompletionSource<KeptPage?> printing)
    {
        var scope = scopes.CreateAsyncScope();
        var like = RequestLike.Of(context, scope.ServiceProvider);
        _ = Task.Run(async () =>
        {
            await using (scope)
            {
                try
                {
                    await PrintOnceAsync(like, wanted, next, printing);
                }
                catch (Exception error)
                {
                    // Nobody waits for it. Who asks when the former page is shown no longer makes it again, and is told what is wrong.
                    log.LogWarning(error, "{Page} could not be made anew", like.Request.Path.ToUriComponent() + wanted.Key.Query.ToUriComponent());
                }
            }
        });
    }

    private async Task<KeptPage?> PrintOnceAsync(HttpContext context, Wanted wanted, RequestDelegate next, TaskCompletionSource<KeptPage?> printing)
    {
        KeptPage? page = null;
        try
        {
            page = await PrintOnASheetAsync(context, wanted, next);
        }
        finally
        {
            _printing.TryRemove(wanted.Key.Name, out _);
            printing.SetResult(page);
        }

        return page;
    }

    /// <summary>Null when the answer is not one to be kept; then it is sent already.</summary>
    private async Task<KeptPage?> PrintOnASheetAsync(HttpContext context, Wanted wanted, RequestDelegate next)
    {
        var sheet = _sheets.TryTake(out var used) ? used : new();
        var page = await PrintOnAsync(sheet, context, wanted, next);
        sheet.SetLength(0);
        if (sheet.Capacity <= MostBytesOfASheet && _sheets.Count < MostSheets) _sheets.Add(sheet);
        return page;
    }

    private async Task<KeptPage?> PrintOnAsync(MemoryStream body, HttpContext context, Wanted wanted, RequestDelegate next)
    {
        var begun = shelf.Moment;
        var (request, response) = (context.Request, context.Response);
        var (method, query, aborted) = (request.Method, request.QueryString, context.RequestAborted);
        var sending = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var written = new StreamResponseBodyFeature(body);
        context.Features.Set<IHttpResponseBodyFeature>(written);
        // It is made for all who wait for it: whole, from nothing but its key, and also when the first of them goes away.
        request.Method = HttpMethods.Get;
        request.QueryString = wanted.Key.Query;
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
            await written.CompleteAsync();
        }
        finally
        {
            context.Features.Set(sending);
            (request.Method, request.QueryString, context.RequestAborted) = (method, query, aborted);
        }

        var masthead = context.RequestServices.GetRequiredService<Masthead>();
        if (!IsForEveryone(response, wanted.Shows))
        {
            if (body.Length > 0 && !HttpMethods.IsHead(method)) await sending.Stream.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), aborted);
            return null;
        }

        var page = new KeptPage(response.StatusCode, response.ContentType ?? "", body.GetBuffer().AsSpan(0, (int)body.Length),
            response.Headers.CacheControl is { Count: > 0 } own ? own : Fresh, clock.GetUtcNow())
        {
            Subjects = [.. wanted.Shows.Subjects, .. context.Features.Get<ShownBeside>()?.Subjects ?? []],
            Masthead = masthead,
            IsInBothLanguages = wanted.Shows.InBothLanguages,
            AlsoVariesBy = wanted.Shows.VariesBy,
            Link = response.Headers.Link,
        };
        shelf.Keep(wanted.Key.Name, page, begun);
        return page;
    }

    private static bool IsForEveryone(HttpResponse response, ShowsAttribute shows) =>
        response.Headers.SetCookie.Count == 0
        && (shows.IsProblem || (response.StatusCode == StatusCodes.Status200OK && !IsPassing(response.Headers.CacheControl)));

    private static bool IsPassing(StringValues cacheControl) =>
        cacheControl.ToString() is { Length: > 0 } said
        && (said.Contains("no-", StringComparison.Ordinal) || said.Contains("private", StringComparison.Ordinal));
}
