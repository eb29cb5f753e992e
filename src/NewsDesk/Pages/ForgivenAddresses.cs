using System.Collections.Frozen;

namespace NewsDesk.Pages;

/// <summary>Sends readers whose address ends in a slash, shouts the name of a section, or holds the fields of a form that were left empty, to the one that lasts.</summary>
public static class ForgivenAddresses
{
    /// <summary>What forms ask for; a browser sends along each of their fields.</summary>
    private static readonly FrozenSet<string> Asked = FrozenSet.Create(StringComparer.Ordinal, "/search", "/wire");

    public static IApplicationBuilder UseForgivenAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value is not { Length: > 1 } path || !Reading.IsReading(request)) return next(context);
        var lasting = Lasting(path);
        var query = Asked.Contains(lasting) ? Filled(request.QueryString) : request.QueryString;
        if (lasting == path && query == request.QueryString) return next(context);
        // An empty field is no mistake that others should remember.
        context.Response.StatusCode = query == request.QueryString ? StatusCodes.Status301MovedPermanently : StatusCodes.Status302Found;
        context.Response.Headers.Location = request.PathBase + new PathString(lasting).ToUriComponent() + query.ToUriComponent();
        return Task.CompletedTask;
    });

    private static QueryString Filled(QueryString query)
    {
        var parts = (query.Value ?? "").TrimStart('?').Split('&');
        if (!parts.Any(IsEmpty)) return query;
        var filled = string.Join('&', parts.Where(part => !IsEmpty(part)));
        return filled.Length == 0 ? QueryString.Empty : new("?" + filled);

        // A value may end in this sign as well.
        static bool IsEmpty(string part) => part.Length > 0 && part.IndexOf('=', StringComparison.Ordinal) == part.Length - 1;
    }

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
