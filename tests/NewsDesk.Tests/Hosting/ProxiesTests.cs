using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsDesk.Hosting;

namespace NewsDesk.Tests.Hosting;

public sealed class ProxiesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsdesk-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Content => Directory.CreateDirectory(Path.Combine(_root, "content")).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8; 192.168.1.4", true)]
    [InlineData("::1;fd00::/8", true)]
    [InlineData("proxy.example", false)]
    [InlineData("10.0.0.0/40", false)]
    [InlineData("127.0.0.1,10.0.0.1", false)]
    public void Only_addresses_and_networks_can_be_named(string list, bool isRight) => Assert.Equal(isRight, Proxies.AreNamed(list));

    [Fact]
    public async Task A_named_proxy_is_believed_that_the_reader_came_by_https()
    {
        await using var desk = await RunningDesk.OpenAsync(Content, Path.Combine(_root, "data"), Cancel, "--proxies", "127.0.0.0/8");

        foreach (var address in new[] { "/", "/", "/js/site.js", "/never" })
            Assert.Contains("max-age=31536000", Assert.Single(await StrictTransportAsync(desk, address, "https")), StringComparison.Ordinal);
        Assert.Empty(await StrictTransportAsync(desk, "/", "http"));
    }

    [Fact]
    public async Task Nobody_else_is_and_the_operator_is_told()
    {
        await using var desk = await RunningDesk.OpenAsync(Content, Path.Combine(_root, "data"), Cancel);

        Assert.Empty(await StrictTransportAsync(desk, "/", "https"));
        Assert.Contains("Site:Proxies", desk.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("headers", "431")]
    [InlineData("line", "414")]
    [InlineData("body", "413")]
    public async Task What_is_too_large_is_refused(string what, string status)
    {
        await using var desk = await RunningDesk.OpenAsync(Content, Path.Combine(_root, "data"), Cancel);
        var request = what switch
        {
            "headers" => $"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: {i}\r\n"))}\r\n",
            "line" => $"GET /{new string('a', 10_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            _ => "POST /language HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n\r\n",
        };
        using var client = new TcpClient(desk.Address.Host, desk.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);

        using var reader = new StreamReader(stream);
        Assert.Contains($" {status} ", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> StrictTransportAsync(RunningDesk desk, string address, string scheme)
    {
        using var reader = new HttpClient { BaseAddress = desk.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var answer = await reader.SendAsync(request, Cancel);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : [];
    }
}
