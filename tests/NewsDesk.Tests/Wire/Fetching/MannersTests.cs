using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class MannersTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;

    [Fact]
    public async Task Pages_ask_robots_txt_once_and_feeds_never()
    {
        var site = _internet.Tame("asked.example", Answers.Paths(
            ("/robots.txt", Answers.Text("User-agent: *\nDisallow: /private", "text/plain")), ("/a", Answers.Text(Answers.Page)), ("/b", Answers.Text(Answers.Page)),
            ("/private", Answers.Text(Answers.Feed))));
        using var client = _internet.Client();

        await client.ReceiveAsync($"{site}/private");
        Assert.DoesNotContain(Paths("asked.example"), path => path == "/robots.txt");

        await Task.WhenAll(client.ReceiveAsync($"{site}/a", Wanted.Page), client.ReceiveAsync($"{site}/b", Wanted.Page));
        var failed = await client.FailAsync($"{site}/private", Wanted.Page);
        Assert.Equal((FailureKind.Robots, "the site's robots.txt asks us not to read this page"), (failed.Kind, failed.Reason));
        Assert.Equal(["/a", "/b", "/private", "/robots.txt"], Paths("asked.example").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_missing_robots_txt_allows_and_one_in_trouble_forbids(int status, bool allows)
    {
        var site = _internet.Tame($"robots-{status}.example", Answers.Paths(("/robots.txt", Answers.Status(status)), ("/page", Answers.Text(Answers.Page))));
        using var client = _internet.Client();

        var fetched = await client.GetAsync($"{site}/page", Wanted.Page);

        if (allows) Assert.IsType<Fetched.Received>(fetched);
        else Assert.Equal(FailureKind.Robots, Assert.IsType<Fetched.Failed>(fetched).Kind);
    }

    [Fact]
    public async Task A_robots_txt_that_cannot_be_had_is_asked_for_again_later_and_the_old_one_holds_meanwhile()
    {
        var clock = new ManualClock();
        var robots = Answers.Status(500);
        var site = _internet.Tame("moody.example", Answers.Paths(("/robots.txt", context => robots(context)), ("/page", Answers.Text(Answers.Page))));
        using var client = _internet.Client(clock: clock);

        Assert.StartsWith("the site's robots.txt could not be read (the server is in trouble (500))", (await client.FailAsync($"{site}/page", Wanted.Page)).Reason, StringComparison.Ordinal);
        robots = Answers.Text("User-agent: *\nDisallow: /other");
        Assert.IsType<Fetched.Failed>(await client.GetAsync($"{site}/page", Wanted.Page));

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<Fetched.Received>(await client.GetAsync($"{site}/page", Wanted.Page));
        robots = Answers.Status(500);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.IsType<Fetched.Received>(await client.GetAsync($"{site}/page", Wanted.Page));
        Assert.IsType<Fetched.Failed>(await client.GetAsync($"{site}/other", Wanted.Page));
        Assert.Equal(3, Paths("moody.example").Count(path => path == "/robots.txt"));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_robots_txt_in_trouble_holds_back_pages_and_no_feed(int status)
    {
        var clock = new ManualClock();
        var site = _internet.Tame($"invites-{status}.example", Answers.Paths(
            ("/robots.txt", Answers.Status(status, response => response.Headers.RetryAfter = "3600")), ("/page", Answers.Text(Answers.Page)), ("/feed", Answers.Text(Answers.Feed))));
        using var client = _internet.Client(clock: clock);

        Assert.Equal(FailureKind.Robots, (await client.FailAsync($"{site}/page", Wanted.Page)).Kind);
        await client.ReceiveAsync($"{site}/feed", Wanted.Feed);

        // It is asked again when it wants to be.
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(FailureKind.Robots, (await client.FailAsync($"{site}/page", Wanted.Page)).Kind);
        Assert.Equal(["/robots.txt", "/feed"], Paths($"invites-{status}.example"));
        clock.Advance(TimeSpan.FromMinutes(1));
        await client.FailAsync($"{site}/page", Wanted.Page);
        Assert.Equal(["/robots.txt", "/feed", "/robots.txt"], Paths($"invites-{status}.example"));
    }

    [Fact]
    public async Task Two_ports_of_one_name_are_two_servers_and_http_and_https_are_one()
    {
        var site = _internet.Tame("ports.example", Answers.Status(503, response => response.Headers.RetryAfter = "600"));
        var neighbour = _internet.Wild("ports.example", call => call.SayAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nOne."));
        using var client = _internet.Client();

        await client.FailAsync(site);

        Assert.Equal(FailureKind.Waiting, (await client.FailAsync(site)).Kind);
        Assert.Equal(FailureKind.NotWanted, (await client.FailAsync(neighbour)).Kind);
        Assert.Equal("ports.example", NewsDesk.Wire.Fetching.Addresses.WebAddress.Server(new Uri("https://Ports.Example./a")));
        Assert.Equal("ports.example", NewsDesk.Wire.Fetching.Addresses.WebAddress.Server(new Uri("http://ports.example/b")));
        Assert.Equal("ports.example:8080", NewsDesk.Wire.Fetching.Addresses.WebAddress.Server(new Uri("http://ports.example:8080/b")));
    }

    [Fact]
    public async Task After_a_month_without_rules_there_are_none()
    {
        var clock = new ManualClock();
        var site = _internet.Tame("month.example", Answers.Paths(("/robots.txt", Answers.Status(500)), ("/page", Answers.Text(Answers.Page))));
        using var client = _internet.Client(clock: clock);
        await client.FailAsync($"{site}/page", Wanted.Page);

        clock.Advance(TimeSpan.FromDays(30));

        await client.ReceiveAsync($"{site}/page", Wanted.Page);
    }

    [Fact]
    public async Task Each_site_on_the_way_is_asked_for_its_robots_txt()
    {
        var target = _internet.Tame("forbids.example", Answers.Paths(("/robots.txt", Answers.Text("User-agent: *\nDisallow: /")), ("/page", Answers.Text(Answers.Page))));
        var site = _internet.Tame("links.example", Answers.Paths(("/robots.txt", Answers.Redirect("/real-robots.txt")), ("/page", Answers.Redirect($"{target}/page"))));
        using var client = _internet.Client();

        Assert.Equal(FailureKind.Robots, (await client.FailAsync($"{site}/page", Wanted.Page)).Kind);
        Assert.Equal(["/robots.txt"], Paths("forbids.example"));
    }

    [Fact]
    public async Task A_host_that_says_too_often_is_left_alone()
    {
        var site = _internet.Tame("busy.example", Answers.Status(429, response => response.Headers.RetryAfter = "120"));
        using var client = _internet.Client();

        var first = await client.FailAsync($"{site}/a");
        var second = await client.FailAsync($"{site}/b");

        Assert.Equal((FailureKind.Status, "the site says that we ask too often (429)", TimeSpan.FromSeconds(120)), (first.Kind, first.Reason, first.RetryAfter));
        Assert.Equal(FailureKind.Waiting, second.Kind);
        Assert.InRange(second.RetryAfter!.Value.TotalSeconds, 60, 120);
        Assert.Single(Paths("busy.example"));
    }

    [Theory]
    [InlineData("Sat, 21 Nov 2026 12:10:00 GMT", 600)]
    [InlineData("Sat, 21 Nov 2020 12:10:00 GMT", 0)]
    [InlineData("99999999", 86400)]
    [InlineData("a while", null)]
    public async Task Retry_after_is_read_as_seconds_and_as_a_date(string retryAfter, int? seconds)
    {
        var site = _internet.Tame($"retry-{seconds}.example", Answers.Status(503, response => response.Headers.RetryAfter = retryAfter));
        using var client = _internet.Client(clock: new ManualClock());

        Assert.Equal(seconds, (await client.FailAsync(site)).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Between_two_requests_to_a_host_the_pause_is_kept_even_for_redirects()
    {
        var clock = new ManualClock();
        var times = new List<(string Path, DateTimeOffset At)>();
        var site = _internet.Tame("paced.example", context =>
        {
            lock (times) times.Add((context.Request.Path, clock.GetUtcNow()));
            return Answers.Paths(("/robots.txt", Answers.Text("User-agent: *\nCrawl-delay: 3")), ("/from", Answers.Redirect("/to")), ("/to", Answers.Text(Answers.Page)))(context);
        });
        using var client = _internet.Client(settings => settings with { HostDelay = TimeSpan.FromSeconds(1) }, clock);

        var fetching = client.ReceiveAsync($"{site}/from", Wanted.Page);
        while (!fetching.IsCompleted)
        {
            if (times.Count > 0) clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await fetching;
        Assert.Equal(["/robots.txt", "/from", "/to"], times.Select(time => time.Path));
        Assert.True(times[1].At - times[0].At >= TimeSpan.FromSeconds(1));
        Assert.True(times[2].At - times[1].At >= TimeSpan.FromSeconds(3));
    }

    private IEnumerable<string> Paths(string host) => _internet.Visits.Where(visit => visit.Host == host).Select(visit => visit.Path);
}
