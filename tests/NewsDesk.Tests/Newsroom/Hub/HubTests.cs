using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsDesk.Archive;
using static NewsDesk.Tests.Newsroom.Hub.FollowedPaper;

namespace NewsDesk.Tests.Newsroom.Hub;

/// <summary>Our own hub, against subscribers that are as the web has them.</summary>
public sealed class HubTests
{
    [Fact]
    public async Task A_subscriber_gets_the_feed_as_it_is_served_and_signed_and_then_what_changes()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        await using var desk = Open();
        await desk.FollowAsync(subscriber, "/callback?for=me&x=1", more: ("hub.secret", Secret));

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(() => !subscriber.Given.IsEmpty, "nothing was delivered");

        Assert.True(subscriber.Given.TryDequeue(out var first));
        using var served = await desk.GetAsync("/feed.xml");
        Assert.Equal("/callback?for=me&x=1", first.Path);
        Assert.Equal(await served.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), first.Body);
        Assert.Contains("Mars sold", first.Text, StringComparison.Ordinal);
        Assert.Equal(served.Content.Headers.ContentType!.ToString(), first.ContentType);
        Assert.Equal("<https://paper.example/hub>; rel=\"hub\", <https://paper.example/feed.xml>; rel=\"self\"", first.Headers["Link"]);
        Assert.Equal(first.Headers["Link"], string.Join(", ", served.Headers.GetValues("Link")));
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), first.Body))}", first.Headers["X-Hub-Signature"]);

        desk.Delete("posts/2026-11-06-mars.md");
        await UntilAsync(() => !subscriber.Given.IsEmpty, "what was withdrawn was not told");
        Assert.True(subscriber.Given.TryDequeue(out var second));
        Assert.DoesNotContain("Mars sold", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_told_nothing_more_and_who_stays_is()
    {
        await using var leaving = await Subscriber.OpenAsync();
        await using var staying = await Subscriber.OpenAsync();
        await using var desk = Open();
        await desk.FollowAsync(leaving);
        await desk.FollowAsync(staying);

        using var answer = await desk.AskAsync("unsubscribe", leaving.Address + "/callback");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await UntilAsync(async () => (await desk.ListFollowersAsync()).Count == 1, "the subscription never ended");
        Assert.Equal("unsubscribe", leaving.Asked.Last()["hub.mode"]);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(() => !staying.Given.IsEmpty, "nothing was delivered");
        Assert.Empty(leaving.Given);
        Assert.False(staying.Given.First().Headers.ContainsKey("X-Hub-Signature"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_once_and_says_what_is_wrong()
    {
        await using var desk = Open();
        foreach (var (name, value, status) in new[]
        {
            ("hub.mode", "publish", 400),
            ("hub.mode", "", 400),
            ("hub.callback", "", 400),
            ("hub.callback", "/callback", 400),
            ("hub.callback", "ftp://reader.example/callback", 400),
            ("hub.callback", "https://name:word@reader.example/", 400),
            ("hub.callback", "https://reader.example/#part", 400),
            ("hub.topic", "https://elsewhere.example/feed.xml", 404),
            ("hub.topic", "https://paper.example/", 404),
            ("hub.topic", "https://paper.example/api/posts.json", 404),
            ("hub.topic", "https://paper.example/feed.xml?month=2026-11", 404),
            ("hub.topic", "https://paper.example/tag/nothing/feed.xml", 404),
            ("hub.topic", "https://paper.example/search/feed.xml?q=moon", 404),
            ("hub.topic", "feed.xml", 400),
            ("hub.lease_seconds", "soon", 400),
            ("hub.lease_seconds", "-1", 400),
        })
        {
            var form = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["hub.mode"] = "subscribe",
                ["hub.callback"] = "https://reader.example/callback",
                ["hub.topic"] = Feed,
                [name] = value,
            };

            using var content = new FormUrlEncodedContent(form);
            using var answer = await desk.Reader.PostAsync("/hub", content, TestContext.Current.CancellationToken);

            Assert.Equal($"{name}={value} {status}", $"{name}={value} {(int)answer.StatusCode}");
            Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains(name, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(0, await desk.CountAskedAsync());
        }
    }

    [Theory]
    [InlineData(199, 202)]
    [InlineData(200, 400)]
    public async Task A_secret_has_less_than_200_bytes(int bytes, int status)
    {
        await using var subscriber = await Subscriber.OpenAsync();
        await using var desk = Open();

        using var answer = await desk.AskAsync("subscribe", subscriber.Address, Feed, ("hub.secret", new string('s', bytes)));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_no_form_or_said_twice_is_refused()
    {
        await using var desk = Open();

        using var json = await desk.Reader.PostAsync("/hub", new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        using var twice = await desk.AskAsync("subscribe", "https://reader.example/", Feed, ("hub.topic", Feed));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Theory]
    [InlineData("1", "3600")]
    [InlineData("86400", "86400")]
    [InlineData("99999999999999999999", "2592000")]
    [InlineData(null, "864000")]
    public async Task A_lease_is_bounded_and_the_subscriber_is_told_how_long_it_is(string? wanted, string given)
    {
        await using var subscriber = await Subscriber.OpenAsync();
        await using var desk = Open();

        await desk.FollowAsync(subscriber, more: wanted is null ? [] : [("hub.lease_seconds", wanted)]);

        Assert.Equal(given, subscriber.Asked.Single()["hub.lease_seconds"]);
        var one = Assert.Single(await desk.ListFollowersAsync());
        Assert.Equal(long.Parse(given, System.Globalization.CultureInfo.InvariantCulture), (long)(one.Expires - one.Begun).TotalSeconds);
    }

    [Theory]
    [InlineData(200, "something else")]
    [InlineData(404, "")]
    [InlineData(302, "")]
    public async Task Who_does_not_answer_with_the_challenge_gets_no_subscription(int status, string said)
    {
        await using var subscriber = await Subscriber.OpenAsync();
        subscriber.OnAsked = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = status == 302 ? subscriber.Address + "/other" : default(string);
            return context.Response.WriteAsync(said);
        };
        await using var desk = Open();

        using var answer = await desk.AskAsync("subscribe", subscriber.Address + "/callback");
        await UntilAsync(async () => await desk.CountAskedAsync() == 0, "the request was never given up");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Single(subscriber.Asked);
        Assert.Empty(await desk.ListFollowersAsync());
    }

    [Fact]
    public async Task A_challenge_that_was_answered_before_is_worth_nothing_and_leaves_what_there_is_as_it_is()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        await using var desk = Open();
        await desk.FollowAsync(subscriber, more: ("hub.secret", Secret));
        var before = Assert.Single(await desk.ListFollowersAsync());
        var old = subscriber.Asked.Single()["hub.challenge"].ToString();
        subscriber.OnAsked = context => context.Response.WriteAsync(old);

        // Somebody else asks in the subscriber's name, with a secret of their own, and then that it should leave.
        using var taken = await desk.AskAsync("subscribe", subscriber.Address + "/callback", Feed, ("hub.secret", "mine now"));
        await UntilAsync(async () => await desk.CountAskedAsync() == 0, "the request was never given up");
        using var left = await desk.AskAsync("unsubscribe", subscriber.Address + "/callback");
        await UntilAsync(async () => await desk.CountAskedAsync() == 0, "the request was never given up");

        Assert.Equal(3, subscriber.Asked.Select(query => query["hub.challenge"].ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(before, Assert.Single(await desk.ListFollowersAsync()));
    }

    [Fact]
    public async Task A_callback_that_is_in_trouble_when_it_is_asked_is_asked_again()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        subscriber.OnAsked = async context =>
        {
            if (subscriber.Asked.Count < 3) context.Response.StatusCode = 500;
            else await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
        };
        await using var desk = Open();

        await desk.FollowAsync(subscriber);

        Assert.Equal(3, subscriber.Asked.Count);
    }

    [Fact]
    public async Task A_callback_on_a_private_network_is_never_called()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        await using var desk = Fill(new Desk(("host-delay", "0")));

        using var answer = await desk.AskAsync("subscribe", subscriber.Address + "/callback");
        await UntilAsync(async () => await desk.CountAskedAsync() == 0, "the request was never given up");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(subscriber.Asked);
        Assert.Empty(await desk.ListFollowersAsync());
    }

    [Fact]
    public async Task A_subscriber_in_trouble_gets_what_is_new_when_it_is_well_again()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        subscriber.OnGiven = context =>
        {
            context.Response.StatusCode = subscriber.Given.Count switch { 1 => 500, 2 => 302, _ => 204 };
            context.Response.Headers.Location = subscriber.Address + "/elsewhere";
            return Task.CompletedTask;
        };
        await using var desk = Open();
        await desk.FollowAsync(subscriber);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(async () => (await desk.ListFollowersAsync())[0] is { Told: not null, Failures: 0, LastError: null }, "it was never told");

        Assert.Equal(3, subscriber.Given.Count);
        Assert.All(subscriber.Given, given => Assert.Equal("/callback", given.Path));
        Assert.Single(subscriber.Given.Select(given => given.Text).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_subscriber_that_is_gone_is_told_nothing_more()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        subscriber.OnGiven = context =>
        {
            context.Response.StatusCode = 410;
            return Task.CompletedTask;
        };
        await using var desk = Open();
        await desk.FollowAsync(subscriber);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(async () => (await desk.ListFollowersAsync()).Count == 0, "the subscription never ended");

        Assert.Single(subscriber.Given);
    }

    [Fact]
    public async Task A_subscriber_that_never_takes_anything_is_given_up()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        subscriber.OnGiven = context =>
        {
            context.Response.StatusCode = 400;
            return Task.CompletedTask;
        };
        await using var desk = Open(Quick with { MostFailures = 3 });
        await desk.FollowAsync(subscriber);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(async () => (await desk.ListFollowersAsync()).Count == 0, "the subscription never ended");

        Assert.Equal(3, subscriber.Given.Count);
    }

    [Fact]
    public async Task A_slow_subscriber_holds_up_nobody_else()
    {
        await using var slow = await Subscriber.OpenAsync();
        await using var quick = await Subscriber.OpenAsync();
        using var end = new CancellationTokenSource();
        slow.OnGiven = context => Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(end.Token, context.RequestAborted).Token);
        await using var desk = Open();
        await desk.FollowAsync(slow);
        await desk.FollowAsync(quick);

        desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold"));
        await UntilAsync(() => !slow.Given.IsEmpty && !quick.Given.IsEmpty, "one of them was never told");

        Assert.Null((await desk.ListFollowersAsync()).Single(one => one.Callback.StartsWith(slow.Address, StringComparison.Ordinal)).Told);
        await end.CancelAsync();
    }

    [Fact]
    public async Task What_changed_while_the_desk_was_closed_is_told_when_it_opens()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        var folder = Directory.CreateTempSubdirectory("newsdesk-hub-");
        var archive = ("archive", Path.Combine(folder.FullName, "kept.db"));
        await using (var desk = Open(options: archive)) await desk.FollowAsync(subscriber);
        Assert.Empty(subscriber.Given);

        await using (var desk = Open(options: archive).With("posts/2026-11-06-mars.md", Samples.Post("Mars sold")))
        {
            await desk.ReadAsync("/");
            await UntilAsync(() => !subscriber.Given.IsEmpty, "what changed meanwhile was not told");
            Assert.Contains("Mars sold", subscriber.Given.First().Text, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nodes_that_share_an_archive_tell_each_change_once()
    {
        await using var subscriber = await Subscriber.OpenAsync();
        var cluster = (await TestContext.Current.GetFixture<Archive.PostgresCluster>())!;
        var archive = ("archive", await cluster.CreateCornerAsync(TestContext.Current.CancellationToken));
        await using var one = Open(options: archive);
        await using var other = Open(options: archive);
        await one.ReadAsync("/");
        await other.ReadAsync("/");
        var topics = new[] { Feed, "https://paper.example/atom.xml", "https://paper.example/clean/feed.json", "https://paper.example/tag/space/feed.xml" };
        foreach (var topic in topics) await one.FollowAsync(subscriber, $"/{topics.IndexOf(topic)}", topic);

        foreach (var desk in new[] { one, other }) desk.With("posts/2026-11-06-mars.md", Samples.Post("Mars sold", "tags: [space]"));
        await UntilAsync(async () => (await one.ListFollowersAsync()).All(follower => follower.Told is not null), "not all were told");

        Assert.Equal(topics.Length, subscriber.Given.Select(given => given.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(subscriber.Given.Count, subscriber.Given.DistinctBy(given => (given.Path, given.Text)).Count());
    }

    [Fact]
    public async Task A_closed_hub_takes_nothing_and_is_named_nowhere()
    {
        await using var desk = Open(options: ("hub", "false"));

        using var answer = await desk.AskAsync("subscribe", "https://reader.example/");
        using var feed = await desk.GetAsync("/feed.xml");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("hub", string.Join(' ', feed.Headers.GetValues("Link")), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"hub\"", await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_client_may_ask_for_a_share_of_the_hub()
    {
        await using var desk = Open(options: ("costly-per-minute", "3"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await desk.AskAsync("subscribe", "https://reader.example/", "https://paper.example/nothing");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }
}
