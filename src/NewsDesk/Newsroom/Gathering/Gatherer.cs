using NewsDesk.Archive;
using NewsDesk.Wire.Sources.Rhythm;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Claims sources, visits them side by side and writes down what they brought. One that goes wrong, in whatever way, takes nothing else down.</summary>
public sealed class Gatherer(Fetch fetch, Sources sources, Articles articles, Visits visits, TimeProvider clock, GatherPace pace, ILogger<Gatherer> log)
{
    /// <summary>Of each source the newest visits are kept.</summary>
    public const int VisitsKept = 100;

    private readonly SourceVisit _visit = new(fetch, articles, clock);

    /// <summary>This process among those that share an archive.</summary>
    public string Node { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}"[..Math.Min(60, Environment.MachineName.Length + 20)];

    /// <summary>Visits what a person asks for, due or not; those that another node is visiting are left to it.</summary>
    public async Task<IReadOnlyList<Entered>> GatherAsync(IReadOnlyCollection<long> sourceIds, IProgress<Entered>? progress, CancellationToken cancel)
    {
        var entered = new List<Entered>();
        await using var run = new Run(this, one =>
        {
            lock (entered) entered.Add(one);
            progress?.Report(one);
        }, cancel);
        var now = clock.GetUtcNow();
        run.Add(await visits.ClaimAskedAsync(Node, sourceIds, now, now + pace.ClaimLasts, cancel));
        await run.DrainAsync();
        return entered;
    }

    /// <summary>Visits all that is due now; how many there were.</summary>
    public async Task<int> GatherDueAsync(IProgress<Entered>? progress, CancellationToken cancel)
    {
        var count = 0;
        await using var run = new Run(this, one => progress?.Report(one), cancel);
        while (await run.ClaimAsync() is > 0 and var claimed)
        {
            count += claimed;
            await run.DrainAsync();
        }

        return count;
    }

    /// <summary>Follows the schedule until it is told to stop.</summary>
    public async Task FollowAsync(IProgress<Entered>? progress, GatherBell bell, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(bell);
        await using var run = new Run(this, one => progress?.Report(one), cancel);
        var nextTrim = clock.GetUtcNow();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                while (run.Pending < pace.MostClaimed && await run.ClaimAsync() > 0)
                {
                    // As many as there is room for.
                }

                if (clock.GetUtcNow() >= nextTrim)
                {
                    await visits.TrimAsync(VisitsKept, cancel);
                    nextTrim = clock.GetUtcNow() + pace.TrimEvery;
                }
            }
            catch (ArchiveException error)
            {
                log.LogError("Gathering rests for a moment: {Reason}", error.Message);
            }

