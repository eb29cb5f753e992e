using Microsoft.AspNetCore.Http.Features;

namespace NewsDesk.Pages.Keeping;

/// <summary>A request for the same page as a reader's, to be answered after the reader has gone. Its method and its query are given to it by the press, as to every other.</summary>
public static class RequestLike
{
    public static HttpContext Of(HttpContext asked, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var request = asked.Request;
        var like = new DefaultHttpContext { RequestServices = services };
        // The server writes the next request into the same headers.
        foreach (var header in request.Headers) like.Request.Headers.Add(header);
        (like.Request.Scheme, like.Request.Host, like.Request.Protocol) = (request.Scheme, request.Host, request.Protocol);
        (like.Request.PathBase, like.Request.Path) = (request.PathBase, request.Path);
        like.Request.RouteValues = new(request.RouteValues);
        like.SetEndpoint(asked.GetEndpoint());
        services.GetRequiredService<RequestAtHand>().Request = like.Request;
        return like;
    }
}
