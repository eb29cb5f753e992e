using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsDesk.Pages;

/// <summary>What may be done with an address: nearly all are there to be read, and say so to who tries anything else.</summary>
public static class Reading
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Maps an address that is read: whole, or only its headers.</summary>
    public static void MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapMethods(pattern, Methods, handler);

    /// <summary>A page answers no other method, even where a page's own routing would.</summary>
    public static IApplicationBuilder UseReadOnlyPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var isProblem = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
        if (!isPage || isProblem || IsReading(context.Request)) return next(context);
        context.Response.Headers.Allow = "GET, HEAD";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return context.Response.WriteAsync("This address only answers to being read.\n", context.RequestAborted);
    });
}
