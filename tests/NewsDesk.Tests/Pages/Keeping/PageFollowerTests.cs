using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Keeping;

/// <summary>What happens while the archive cannot be asked is seen when it can.</summary>
public sealed class PageFollowerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_that_begins_meanwhile()
    {
        await using var desk = new Desk();
        await using var node = await Node.OfAsync(desk);
        node.Keep("/");

        await node.FailAsync("LEFT JOIN changes", () => node.Clock.Ahead = TimeSpan.FromDays(1));

        await UntilAsync(() => node.Shelf.Find("/") is null);
    }

    [Fact]
    public async Task A_post_that_is_put_on_the_calendar_meanwhile()
    {
        await using var desk = new Desk();
        await using var node = await Node.OfAsync(desk);
        var soon = DateTimeOffset.UtcNow.AddHours(1);

        await node.FailAsync("p.published > @now ORDER BY p.published", () => desk.With("posts/soon.md", Samples.Post("Mars is next", $"date: {soon:yyyy-MM-dd'T'HH:mm:ss'Z'}")));
        await UntilAsync(() =>
        {
            node.Keep("/");
            return node.Shelf.Find("/") is not null && node.AskedForTheNext;
        });
        node.Clock.Ahead = TimeSpan.FromHours(2);

        await UntilAsync(() => node.Shelf.Find("/") is null);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "It never came to be so");
            await Task.Delay(20, Cancel);
        }
    }

    private sealed class ClockAhead : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    /// <summary>Another node on a desk's archive, of which only the shelf is there.</summary>
    private sealed class Node : IAsyncDisposable
    {
        private readonly ArchiveDatabase _archive;
        private readonly PageFollower _follower;
        private readonly CurrentMasthead _masthead;

        private Node(Desk desk, ArchiveDatabase archive)
        {
            (_archive, _masthead) = (archive, desk.Part<CurrentMasthead>());
            Shelf = new(_masthead, new(1_000_000), Clock);
            _follower = new(archive, new(archive), Shelf, new(new(archive)), desk.Part<WebFiles>(), _masthead, Clock, NullLogger<PageFollower>.Instance);
        }

        public ClockAhead Clock { get; } = new();

        public PageShelf Shelf { get; }

        /// <summary>Whether it was asked, with an answer, when the next post appears.</summary>
        public bool AskedForTheNext { get; private set; }

        public static async Task<Node> OfAsync(Desk desk)
        {
            await desk.ReadAsync("/");
            var node = new Node(desk, await ArchiveDatabase.OpenAsync(Path.Combine(desk.Data, "newsdesk.db"), TimeProvider.System, Cancel));
            await node._follower.StartAsync(Cancel);
            return node;
        }

        public void Keep(string name) =>
            Shelf.Keep(name, new(StatusCodes.Status200OK, "text/html", "page"u8, "public", Clock.GetUtcNow()) { Masthead = _masthead.Now, Subjects = [Subject.Posts] }, Shelf.Moment);

        /// <summary>Until it was tried twice in vain, nothing that is asked for like this is answered.</summary>
        public async Task FailAsync(string sql, Action meanwhile)
        {
            var tried = 0;
            _archive.Watch = (asked, _) =>
            {
                if (!asked.Contains(sql, StringComparison.Ordinal)) return;
                Interlocked.Increment(ref tried);
                throw new IOException("The archive is elsewhere");
            };
            meanwhile();
            await UntilAsync(() => Volatile.Read(ref tried) >= 2);
            _archive.Watch = (asked, _) => AskedForTheNext |= asked.Contains("ORDER BY p.published, p.id", StringComparison.Ordinal);
        }

        public async ValueTask DisposeAsync()
        {
            await _follower.StopAsync(Cancel);
            _follower.Dispose();
            await _archive.DisposeAsync();
        }
    }
}
