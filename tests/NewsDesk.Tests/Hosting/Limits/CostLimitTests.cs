using System.Net;

namespace NewsDesk.Tests.Hosting.Limits;

public sealed class CostLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_searches_too_much_is_asked_to_wait_and_may_read_on()
    {
        await using var desk = new Desk(("costly-per-minute", "15")).With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon"));
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/search?q=moon{i}")).StatusCode);

        using var refused = await desk.GetAsync("/search?q=one+more");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Contains("One at a time", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await desk.GetAsync("/cover/moon.png")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/wire")).StatusCode);
        // Where nothing is looked for, nothing is looked up.
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/search")).StatusCode);
        // What was found before costs nothing to show again.
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/search?q=moon3")).StatusCode);
    }
}
