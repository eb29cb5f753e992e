using System.Net;
using NewsDesk.Hosting.Limits;

namespace NewsDesk.Tests.Hosting.Limits;

public sealed class ClientSharesTests
{
    private static readonly IPAddress Reader = IPAddress.Parse("192.0.2.7");

    private readonly HandClock _clock = new();

    [Fact]
    public void A_share_is_spent_and_comes_back()
    {
        var shares = new ClientShares(perMinute: 30, _clock);

        for (var i = 0; i < 10; i++) Assert.True(shares.TryTake(Reader, out _));
        Assert.False(shares.TryTake(Reader, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(2), wait);

        _clock.Now += wait;
        Assert.True(shares.TryTake(Reader, out _));
        Assert.False(shares.TryTake(Reader, out _));

        _clock.Now += TimeSpan.FromMinutes(1);
        for (var i = 0; i < 10; i++) Assert.True(shares.TryTake(Reader, out _));
        Assert.False(shares.TryTake(Reader, out _));
    }

    [Fact]
    public void Nobody_pays_for_others()
    {
        var shares = new ClientShares(perMinute: 30, _clock);
        while (shares.TryTake(Reader, out _)) { }

        // Two may fall into one place; of twenty not many do.
        var free = Enumerable.Range(1, 20).Count(host => shares.TryTake(IPAddress.Parse($"198.51.100.{host}"), out _));

        Assert.InRange(free, 19, 20);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:aaaa::9")]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    public void One_household_is_one_client(string one, string other)
    {
        var shares = new ClientShares(perMinute: 30, _clock);
        while (shares.TryTake(IPAddress.Parse(one), out _)) { }

        Assert.False(shares.TryTake(IPAddress.Parse(other), out _));
    }

    [Fact]
    public void None_is_no_limit()
    {
        var shares = new ClientShares(perMinute: 0, _clock);

        for (var i = 0; i < 1000; i++) Assert.True(shares.TryTake(Reader, out _));
    }

    [Fact]
    public void A_small_share_still_allows_one()
    {
        var shares = new ClientShares(perMinute: 1, _clock);

        Assert.True(shares.TryTake(null, out _));
        Assert.False(shares.TryTake(null, out var wait));
        Assert.Equal(TimeSpan.FromMinutes(1), wait);
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