            await bell.WaitAsync(pace.LookEvery, clock, cancel);
        }
    }

    /// <summary>One stretch of gathering, with its lanes and its book.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private readonly Gatherer _of;
        private readonly Action<Entered> _tell;
        private readonly CancellationToken _cancel;
        private readonly VisitBook _book;
        private readonly Lanes<Source, HostRest> _lanes;
        private readonly HeldClaims _held;

        public Run(Gatherer of, Action<Entered> tell, CancellationToken cancel)
        {
            (_of, _tell, _cancel) = (of, tell, cancel);
            _book = new VisitBook(of.Articles, of.Visits, of.Node, of.Log);
            _held = new HeldClaims(of.Visits, of.Node, of.Clock, of.Pace, of.Log);
            _lanes = new Lanes<Source, HostRest>(of.Pace.MostAtOnce, of.LaneOf, VisitAsync, PostponeAsync);
        }

        public int Pending => _lanes.Pending;

        public void Add(IReadOnlyList<Source> claimed)
        {
            _held.Add(claimed);
            _lanes.Add(claimed);
        }

        public async Task<int> ClaimAsync()
        {
            var now = _of.Clock.GetUtcNow();
            var claimed = await _of.Visits.ClaimAsync(_of.Node, _of.Pace.MostClaimed - _lanes.Pending, now, now + _of.Pace.ClaimLasts, _cancel);
            Add(claimed);
            return claimed.Count;
        }

        public Task DrainAsync() => _lanes.DrainAsync();

        public async ValueTask DisposeAsync()
        {
            await _lanes.DrainAsync();
            _lanes.Dispose();
            await _held.DisposeAsync();
            await _book.DisposeAsync();
            // What was claimed and not visited is there for others at once.
            if (_cancel.IsCancellationRequested) await _of.Visits.ReleaseAsync(_of.Node, CancellationToken.None);
        }

        private async Task<HostRest?> VisitAsync(Source source)
        {
            if (_cancel.IsCancellationRequested) return null;
            try
            {
                var outcome = await _of.VisitOneAsync(source, _cancel);
                // Once visited it is written down, even if we are to stop: a few milliseconds, and nothing is fetched twice.
                var entered = await _book.EnterAsync(outcome, CancellationToken.None);
                _of.Tell(entered);
                _tell(entered);
                return outcome.Rest;
            }
            catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception error)
            {
                // The outermost loop of a visit: what went wrong with this source is logged, and the next one is visited.
                await _of.GiveUpAsync(source, error, _tell);
                return null;
            }
            finally
            {
                _held.LetGo(source);
            }
        }

        /// <summary>A neighbour on a host that is left alone: it is asked when the host is.</summary>
        private async Task PostponeAsync(Source source, HostRest rest)
        {
            if (_cancel.IsCancellationRequested) return;
            var now = _of.Clock.GetUtcNow();
            var visit = new Visit { SourceId = source.Id, Began = now, Error = rest.Reason };
            try
            {
                _tell(await _book.EnterAsync(new VisitOutcome(source, visit, source with { NextDue = Due.AfterFailure(source.Url, now, 1, rest.For) }, [], []), CancellationToken.None));
            }
            catch (ArchiveException error)
            {
                _of.Log.LogError("{Source} is put off, and that could not be written down: {Reason}", source.Title, error.Message);
            }
            finally
            {
                _held.LetGo(source);
            }
        }
    }

    private Articles Articles => articles;

    private Visits Visits => visits;

    private TimeProvider Clock => clock;

    private GatherPace Pace => pace;

    private ILogger Log => log;

    private Task<VisitOutcome> VisitOneAsync(Source source, CancellationToken cancel) => _visit.VisitAsync(source, cancel);

    /// <summary>Without a pause between requests (a farm of one's own) a host's sources need not wait for each other.</summary>
    private string LaneOf(Source source) => pace.OneByOne && Uri.TryCreate(source.Url, UriKind.Absolute, out var url) ? url.Authority : source.Url;

    private void Tell(Entered entered)
    {
        var (source, visit) = (entered.Source, entered.Visit);
        if (visit.Error is { } error)
        {
            if (source.Retired is not null) log.LogWarning("{Source} ({Url}) is retired: {Reason}", source.Title, source.Url, error);
            else log.LogWarning("{Source} ({Url}) was not gathered: {Reason} It is tried again at {Due:u}", source.Title, source.Url, error, source.NextDue.UtcDateTime);
        }
        else if (visit.Added + visit.Changed > 0)
        {
            log.LogInformation("Gathered {Source}: {Added} new, {Changed} changed", source.Title, visit.Added, visit.Changed);
        }

        if (visit.Note is { } note) log.LogInformation("{Source}: {Note}", source.Title, note);
        if (source is { Moves: 3, MovedTo: { } target } && visit.Error is null)
            log.LogInformation("{Source} has moved for good and is read at {Url} from now on; newsdesk sources move writes that into {File}", source.Title, target, SourceListFile.Name);
    }

    private async Task GiveUpAsync(Source source, Exception error, Action<Entered> tell)
    {
        log.LogError(error, "{Source} ({Url}) was not gathered", source.Title, source.Url);
        var now = clock.GetUtcNow();
        var sentence = error is ArchiveException told ? told.Message : "NewsDesk made a mistake with it; the log has the details.";
        var visit = new Visit { SourceId = source.Id, Began = now, Error = sentence };
        var after = source with { Visited = now, Failures = source.Failures + 1, LastError = sentence, NextDue = Due.AfterFailure(source.Url, now, source.Failures + 1, null) };
        tell(new Entered(after, visit));
        try
        {
            await visits.FinishAsync(Node, visit, after, CancellationToken.None);
        }
        catch (ArchiveException second)
        {
            // The claim runs out by itself.
            log.LogError("Nor could that be written down: {Reason}", second.Message);
        }
    }

    /// <summary>All that the list watches, folders left out: a list for people.</summary>
    public async Task<IReadOnlyList<Source>> ListWatchedAsync(CancellationToken cancel) =>
        [.. (await sources.ListAsync(cancel)).Where(source => source is { Active: true, Kind: not "folder" })];
}
