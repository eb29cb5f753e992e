using System.Globalization;

namespace NewsDesk.Hosting.Limits;

/// <summary>Marks what takes the machine so long to make that no client may have much of it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CostlyAttribute : Attribute
{
    /// <summary>The part of the query without which there is nothing to do; null when there always is.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether this request costs anything.</summary>
    public bool IsFor(HttpRequest request) => Asked is null || !string.IsNullOrWhiteSpace(request.Query[Asked]);
}

/// <summary>Sends away who asks for more costly things than its share, and says when to come back.</summary>
public static class CostLimit
{
    public static IApplicationBuilder UseCostLimit(this IApplicationBuilder app)
    {
        var shares = app.ApplicationServices.GetRequiredService<ClientShares>();
        return app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<CostlyAttribute>() is not { } costly || !costly.IsFor(context.Request) || shares.TryTake(context.Connection.RemoteIpAddress, out var wait)) return next(context);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }
}
