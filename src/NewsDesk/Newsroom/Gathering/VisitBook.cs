using System.Threading.Channels;
using NewsDesk.Archive;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>What became of a visit when it was written down.</summary>
public sealed record Entered(Source Source, Visit Visit);

/// <summary>Writes down what visits brought: several at once, as a transaction costs the same for one as for many. While the archive is busy the visits wait.</summary>
internal sealed class VisitBook : IAsyncDisposable
{
    /// <summary>In articles: enough for one transaction to be worth it, few enough for others to write in between.</summary>
    private const int MostArticles = 500;

    private const int MostVisits = 100;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(48) { SingleReader = true });
    private readonly Articles _articles;
    private readonly Visits _visits;
    private readonly string _node;
    private readonly ILogger _log;
    private readonly Task _writing;

    private sealed record Waiting(VisitOutcome Outcome, TaskCompletionSource<Entered> Entered);

    public VisitBook(Articles articles, Visits visits, string node, ILogger log)
    {
        (_articles, _visits, _node, _log) = (articles, visits, node, log);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Comes back when it is in the archive.</summary>
    public async Task<Entered> EnterAsync(VisitOutcome outcome, CancellationToken cancel)
    {
        var waiting = new Waiting(outcome, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Entered.Task;
    }

    /// <summary>Writes what still waits.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            for (var count = 0; batch.Count < MostVisits && count < MostArticles && _waiting.Reader.TryRead(out var one); count += one.Outcome.Articles.Count) batch.Add(one);
            if (await TryWriteAsync(batch) is not { } error) continue;
            // One of them is to blame, and the others must not suffer for it.
            foreach (var one in batch)
            {
                if ((batch.Count == 1 ? error : await TryWriteAsync([one])) is { } own) Complain(one, own);
            }
        }
    }

    private async Task<Exception?> TryWriteAsync(List<Waiting> batch)
    {
        try
        {
            var saved = await _articles.SaveAsync([.. batch.SelectMany(one => one.Outcome.Articles)]);
            await _articles.SeeAgainAsync([.. batch.SelectMany(one => one.Outcome.SeenAgain).Distinct()]);
            var at = 0;
            var finished = batch.ConvertAll(one =>
            {
                var mine = saved.Skip(at).Take(one.Outcome.Articles.Count).ToList();
                at += mine.Count;
                return Count(one.Outcome, mine);
            });
            await _visits.FinishAsync(_node, finished);
            foreach (var (one, done) in batch.Zip(finished)) one.Entered.TrySetResult(new Entered(done.After, done.Visit));
            return null;
        }
        catch (Exception error)
        {
            // Whatever it was, it goes to whoever made the visit, and the book stays open for the others.
            return error;
        }
    }

    private static Finished Count(VisitOutcome outcome, List<Saved> saved)
    {
        var (added, changed, refused) = (saved.Count(one => one.Outcome == Outcome.Added), saved.Count(one => one.Outcome == Outcome.Changed), saved.Count(one => one.Outcome == Outcome.Refused));
        var note = refused == 0 ? outcome.Visit.Note : $"{outcome.Visit.Note} {refused} addresses are too long to be kept.".TrimStart();
        return new Finished(outcome.Visit with { Added = added, Changed = changed, Note = note },
            added > 0 ? outcome.After with { LastNew = outcome.Visit.Began } : outcome.After);
    }

    private void Complain(Waiting one, Exception error)
    {
        _log.LogDebug(error, "What {Source} brought was not kept", one.Outcome.Source.Url);
        one.Entered.TrySetException(error);
    }
}
