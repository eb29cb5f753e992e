using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsDesk.Pages;

namespace NewsDesk.Tests.Pages;

public sealed class LastResortTests
{
    [Fact]
    public async Task Readers_get_a_sentence_when_nothing_else_can_be_shown()
    {
        var context = await AskAsync(_ => throw new InvalidOperationException("the layout is broken"));

        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.Contains("the page that says so broke as well", Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_asked_wrongly_is_left_to_the_server() =>
        await Assert.ThrowsAsync<BadHttpRequestException>(() => AskAsync(_ => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge)));

    private static async Task<HttpContext> AskAsync(RequestDelegate page)
    {
        var app = new ApplicationBuilder(new EmptyServices());
        app.UseLastResort();
        app.Run(page);
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();
        await app.Build()(context);
        return context;
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
