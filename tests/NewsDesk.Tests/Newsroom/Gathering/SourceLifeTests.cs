using Microsoft.AspNetCore.Http;
using NewsDesk.Tests.Wire.Fetching;
using NewsDesk.Wire.Sources;
using static NewsDesk.Tests.Newsroom.Gathering.AWeb;
using static NewsDesk.Tests.Newsroom.Gathering.GatherRoom;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>The life of a source on a real server, through the real client: what it says between the lines is kept from one visit to the next.</summary>
public sealed class SourceLifeTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;

    [Fact]
    public async Task The_second_visit_sends_back_what_the_first_was_given_and_an_edit_keeps_the_old_text()
    {
        var (word, edition) = ("moon", 1);
        var asked = new List<(string? Tag, string? Since)>();
        var site = _internet.Tame("life.example", context =>
        {
            lock (asked) asked.Add((context.Request.Headers.IfNoneMatch, context.Request.Headers.IfModifiedSince));
            context.Response.Headers.ETag = $"W/\"{edition}\"";
            context.Response.Headers.LastModified = $"Sat, 21 Nov 2026 10:00:0{edition} GMT";
            return (context.Request.Headers.IfNoneMatch == $"W/\"{edition}\"" ? Answers.Status(304) : Answers.Text(Rss(Item("1", "https://life.example/1", "Sold", Whole(word)))))(context);
        });
        await using var room = await OpenAsync(fixture.Client.FetchAsync);
        await room.WatchFeedAsync($"{site}/feed");

        var first = (await room.VisitAsync()).Visit;
        var second = (await room.VisitAsync()).Visit;
        (word, edition) = ("satellite", 2);
        var third = (await room.VisitAsync()).Visit;
        var fourth = (await room.VisitAsync()).Visit;

        Assert.Equal([(null, null), ("W/\"1\"", "Sat, 21 Nov 2026 10:00:01 GMT"), ("W/\"1\"", "Sat, 21 Nov 2026 10:00:01 GMT"), ("W/\"2\"", "Sat, 21 Nov 2026 10:00:02 GMT")], asked);
        Assert.Equal([200, 304, 200, 304], new[] { first, second, third, fourth }.Select(visit => visit.Status));
        Assert.Equal((1, 0, 0, 1), (first.Added, second.Added + second.Changed, third.Added, third.Changed));
        Assert.Equal(0, second.Bytes);
        var article = (await room.Articles.FindByUrlAsync("https://life.example/1", Cancel))!;
        Assert.Contains("satellite", article.Text, StringComparison.Ordinal);
        Assert.Contains("moon", Assert.Single(await room.Articles.ListVersionsAsync(article.Id, Cancel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    public async Task A_lasting_redirect_moves_the_source_the_third_time(int status, bool isLasting)
    {
        var asked = new List<string>();
        RequestDelegate Noted(RequestDelegate answer) => context =>
        {
            lock (asked) asked.Add(context.Request.Path);
            return answer(context);
        };
        var site = _internet.Tame($"moves-{status}.example", Noted(Answers.Paths(("/old", Answers.Redirect("/new", status)), ("/new", Answers.Text(Rss(Item("1", "https://life.example/1", "Sold", Whole("moon"))))))));
        await using var room = await OpenAsync(fixture.Client.FetchAsync);
        await room.WatchFeedAsync($"{site}/old");

        for (var i = 0; i < 4; i++) Assert.Null((await room.VisitAsync()).Visit.Error);

        Assert.Equal(isLasting ? ["/old", "/new", "/old", "/new", "/old", "/new", "/new"] : ["/old", "/new", "/old", "/new", "/old", "/new", "/old", "/new"], asked);
        var source = Assert.Single(await room.Sources.ListAsync(Cancel));
        Assert.Equal(isLasting, NewsDesk.Newsroom.Gathering.SourceVisit.HasMoved(source));
        Assert.Equal(isLasting ? $"{site}/new" : null, source.MovedTo);
        Assert.Single(await room.WireAsync());
    }

    [Fact]
    public async Task What_is_gone_for_good_is_not_asked_again()
    {
        var asked = 0;
        var site = _internet.Tame("gone.example", context =>
        {
            Interlocked.Increment(ref asked);
            return Answers.Status(410)(context);
        });
        await using var room = await OpenAsync(fixture.Client.FetchAsync);
        await room.WatchFeedAsync($"{site}/feed");

        var visited = await room.VisitAsync();
        room.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal((Noon, 410), (visited.Source.Retired, visited.Visit.Status));
        Assert.Equal(0, await room.Gatherer.GatherDueAsync(null, Cancel));
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("<ttl>180</ttl>", 2.7, 3.3)]
    [InlineData("<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>daily</sy:updatePeriod><sy:updateFrequency xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>4</sy:updateFrequency>", 5.4, 6.6)]
    [InlineData("<skipHours><hour>12</hour><hour>13</hour><hour>14</hour></skipHours>", 3, 4)]
    [InlineData("<skipDays><day>Wednesday</day><day>Thursday</day></skipDays>", 36, 37)]
    [InlineData("", 0.05, 1.1)]
    public async Task A_feed_s_own_wishes_are_kept_also_when_it_is_unchanged(string wish, double least, double most)
    {
        // Noon is that of a Wednesday; the feed publishes every hour.
        var items = string.Concat(Enumerable.Range(0, 5).Select(i => Item($"{i}", $"https://life.example/{i}", "Sold", Whole("moon"), Noon.AddHours(-i))));
        var site = _internet.Tame($"wish-{wish.Length}.example", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            return (context.Request.Headers.IfNoneMatch == "\"1\"" ? Answers.Status(304) : Answers.Text($"<rss version='2.0'><channel><title>Wishes</title>{wish}{items}</channel></rss>"))(context);
        });
        await using var room = await OpenAsync(fixture.Client.FetchAsync);
        await room.WatchFeedAsync($"{site}/feed");

        var first = await room.VisitAsync();
        var second = await room.VisitAsync();

        Assert.Equal((200, 304), (first.Visit.Status, second.Visit.Status));
        Assert.InRange((first.Source.NextDue - Noon).TotalHours, least, most);
        Assert.InRange((second.Source.NextDue - Noon).TotalHours, least, most);
    }
}
