using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class RedirectTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;
    private readonly WireClient _client = fixture.Client;

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Five_redirects_are_followed_and_no_more(int count, bool arrives)
    {
        var site = _internet.Tame($"chain-{count}.example", context =>
        {
            var step = int.Parse(context.Request.Path.Value!.Trim('/'), System.Globalization.CultureInfo.InvariantCulture);
            return (step < count ? Answers.Redirect($"{step + 1}", step < 2 ? 301 : 307) : Answers.Text(Answers.Feed))(context);
        });

        var fetched = await _client.GetAsync($"{site}/0");

        Assert.Equal(arrives, fetched is Fetched.Received);
        Assert.Equal(5, fetched.Attempt.Hops.Count);
        Assert.Equal(6, _internet.Visits.Count(visit => visit.Host == $"chain-{count}.example"));
        if (!arrives) Assert.Equal(FailureKind.Redirect, Assert.IsType<Fetched.Failed>(fetched).Kind);

        // The first two are for good, the rest is not: only so far has it moved.
        Assert.Equal($"{site}/2", fetched.Attempt.MovedTo?.AbsoluteUri);
    }

    [Fact]
    public async Task A_detour_before_a_lasting_redirect_moves_nothing()
    {
        var site = _internet.Tame("detour.example", Answers.Paths(
            ("/", Answers.Redirect("/a")), ("/a", Answers.Redirect("/b", 308)), ("/b", Answers.Text(Answers.Feed))));

        var feed = await _client.ReceiveAsync(site);

        Assert.Null(feed.Attempt.MovedTo);
        Assert.Equal([302, 308], feed.Attempt.Hops.Select(hop => hop.Status));
        Assert.Equal($"{site}/b", feed.Attempt.Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_circle_is_seen_at_once()
    {
        var site = _internet.Tame("circle.example", Answers.Paths(("/a", Answers.Redirect("/b")), ("/b", Answers.Redirect("/a"))));

        Assert.Contains("in a circle", (await _client.FailAsync($"{site}/a")).Reason, StringComparison.Ordinal);
        Assert.Equal(2, _internet.Visits.Count(visit => visit.Host == "circle.example"));
    }

    [Fact]
    public async Task Names_and_passwords_are_neither_sent_on_nor_told()
    {
        var target = _internet.Tame("target.example", Answers.Text(Answers.Feed));
        var site = _internet.Tame("generous.example", Answers.Redirect(target.Replace("http://", "http://you:theirs@", StringComparison.Ordinal) + "/#part"));

        var feed = await _client.ReceiveAsync(site.Replace("http://", "http://me:mine@", StringComparison.Ordinal));

        Assert.Equal($"{target}/", feed.Attempt.Address.AbsoluteUri);
        Assert.DoesNotContain(feed.Attempt.Hops, hop => hop.From.UserInfo.Length > 0 || hop.To.UserInfo.Length > 0);
        Assert.All(_internet.Visits.Where(visit => visit.Host is "target.example" or "generous.example"), visit =>
            Assert.False(visit.Headers.ContainsKey("Authorization") || visit.Headers.ContainsKey("Referer")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_what_was_added_as_https_is_kept_from_http(bool secureOnly)
    {
        var open = _internet.Tame("open.example", Answers.Text(Answers.Feed));
        var site = _internet.TameSecure("downgrade.example", Answers.Redirect(open));

        var fetched = await _client.FetchAsync(new(new(site)) { SecureOnly = secureOnly }, TestContext.Current.CancellationToken);

        if (!secureOnly) Assert.IsType<Fetched.Received>(fetched);
        else Assert.Contains("from https to http://open.example", Assert.IsType<Fetched.Failed>(fetched).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd", FailureKind.Redirect)]
    [InlineData("ftp://moon.example/", FailureKind.Redirect)]
    [InlineData("javascript:alert(1)", FailureKind.Redirect)]
    [InlineData("data:text/xml,<rss/>", FailureKind.Redirect)]
    [InlineData("http://", FailureKind.Redirect)]
    [InlineData("http://moon.example:25/", FailureKind.Address)]
    [InlineData("http://10.0.0.1/", FailureKind.Address)]
    [InlineData("http://169.254.169.254/latest/meta-data/", FailureKind.Address)]
    [InlineData("//[::1]/", FailureKind.Address)]
    [InlineData("http://2130706434/", FailureKind.Address)]
    [InlineData("http://0x7f.2/", FailureKind.Address)]
    public async Task Redirects_lead_to_public_web_pages_only(string to, FailureKind kind)
    {
        var site = _internet.Tame($"to-{Math.Abs(to.GetHashCode(StringComparison.Ordinal))}.example", Answers.Redirect(to));

        Assert.Equal(kind, (await _client.FailAsync(site)).Kind);
    }

    [Fact]
    public async Task An_address_in_letters_of_any_script_is_followed()
    {
        var target = _internet.Tame("letters.example", Answers.Text(Answers.Feed));
        var site = _internet.Wild("scripts.example", call => call.SayAsync($"HTTP/1.1 301 Moved\nLocation: {target}/новости?ä=ß\nContent-Length: 0\n\n"));

        await _client.ReceiveAsync(site);

        Assert.Equal("/новости?ä=ß", Uri.UnescapeDataString(Assert.Single(_internet.Visits, visit => visit.Host == "letters.example").Path));
    }

    [Fact]
    public async Task A_redirect_with_an_endless_body_is_followed_all_the_same()
    {
        var target = _internet.Tame("behind.example", Answers.Text(Answers.Feed));
        var site = _internet.Wild("talkative.example", async call =>
        {
            await call.SayAsync($"HTTP/1.1 302 Found\nLocation: {target}\nTransfer-Encoding: chunked\n\n");
            while (true) await call.SayAsync("4\nmoon\n");
        });

        await _client.ReceiveAsync(site);
    }
}
