using System.Text;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class CheapFetchTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;
    private readonly WireClient _client = fixture.Client;

    [Fact]
    public async Task A_feed_comes_whole_with_all_that_is_worth_knowing_of_it()
    {
        var site = _internet.Tame("moon.example", Answers.Text(Answers.Feed, "application/rss+xml; charset=utf-8", response =>
        {
            response.Headers.ETag = "\"one\"";
            response.Headers.LastModified = "Sat, 21 Nov 2026 10:00:00 GMT";
            response.Headers.CacheControl = "public, max-age=600";
            response.Headers.Age = "100";
        }));

        var feed = await _client.ReceiveAsync($"{site}/feed.xml#top");

        Assert.Equal(Answers.Feed, Encoding.UTF8.GetString(feed.Body.Span));
        Assert.Equal(ContentKind.Feed, feed.Kind);
        Assert.Equal("utf-8", feed.Charset);
        Assert.Equal(new("\"one\"", "Sat, 21 Nov 2026 10:00:00 GMT", TimeSpan.FromSeconds(500)), feed.Validity);
        Assert.Equal((200, Answers.Feed.Length, $"{site}/feed.xml"), (feed.Attempt.Status, feed.Attempt.Bytes, feed.Attempt.Address.AbsoluteUri));
        Assert.Null(feed.Attempt.MovedTo);
        Assert.True(feed.Attempt.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task What_the_server_calls_unchanged_does_not_travel_again()
    {
        var site = _internet.Tame("unchanged.example", context =>
            (context.Request.Headers.IfNoneMatch == "unquoted" && context.Request.Headers.IfModifiedSince == "yesterday" ? Answers.Status(304) : Answers.Text(Answers.Feed))(context));

        var fetched = await _client.FetchAsync(new(new(site)) { ETag = "unquoted", LastModified = "yesterday" }, TestContext.Current.CancellationToken);

        var unchanged = Assert.IsType<Fetched.Unchanged>(fetched);
        Assert.Equal(new("unquoted", "yesterday", null), unchanged.Validity);
        Assert.Equal((304, 0), (unchanged.Attempt.Status, unchanged.Attempt.Bytes));
    }

    [Fact]
    public async Task A_body_that_is_known_is_unchanged_even_when_the_server_sends_it_again()
    {
        var site = _internet.Tame("known.example", Answers.Text(Answers.Feed));
        var first = await _client.ReceiveAsync(site);

        var again = await _client.FetchAsync(new(new(site)) { KnownHash = first.Hash }, TestContext.Current.CancellationToken);

        Assert.IsType<Fetched.Unchanged>(again);
        Assert.Equal(64, first.Hash.Length);
    }

    [Fact]
    public async Task Unchanged_is_no_answer_to_who_never_asked_for_changes()
    {
        var site = _internet.Tame("confused.example", Answers.Status(304));

        Assert.Equal(FailureKind.Status, (await _client.FailAsync(site)).Kind);
    }

    [Fact]
    public async Task A_mark_that_could_forge_a_header_is_not_sent()
    {
        var site = _internet.Tame("forger.example", Answers.Text(Answers.Feed));

        await _client.FetchAsync(new(new(site)) { ETag = "\"a\"\r\nX-Forged: 1", LastModified = "\u2028now" }, TestContext.Current.CancellationToken);

        var visit = Assert.Single(_internet.Visits, visit => visit.Host == "forger.example");
        Assert.DoesNotContain(visit.Headers.Keys, name => name is "X-Forged" or "If-None-Match" or "If-Modified-Since");
    }

    [Fact]
    public async Task We_say_who_we_are_and_nothing_else()
    {
        var site = _internet.Tame("curious.example", Answers.Text(Answers.Feed, with: response => response.Headers.SetCookie = "id=1"));

        await _client.ReceiveAsync(site.Replace("http://", "http://me:secret@", StringComparison.Ordinal));
        await _client.ReceiveAsync(site);

        var visit = _internet.Visits.Last(visit => visit.Host == "curious.example");
        Assert.Equal("NewsDesk/0.1 (+https://desk.example/)", visit.Headers["User-Agent"]);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], visit.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.All(_internet.Visits.Where(visit => visit.Host == "curious.example"), one => Assert.False(one.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task One_connection_serves_one_request_after_the_other()
    {
        var site = _internet.Tame("kept.example", Answers.Text(Answers.Feed));

        for (var i = 0; i < 5; i++) await _client.ReceiveAsync($"{site}/{i}");

        Assert.Single(_internet.Visits.Where(visit => visit.Host == "kept.example").Select(visit => visit.Connection).Distinct());
    }

    [Fact]
    public async Task Over_https_HTTP_2_is_spoken()
    {
        var site = _internet.TameSecure("modern.example", Answers.Text(Answers.Feed));

        await _client.ReceiveAsync(site);

        Assert.Equal("HTTP/2", Assert.Single(_internet.Visits, visit => visit.Host == "modern.example").Protocol);
    }

    [Theory]
    [InlineData("no-cache", null, 0)]
    [InlineData("no-store, max-age=5", null, 0)]
    [InlineData("max-age=60", null, 60)]
    [InlineData("max-age=99999999", null, 7 * 86400)]
    [InlineData(null, "Sat, 21 Nov 2026 10:10:00 GMT", 600)]
    [InlineData(null, "Sat, 21 Nov 2020 10:10:00 GMT", 0)]
    [InlineData("max-age=much", "soon", 0)]
    [InlineData(null, null, null)]
    public async Task How_long_an_answer_holds_is_told(string? cacheControl, string? expires, int? seconds)
    {
        var site = _internet.Tame($"fresh-{seconds}-{cacheControl?.Length}-{expires?.Length}.example", Answers.Text(Answers.Feed, with: response =>
        {
            if (cacheControl is not null) response.Headers.CacheControl = cacheControl;
            if (expires is not null) response.Headers.Expires = expires;
            response.Headers.Date = "Sat, 21 Nov 2026 10:00:00 GMT";
        }));

        Assert.Equal(seconds, (await _client.ReceiveAsync(site)).Validity.FreshFor?.TotalSeconds);
    }
}
