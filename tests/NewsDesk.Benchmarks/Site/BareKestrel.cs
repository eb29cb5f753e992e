using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NewsDesk.Benchmarks.Site;

/// <summary>The least that a server of this kind can do: <c>bare PORT HEAD BODY</c> answers every request with the headers and the bytes of two files.</summary>
internal static class BareKestrel
{
    public static async Task<int> RunAsync(string port, string head, string body)
    {
        var bytes = await File.ReadAllBytesAsync(body);
        var headers = (await File.ReadAllLinesAsync(head)).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], new StringValues(parts[1]))).ToArray();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .UseUrls($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes);
        });
        await app.RunAsync();
        return 0;
    }
}
