namespace NewsDesk.Pages;

/// <summary>Sends readers whose address ends in a slash, or shouts the name of a section, to the one that lasts.</summary>
public static class ForgivenAddresses
{
    public static IApplicationBuilder UseForgivenAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value is not { Length: > 1 } path || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return next(context);
        var lasting = Lasting(path);
        if (lasting == path) return next(context);
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = request.PathBase + new PathString(lasting).ToUriComponent() + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    });

    private static string Lasting(string path)
    {
        // Slashes in a row at the beginning would make the answer lead to another host.
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return "/";
        if (!path.StartsWith("//", StringComparison.Ordinal) && !path.EndsWith('/') && !parts[0].Any(char.IsAsciiLetterUpper)) return path;
        // Only the section is lowered: what follows may be a tag, and a tag may have capitals.
        return $"/{parts[0].ToLowerInvariant()}{string.Concat(parts.Skip(1).Select(part => $"/{part}"))}";
    }
}
