using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDesk.Tests.Newsroom.Hub;

/// <summary>A program on this machine that follows feeds through a hub, or is one itself; it behaves as the test wants.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Subscriber()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public string Address => _server.Urls.Single();

    /// <summary>How it answers when it is asked whether it meant it; with the challenge unless told otherwise.</summary>
    public Func<HttpContext, Task> OnAsked { get; set; } = context => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());

    /// <summary>How it takes what it gets.</summary>
    public Func<HttpContext, Task> OnGiven { get; set; } = _ => Task.CompletedTask;

    /// <summary>The queries with which it was asked.</summary>
    public ConcurrentQueue<IQueryCollection> Asked { get; } = new();

    /// <summary>What it was given, whatever it answered.</summary>
    public ConcurrentQueue<Delivery> Given { get; } = new();

    public static async Task<Subscriber> OpenAsync()
    {
        var subscriber = new Subscriber();
        await subscriber._server.StartAsync(TestContext.Current.CancellationToken);
        return subscriber;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            Asked.Enqueue(context.Request.Query);
            await OnAsked(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Given.Enqueue(new(context.Request.Path + context.Request.QueryString, body.ToArray(), context.Request.ContentType,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        await OnGiven(context);
    }
}

internal sealed record Delivery(string Path, byte[] Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
