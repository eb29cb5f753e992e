using System.Threading.Channels;
using NewsDesk.Archive;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources.Rhythm;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>What a visit came to, not yet written down.</summary>
/// <param name="Source">As it was before.</param>
/// <param name="Rest">Set when who lives on the same host need not be asked right now.</param>
public sealed record VisitOutcome(Source Source, Visit Visit, Source After, IReadOnlyList<Gathered> Articles, IReadOnlyCollection<long> SeenAgain, HostRest? Rest = null);

/// <summary>Why a host is left alone, in a sentence for each of its sources that was not asked, and how long it wants to be.</summary>
public sealed record HostRest(string Reason, TimeSpan? For);

/// <summary>Visits one source: fetches it, reads what is new, and says when to come again. Writes nothing.</summary>
public sealed class SourceVisit(Fetch fetch, Articles articles, TimeProvider clock)
{
    /// <summary>The same word three times is meant.</summary>
    private const int MovesBelieved = 3;

    /// <summary>Of one index, the sitemaps that are read in a visit.</summary>
    private const int MaxSitemaps = 5;

    /// <summary>While pages are still to be fetched, the next visit comes soon.</summary>
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(2);

    /// <summary>In bytes; nearly every feed and page stays below. What is read of a body takes ten times its size for a moment, so larger ones are read one after the other.</summary>
    private const int LargeBody = 1_000_000;

    /// <summary>Whose turn it is to read a large body: what is written here, and taken out when it is read.</summary>
    private readonly Channel<bool> _large = Channel.CreateBounded<bool>(1);

    /// <summary>Whether a source has said often enough that it lives elsewhere now.</summary>
    public static bool HasMoved(Source source) => source is { Moves: >= MovesBelieved, MovedTo: not null };

    public async Task<VisitOutcome> VisitAsync(Source source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        var began = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var reading = SourceReading.Of(source);
        var address = new Uri(source is { Moves: >= MovesBelieved, MovedTo: { } moved } ? moved : source.Url);
        // While pages are waited for, the items are needed again, changed or not.
        var mayBeKnown = source.PagesWaiting == 0;
        var fetched = await fetch(new FetchRequest(address)
        {
            Wanted = source.Kind switch { "page" => Wanted.Page, "sitemap" => Wanted.Sitemap, _ => Wanted.Feed },
            ETag = mayBeKnown ? source.Etag : null,
            LastModified = mayBeKnown ? source.LastModified : null,
            KnownHash = mayBeKnown ? source.BodyHash : null,
            SecureOnly = source.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        }, cancel);

        var outcome = fetched switch
        {
            Fetched.Received { Body.Length: > LargeBody } received => await ReadLargeAsync(source, reading, received, began, cancel),
            Fetched.Received received => await ReadAsync(source, reading, received, began, cancel),
            Fetched.Unchanged unchanged => Unchanged(source, reading, unchanged, began),
            Fetched.Gone gone => Gone(source, gone, began),
            Fetched.Failed failed => Failed(source, failed, began),
            _ => throw new InvalidOperationException($"Nothing else comes of a request: {fetched}"),
        };
        return outcome with { Visit = outcome.Visit with { TookMilliseconds = (long)clock.GetElapsedTime(start).TotalMilliseconds } };
    }

    private async Task<VisitOutcome> ReadLargeAsync(Source source, SourceReading reading, Fetched.Received received, DateTimeOffset began, CancellationToken cancel)
    {
        await _large.Writer.WriteAsync(true, cancel);
        try
        {
            // On a machine with large caches the collector would wait until several have been read, and that is all of a small machine's memory.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            return await ReadAsync(source, reading, received, began, cancel);
        }
        finally
        {
            _large.Reader.TryRead(out _);
        }
    }

    private async Task<VisitOutcome> ReadAsync(Source source, SourceReading reading, Fetched.Received received, DateTimeOffset began, CancellationToken cancel)
    {
        var contents = Contents.Read(source, reading, received, began);
        long more = 0;
        if (contents is Contents.GoOn index) (contents, more) = await FollowAsync(source, reading, index, began, cancel);
        if (contents is not Contents.Shown shown) return Broken(source, received.Attempt, ((Contents.Unreadable)contents).Reason, began);

        var sorted = await new ItemSorting(fetch, articles).SortAsync(source, reading, shown, cancel);
        var dates = shown.Items.Select(item => item.Published ?? item.Updated).OfType<DateTimeOffset>().ToList();
        var wait = Pulse.Learn(dates, began, TimeSpan.FromSeconds(source.EverySeconds), sorted.Articles.Count > 0);
        var after = Well(source, reading, received.Attempt, received.Validity, wait, shown.Feed.Hints, began) with
        {
            BodyHash = received.Hash,
            Wishes = SourceReading.WishesOf(shown.Feed.Hints),
            LastPublished = dates.Where(date => date <= began).Append(source.LastPublished ?? DateTimeOffset.MinValue).Max() is var newest && newest > DateTimeOffset.MinValue ? newest : null,
            PagesWaiting = sorted.PagesWaiting,
        };
        if (sorted.PagesWaiting > 0 && after.NextDue > began + SoonAgain) after = after with { NextDue = began + SoonAgain };
        var visit = Note(source, received.Attempt, began) with { Note = shown.Note };
        return new VisitOutcome(source, visit with { Bytes = visit.Bytes + more + sorted.PageBytes }, after, sorted.Articles, sorted.SeenAgain);
    }

