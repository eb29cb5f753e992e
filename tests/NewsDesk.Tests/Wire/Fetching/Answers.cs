using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>What tame hosts say.</summary>
internal static class Answers
{
    public const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Moon</title><item><title>Moon sold</title><link>https://moon.example/sold</link></item></channel></rss>
        """;

    public const string Page = """
        <!doctype html><html><head><title>The Moon</title></head><body><p>Nobody saw it go.</p></body></html>
        """;

    public static RequestDelegate Text(string body, string type = "application/rss+xml", Action<HttpResponse>? with = null) =>
        Bytes(Encoding.UTF8.GetBytes(body), type, with);

    public static RequestDelegate Bytes(byte[] body, string type, Action<HttpResponse>? with = null) => context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        with?.Invoke(context.Response);
        return context.Response.Body.WriteAsync(body).AsTask();
    };

    public static RequestDelegate Status(int status, Action<HttpResponse>? with = null) => context =>
    {
        context.Response.StatusCode = status;
        with?.Invoke(context.Response);
        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(string to, int status = 302) => Status(status, response => response.Headers.Location = to);

    /// <summary>Another answer for each path; 404 for any other.</summary>
    public static RequestDelegate Paths(params (string Path, RequestDelegate Answer)[] paths) => context =>
        (Array.Find(paths, path => path.Path == context.Request.Path.Value).Answer ?? Status(404))(context);
}
