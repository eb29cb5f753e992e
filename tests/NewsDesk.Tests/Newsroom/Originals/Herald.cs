using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace NewsDesk.Tests.Newsroom.Originals;

/// <summary>A newspaper on this machine, to be fetched from.</summary>
internal sealed class Herald : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private Herald(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public Uri Moon => new(Address, "/moon");

    /// <summary>How often the article was asked for.</summary>
    public int Asked => _asked;

    /// <summary>Whether it answers with an error.</summary>
    public bool IsBroken { get; set; }

    public static async Task<Herald> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var herald = new Herald(builder.Build());
        herald._app.Run(async context =>
        {
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            Interlocked.Increment(ref herald._asked);
            if (herald.IsBroken)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Samples.Page("Moon: sold", new Uri(herald.Address, context.Request.Path).AbsoluteUri));
        });
        await herald._app.StartAsync(TestContext.Current.CancellationToken);
        return herald;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