    /// <summary>An index leads to sitemaps: those that changed last are read as one.</summary>
    private async Task<(Contents Contents, long Bytes)> FollowAsync(
        Source source, SourceReading reading, Contents.GoOn index, DateTimeOffset began, CancellationToken cancel)
    {
        var items = new List<FeedItem>();
        long bytes = 0;
        Contents last = new Contents.Unreadable("the index names no sitemap");
        foreach (var address in index.Sitemaps.Take(MaxSitemaps))
        {
            var fetched = await fetch(new FetchRequest(address) { Wanted = Wanted.Sitemap }, cancel);
            bytes += fetched.Attempt.Bytes;
            last = fetched is Fetched.Received received ? Contents.Read(source, reading, received, began)
                : new Contents.Unreadable(fetched is Fetched.Failed failed ? $"{address}: {failed.Reason}" : $"{address}: it is gone");
            if (last is Contents.Shown shown) items.AddRange(shown.Items);
        }

        if (items.Count == 0) return (last is Contents.GoOn ? new Contents.Unreadable("an index of sitemaps names only other indexes") : last, bytes);
        List<FeedItem> newest = [.. items.OrderByDescending(item => item.Published ?? DateTimeOffset.MinValue).Take(Contents.MaxItems)];
        return (new Contents.Shown(new Feed { Format = "sitemap", Title = source.Title, Items = newest }, newest,
            index.Sitemaps.Count > MaxSitemaps ? $"The index names {index.Sitemaps.Count:N0} sitemaps; the {MaxSitemaps} that changed last are read." : null), bytes);
    }

    private static VisitOutcome Unchanged(Source source, SourceReading reading, Fetched.Unchanged unchanged, DateTimeOffset began)
    {
        var wait = source.LastPublished is { } published
            ? Pulse.AfterSilence(TimeSpan.FromSeconds(source.EverySeconds), began - published)
            : Pulse.Learn([], began, TimeSpan.FromSeconds(source.EverySeconds), broughtNew: false);
        var after = Well(source, reading, unchanged.Attempt, unchanged.Validity, wait, SourceReading.WishesOf(source), began) with
        {
            Etag = unchanged.Validity.ETag ?? source.Etag,
            LastModified = unchanged.Validity.LastModified ?? source.LastModified,
        };
        return new VisitOutcome(source, Note(source, unchanged.Attempt, began), after, [], []);
    }

    private static Source Well(Source source, SourceReading reading, Attempt attempt, Validity validity, TimeSpan wait, FeedHints wishes, DateTimeOffset began) =>
        Moved(source, attempt) with
        {
            Etag = validity.ETag,
            LastModified = validity.LastModified,
            Visited = began,
            Succeeded = began,
            Failures = 0,
            LastError = null,
            Retired = null,
            EverySeconds = (long)wait.TotalSeconds,
            NextDue = reading.Every is { } every ? Due.Every(source.Url, began, every) : Due.Next(source.Url, began, wait, wishes, validity.FreshFor),
        };

    /// <summary>A lasting redirect to one and the same place is counted; any other answer begins anew.</summary>
    private static Source Moved(Source source, Attempt attempt)
    {
        // Once it is believed, the new place is asked, which says nothing of the move.
        if (source is { Moves: >= MovesBelieved, MovedTo: not null }) return attempt.MovedTo is { } further ? source with { MovedTo = further.AbsoluteUri } : source;
        if (attempt.MovedTo is not { } target || target.AbsoluteUri == source.Url) return source with { MovedTo = null, Moves = 0 };
        return source with { MovedTo = target.AbsoluteUri, Moves = target.AbsoluteUri == source.MovedTo ? source.Moves + 1 : 1 };
    }

    private static VisitOutcome Gone(Source source, Fetched.Gone gone, DateTimeOffset began)
    {
        var sentence = Sentence($"{gone.Reason}; it is not visited any more");
        return new VisitOutcome(source, Note(source, gone.Attempt, began) with { Error = sentence },
            source with { Visited = began, Retired = began, Failures = source.Failures + 1, LastError = sentence }, [], []);
    }

    private static VisitOutcome Broken(Source source, Attempt attempt, string reason, DateTimeOffset began) =>
        Failed(source, new Fetched.Failed(attempt, FailureKind.NotWanted, reason), began);

    private static VisitOutcome Failed(Source source, Fetched.Failed failed, DateTimeOffset began)
    {
        var sentence = Sentence(failed.Reason);
        var visit = Note(source, failed.Attempt, began) with { Error = sentence };
        // Of another host, to which it was sent on, those who live here know nothing.
        var isOwnHost = failed.Attempt.Hops.Count == 0;
        // Nothing was asked, so nothing has failed.
        if (failed.Kind == FailureKind.Waiting)
        {
            return new VisitOutcome(source, visit, source with { NextDue = Due.AfterFailure(source.Url, began, 1, failed.RetryAfter) }, [], [],
                isOwnHost ? new HostRest(sentence, failed.RetryAfter) : null);
        }

        var failures = source.Failures + 1;
        return new VisitOutcome(source, visit, source with
        {
            Visited = began,
            Failures = failures,
            LastError = sentence,
            NextDue = Due.AfterFailure(source.Url, began, failures, failed.RetryAfter),
        }, [], [], isOwnHost && failed.Kind is (FailureKind.Timeout or FailureKind.Network or FailureKind.Dns) ? new HostRest("It was not asked: its host could not be reached a moment ago.", null) : null);
    }

    private static Visit Note(Source source, Attempt attempt, DateTimeOffset began) =>
        new() { SourceId = source.Id, Began = began, Bytes = attempt.Bytes, Status = attempt.Status };

    internal static string Sentence(string clause) => clause.Length == 0 ? "It failed." : $"{char.ToUpperInvariant(clause[0])}{clause.AsSpan(1)}{(clause[^1] is '.' or '!' or '?' ? "" : ".")}";
}
