using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class BadConnectionTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;
    private readonly WireClient _client = fixture.Client;

    [Fact]
    public async Task Wrong_certificates_are_told_in_a_sentence_each()
    {
        var now = DateTimeOffset.UtcNow;
        var yesterday = now.AddDays(-1);
        var authority = _internet.Authority;
        var answer = Answers.Text(Answers.Feed);
        (string Site, string Reason)[] cases =
        [
            (_internet.TameSecure("expired.example", answer, authority.For("expired.example", until: yesterday)),
                $"the certificate expired on {yesterday.UtcDateTime.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}"),
            (_internet.TameSecure("early.example", answer, authority.For("early.example", from: now.AddYears(1))),
                $"the certificate is not valid before {now.AddYears(1).UtcDateTime.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}"),
            (_internet.TameSecure("other.example", answer, authority.For("somebody.example")),
                "the certificate is for somebody.example, not for other.example"),
            (_internet.TameSecure("self.example", answer, TestAuthority.SelfSigned("self.example")),
                "the certificate is signed by the server itself, and by nobody whom this machine trusts"),
            (_internet.TameSecure("stranger.example", answer, TestAuthority.OfUnknownIssuer("stranger.example")),
                "the certificate was issued by “A Stranger”, whom this machine does not know, and the server does not send who vouches for it"),
        ];

        foreach (var (site, reason) in cases)
        {
            var failed = await _client.FailAsync(site);
            Assert.Equal((FailureKind.Tls, reason), (failed.Kind, failed.Reason));
        }

        Assert.DoesNotContain(_internet.Visits, visit => visit.Host is "expired.example" or "other.example" or "self.example");
    }

    [Fact]
    public async Task A_certificate_makes_us_download_nothing()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var port = ((IPEndPoint)trap.LocalEndpoint).Port;
        using var certificate = TestAuthority.OfUnknownIssuer("trap.example", $"http://127.0.0.1:{port}/issuer.cer");
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _internet.Name("trap.example", () => [IPAddress.Loopback]);

        var fetching = _client.FailAsync($"https://trap.example:{((IPEndPoint)server.LocalEndpoint).Port}/");
        using var called = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var tls = new SslStream(called.GetStream());

        // Offline: otherwise the server itself would look for the issuer of its certificate.
        var greeting = tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true) },
            TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.Tls, (await fetching).Kind);
        Assert.False(trap.Pending());
        try
        {
            await greeting;
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // We hung up on it, as we should.
        }
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_told()
    {
        var site = _internet.Wild("plain.example", call => call.SayAsync("HTTP/1.1 400 Bad Request\n\n"));

        Assert.Equal("no encrypted connection could be agreed on with the server", (await _client.FailAsync(site.Replace("http:", "https:", StringComparison.Ordinal))).Reason);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_with_the_name()
    {
        var failed = await _client.FailAsync("http://nowhere.example/");

        Assert.Equal((FailureKind.Dns, "the name nowhere.example does not exist"), (failed.Kind, failed.Reason));
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_or_cannot_be_looked_up_is_told()
    {
        _internet.Name("empty.example", () => []);
        _internet.Name("trouble.example", () => throw new SocketException((int)SocketError.TryAgain));

        Assert.Equal("the name empty.example does not exist", (await _client.FailAsync("http://empty.example/")).Reason);
        Assert.Equal("the name trouble.example could not be looked up at the moment", (await _client.FailAsync("http://trouble.example/")).Reason);
    }

    [Fact]
    public async Task A_refused_connection_is_told()
    {
        _internet.Name("closed.example", () => [IPAddress.Loopback, IPAddress.Loopback]);

        var failed = await _client.FailAsync($"http://closed.example:{TestInternet.ClosedPort()}/");

        Assert.Equal((FailureKind.Network, "the connection was refused"), (failed.Kind, failed.Reason));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told()
    {
        var reset = _internet.Wild("reset.example", call =>
        {
            call.Reset();
            return Task.CompletedTask;
        });
        var hangsUp = _internet.Wild("hangs-up.example", _ => Task.CompletedTask);
        var midway = _internet.Wild("midway.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\nContent-Length: 5000\n\n<rss>");
            call.Reset();
        });

        Assert.Equal("the server hung up", (await _client.FailAsync(reset)).Reason);
        Assert.Equal("the server hung up before it answered", (await _client.FailAsync(hangsUp)).Reason);
        Assert.Equal(FailureKind.Network, (await _client.FailAsync(midway)).Kind);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\n", FailureKind.Broken)]
    [InlineData("<html>\nNo headers here</html>\n", FailureKind.Broken)]
    [InlineData("HTTP/1.1 2 OK\n\n", FailureKind.Broken)]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nFFFFFFFFFFFFFFFFF\n<rss>", FailureKind.Broken)]
    public async Task What_is_no_HTTP_is_told(string answer, FailureKind kind)
    {
        var site = _internet.Wild($"no-http-{answer.Length}.example", call => call.SayAsync(answer));

        var failed = await _client.FailAsync(site);

        Assert.True(failed.Kind == kind, failed.ToString());
    }

    [Fact]
    public async Task Headers_without_end_are_cut_off()
    {
        var many = _internet.Wild("many-headers.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\n");
            for (var i = 0; ; i++) await call.SayAsync($"X-{i}: moon\n");
        });
        var one = _internet.Wild("long-header.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\nX-Moon: ");
            while (true) await call.SayAsync(new('o', 4096));
        });
        var line = _internet.Wild("long-line.example", async call =>
        {
            while (true) await call.SayAsync(new('H', 4096));
        });

        Assert.Equal("the headers of the answer are too large", (await _client.FailAsync(many)).Reason);
        Assert.Equal("the headers of the answer are too large", (await _client.FailAsync(one)).Reason);
        Assert.Equal(FailureKind.TooLarge, (await _client.FailAsync(line)).Kind);
    }

    [Fact]
    public async Task A_server_that_takes_its_time_is_given_up()
    {
        using var client = _internet.Client(settings => settings with { Limits = new() { FirstByte = TimeSpan.FromMilliseconds(400), Whole = TimeSpan.FromMilliseconds(1200) } });
        var silent = _internet.Wild("silent.example", call => call.KeepSilentAsync());
        var slowHeaders = _internet.Wild("slow-headers.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\n");
            for (var i = 0; ; i++)
            {
                await Task.Delay(50, call.Closing);
                await call.SayAsync($"X-{i}: moon\n");
            }
        });
        var foreverSoon = _internet.Wild("continue.example", async call =>
        {
            while (true)
            {
                await Task.Delay(20, call.Closing);
                await call.SayAsync("HTTP/1.1 102 Processing\n\n");
            }
        });
        var slowBody = _internet.Wild("slow-body.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\n\n<rss>");
            while (true)
            {
                await Task.Delay(50, call.Closing);
                await call.SayAsync(" ");
            }
        });
        var stalled = _internet.Wild("stalled.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\nContent-Length: 5000\n\n<rss>");
            await call.KeepSilentAsync();
        });

        foreach (var site in new[] { silent, slowHeaders, foreverSoon })
            Assert.Equal("no answer came within 0.4 seconds", (await client.FailAsync(site)).Reason);
        foreach (var site in new[] { slowBody, stalled })
            Assert.Equal("the answer did not come whole within 1.2 seconds", (await client.FailAsync(site)).Reason);
    }

    [Fact]
    public async Task A_chain_of_slow_redirects_has_no_more_time_than_one_answer()
    {
        using var client = _internet.Client(settings => settings with { Limits = new() { FirstByte = TimeSpan.FromMilliseconds(800), Whole = TimeSpan.FromMilliseconds(1000) } });
        var steps = 0;
        var site = _internet.Wild("slow-chain.example", async call =>
        {
            await Task.Delay(450, call.Closing);
            await call.SayAsync($"HTTP/1.1 302 Found\nLocation: /{Interlocked.Increment(ref steps)}\nContent-Length: 0\nConnection: close\n\n");
        });

        var failed = await client.FailAsync(site);

        Assert.Equal((FailureKind.Timeout, "no answer came within 1 second"), (failed.Kind, failed.Reason));
        Assert.InRange(failed.Attempt.Hops.Count, 1, 2);
    }

    [Fact]
    public async Task Only_who_gives_up_gets_an_exception()
    {
        var silent = _internet.Wild("given-up.example", call => call.KeepSilentAsync());
        using var given = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var fetching = _client.FetchAsync(new(new(silent)), given.Token);
        given.CancelAfter(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task One_bad_host_keeps_nobody_waiting()
    {
        var silent = _internet.Wild("keeps-silent.example", call => call.KeepSilentAsync());
        var good = _internet.Tame("goes-on.example", Answers.Text(Answers.Feed));
        using var given = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var client = _internet.Client(settings => settings with { HostDelay = TimeSpan.FromMilliseconds(1) });
        var waiting = Enumerable.Range(0, 50).Select(i => client.FetchAsync(new(new($"{silent}/{i}")), given.Token)).ToList();

        for (var i = 0; i < 5; i++) await client.ReceiveAsync($"{good}/{i}");

        Assert.DoesNotContain(waiting, fetching => fetching.IsCompleted);
        await given.CancelAsync();
        foreach (var fetching in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }
}
