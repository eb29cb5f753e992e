using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NewsDesk.Benchmarks.Site;

/// <summary>The least that a server of this kind can do: <c>bare PORT FILE TYPE CODING</c> answers every request with the bytes of a file.</summary>
internal static class BareKestrel
{
    public static async Task<int> RunAsync(string port, string file, string type, string coding)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .UseUrls($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = type;
            if (coding != "identity") context.Response.Headers.ContentEncoding = coding;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
