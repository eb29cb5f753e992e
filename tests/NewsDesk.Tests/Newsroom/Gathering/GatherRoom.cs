using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>An archive, a web and a clock of one test's own, and somebody who gathers.</summary>
internal sealed class GatherRoom : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsdesk-gather-").FullName;

    private GatherRoom(Fetch? fetch, GatherPace pace)
    {
        Web = new AWeb(Clock);
        Pace = pace;
        Fetch = fetch ?? Web.Fetch;
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HandClock Clock { get; } = new(Noon);

    public AWeb Web { get; }

    public GatherPace Pace { get; }

    public Fetch Fetch { get; }

    public ArchiveDatabase Db { get; private set; } = null!;

    public Sources Sources => new(Db);

    public Articles Articles => new(Db);

    public Visits Visits => new(Db);

    public Gatherer Gatherer => field ??= new(Fetch, Sources, Articles, Visits, Clock, Pace, NullLogger<Gatherer>.Instance);

    public static async Task<GatherRoom> OpenAsync(Fetch? fetch = null, GatherPace? pace = null)
    {
        var room = new GatherRoom(fetch, pace ?? new GatherPace());
        room.Db = await ArchiveDatabase.OpenAsync(Path.Combine(room._folder, "test.db"), room.Clock, Cancel);
        return room;
    }

    /// <summary>Watches these and nothing else.</summary>
    public Task WatchAsync(params IEnumerable<WatchedSource> sources) => Sources.TakeListAsync([.. sources.Select(SourceReading.Row)], Cancel);

    public Task WatchFeedAsync(string url, FullText fullText = FullText.WhenShort) => WatchAsync(new WatchedSource { Kind = SourceKind.Feed, Url = url, Title = "The feed", FullText = fullText });

    public async Task<IReadOnlyList<Entered>> GatherAsync()
    {
        var all = await Sources.ListAsync(Cancel);
        return await Gatherer.GatherAsync([.. all.Where(source => source.Active).Select(source => source.Id)], null, Cancel);
    }

    /// <summary>The one visit of the one source.</summary>
    public async Task<Entered> VisitAsync() => Assert.Single(await GatherAsync());

    public async Task<IReadOnlyList<ArticleLine>> WireAsync() => (await Articles.ListNewestAsync(null, 2_000, WireFilter.Everything, Cancel)).Items;

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
