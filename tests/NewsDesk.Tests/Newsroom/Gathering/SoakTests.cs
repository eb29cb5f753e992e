using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Tests.Wire.Fetching;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>A thousand sources for days, on a clock that does not wait.</summary>
public sealed class SoakTests
{
    private const int SourceCount = 1_000;
    private const int Days = 4;
    private const int LooksADay = 24 * 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_thousand_sources_are_followed_for_days_in_the_same_memory()
    {
        var folder = Directory.CreateTempSubdirectory("newsdesk-soak-");
        var clock = new ManualClock();
        var db = await ArchiveDatabase.OpenAsync(Path.Combine(folder.FullName, "soak.db"), clock, Cancel);
        var (begun, ended, failed, added) = (0, 0, 0, 0);
        Fetch fetch = (request, _) =>
        {
            Interlocked.Increment(ref begun);
            return Task.FromResult(Answer(request, clock.GetUtcNow()));
        };
        var (sources, visits) = (new Sources(db), new Visits(db));
        await sources.TakeListAsync([.. Enumerable.Range(0, SourceCount).Select(i => SourceReading.Row(new WatchedSource
        {
            Kind = SourceKind.Feed,
            // Some hosts have several sources.
            Url = $"https://host{i % 700}.example/{i}",
            Title = $"Source {i}",
            FullText = FullText.Never,
        }))], Cancel);
        var gatherer = new Gatherer(fetch, sources, new Articles(db), visits, clock, new GatherPace { LookEvery = TimeSpan.FromMinutes(5) }, NullLogger<Gatherer>.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var following = gatherer.FollowAsync(new Told(one =>
        {
            if (one.Visit.Error is not null) Interlocked.Increment(ref failed);
            Interlocked.Add(ref added, (int)one.Visit.Added);
            Interlocked.Increment(ref ended);
        }), new GatherBell(), stop.Token);

        var memory = new List<long>();
        for (var look = 1; look <= Days * LooksADay; look++)
        {
            // When it waits for its next look and nothing is on the way, the next five minutes may pass.
            while (clock.Waiting == 0 || Volatile.Read(ref begun) != Volatile.Read(ref ended))
            {
                Assert.False(following.IsCompleted, following.Exception?.ToString());
                await Task.Delay(1, Cancel);
            }

            clock.Advance(TimeSpan.FromMinutes(5));
            if (look % (LooksADay / 4) == 0) memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        var all = await sources.ListAsync(Cancel);
        var kept = await visits.ListAsync(all[0].Id, 1_000, Cancel);
        await db.DisposeAsync();
        folder.Delete(recursive: true);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Days} days, {ended} visits, {added} articles, {failed} failures; every six hours in MB: {string.Join(" ", memory.Select(bytes => $"{bytes / 1e6:0.0}"))}; {Environment.WorkingSet / 1e6:0} MB resident"));
        Assert.InRange(ended, SourceCount * Days, int.MaxValue);
        Assert.InRange(failed, 1, ended / 2);
        Assert.All(all, source => Assert.NotNull(source.Visited));
        Assert.InRange(kept.Count, 1, Gatherer.VisitsKept + 15);
        // Nothing of what went by is still held: a byte kept of each visit would be seen.
        var (third, last) = (memory[(Days * 2)..(Days * 3)].Average(), memory[(Days * 3)..].Average());
        Assert.InRange(last, 0, third * 1.03);
    }

    /// <summary>One in twenty is down by turns, the others publish every one to forty hours, and say so when nothing has changed.</summary>
    private static Fetched Answer(FetchRequest request, DateTimeOffset now)
    {
        var number = int.Parse(request.Address.AbsolutePath[1..], CultureInfo.InvariantCulture);
        var attempt = new Attempt(request.Address, [], 200, 2_000, TimeSpan.FromMilliseconds(5), now);
        if ((number + now.DayOfYear) % 20 == 0) return new Fetched.Failed(attempt with { Status = 500 }, FailureKind.Status, "the server answers with an error of its own (500)");
        var every = 1 + (number % 40);
        var newest = (now.ToUnixTimeSeconds() / 3_600 / every) - 1;
        var items = Enumerable.Range(0, 10).Select(i => newest - i).Select(place => AWeb.Item($"{number}/{place}", $"https://host{number % 700}.example/{number}/{place}", $"Moon {place} of {number}",
            $"<p>The moon was sold in round {place} and nobody knew why.</p>", DateTimeOffset.FromUnixTimeSeconds((place + 1) * 3_600 * every)));
        var body = Encoding.UTF8.GetBytes(AWeb.Rss(items));
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var validity = new Validity($"\"{hash[..8]}\"", null, null);
        return request.KnownHash == hash ? new Fetched.Unchanged(attempt with { Status = 304, Bytes = 0 }, validity)
            : new Fetched.Received(attempt, body, "application/rss+xml", ContentKind.Feed, hash, validity);
    }

    private sealed class Told(Action<Entered> tell) : IProgress<Entered>
    {
        public void Report(Entered value) => tell(value);
    }
}
