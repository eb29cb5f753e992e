using System.Globalization;
using System.Text.Json;
using NewsDesk.Archive;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Newsroom.Stories;

/// <summary>What one round of the story desk did.</summary>
/// <param name="Grouped">Articles that got a story.</param>
/// <param name="Answered">Addresses of articles that a post answers and whose story is told anew.</param>
/// <param name="IsDone">Nothing waits any more, or another node does the work.</param>
public sealed record StoryRound(int Grouped, IReadOnlyCollection<string> Answered, bool IsDone)
{
    public static StoryRound Nothing { get; } = new(0, [], true);
}

/// <summary>
/// Puts what came in into stories, in the order in which it came, carries out what editors decided, and has changed stories told anew. Of all
/// nodes on one archive one does this at a time.
/// </summary>
public sealed class StoryDesk(StoriesKeeping keeping, StoryTeller teller, TimeProvider clock, ILogger<StoryDesk> log) : IDisposable
{
    /// <summary>So many articles are grouped in one transaction: a crash loses no more than that work.</summary>
    private const int GroupedAtOnce = 500;

    private const int ToldAtOnce = 50;

    /// <summary>In articles, and in rounds: what takes about a second.</summary>
    private const int SoonFilled = 3000, SoonDone = 8;

    /// <summary>A round takes a second or two; a node that died in one is waited for as long as this.</summary>
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(2);

    private readonly string _node = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}");
    private readonly SemaphoreSlim _one = new(1);
    private StoryWindow? _window;

    /// <summary>Does some of the work that waits; call it again until it is done.</summary>
    public async Task<StoryRound> RunAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var waiting = await keeping.ListWaitingAsync(cancel);
            var arrived = await keeping.ListUngroupedAsync(GroupedAtOnce, cancel);
            var stale = await keeping.ListStaleAsync(ToldAtOnce, cancel);
            if (waiting.Count == 0 && arrived.Count == 0 && stale.Count == 0) return StoryRound.Nothing;
            var now = clock.GetUtcNow();
            var (isMine, wasMine) = await keeping.ClaimAsync(_node, now, now + ClaimedFor, cancel);
            if (!isMine) return StoryRound.Nothing;
            if (!wasMine) _window = null;
            try
            {
                return await WorkAsync(waiting, arrived, cancel);
            }
            finally
            {
                await keeping.LetGoAsync(_node, clock.GetUtcNow(), CancellationToken.None);
            }
        }
        catch
        {
            // What the window learned was perhaps not written: it is filled again from what was.
            _window = null;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>
    /// Does what waits if that is soon done, so that a small desk shows its stories with its first page; otherwise the follower does it. The addresses of
    /// articles that a post answers and whose story is told anew.
    /// </summary>
    public async Task<IReadOnlyList<string>> CatchUpAsync(CancellationToken cancel)
    {
        var answered = new List<string>();
        if (_window is null && await keeping.FindWindowAsync(SoonFilled, cancel) > 0) return answered;
        for (var i = 0; i < SoonDone && await RunAsync(cancel) is { IsDone: false } round; i++) answered.AddRange(round.Answered);
        return answered;
    }

    /// <summary>Does all the work that waits; how many articles it grouped.</summary>
    public async Task<int> FinishAsync(IProgress<Step>? progress, int expected, CancellationToken cancel)
    {
        var grouped = 0;
        while (await RunAsync(cancel) is { IsDone: false } round)
        {
            grouped += round.Grouped;
            progress?.Report(new Step("grouping", grouped, expected));
        }

        return grouped;
    }

    private async Task<StoryRound> WorkAsync(IReadOnlyList<StoryDecided> waiting, IReadOnlyList<ArrivedArticle> arrived, CancellationToken cancel)
    {
        _window ??= await StoryWindow.FillAsync(keeping, log, cancel);
        // A decision that is done again has its place between two articles; a new one is carried out at once.
        var next = waiting.Count > 0 ? waiting[0] : null;
        var before = next?.AfterArticle is { } last ? arrived.TakeWhile(article => article.Id <= last).ToList() : [];
        if (next is not null && before.Count == 0)
        {
            await CarryOutAsync(next, cancel);
            return new(0, [], false);
        }

        if (next is not null) arrived = before;
        if (arrived.Count > 0) await GroupAsync(arrived, cancel);
        // Stories are told when all has come in: a busy one would else be told after each of its articles.
        if (arrived.Count == GroupedAtOnce || next is not null) return new(arrived.Count, [], false);
        var stale = await keeping.ListStaleAsync(ToldAtOnce, cancel);
        foreach (var story in stale) await teller.TellAsync(story, cancel);
        return new(arrived.Count, await keeping.ListAnsweredAsync(stale, cancel), IsDone: arrived.Count == 0 && stale.Count == 0);
    }

    private async Task GroupAsync(IReadOnlyList<ArrivedArticle> arrived, CancellationToken cancel)
    {
        var filed = arrived.Select(article => Filed(article, _window!.Grouper.Add(StoryWindow.AsArrived(article)))).ToList();
        await keeping.FileAsync(filed, cancel);
        _window!.LastGrouped = Math.Max(_window.LastGrouped, arrived[^1].Id);
    }

    private static FiledArticle Filed(ArrivedArticle article, StoryDecision decision) =>
        new(article, decision.Story, decision.IsNew, decision.Follows,
            decision.CopyOf is { } copy ? long.Parse(copy, CultureInfo.InvariantCulture) : null,
            JsonSerializer.Serialize(decision.Reasons.Select(reason => new StoryReason(reason.Feature, reason.Term, Math.Round(reason.Weight, 3)))),
            [.. decision.Merges.Select(merge => (merge.From, merge.Into))])
        {
            Sketch = decision.Sketch?.ToString(),
            Splits = [.. decision.Splits.Select(split => (split.From, split.Into, (IReadOnlyList<long>)[.. split.Articles.Select(id => long.Parse(id, CultureInfo.InvariantCulture))]))],
        };

    private async Task CarryOutAsync(StoryDecided decision, CancellationToken cancel)
    {
        var outcome = await StoryDecisions.CarryOutAsync(decision, _window!, keeping, cancel);
        await keeping.CarryOutAsync(decision, outcome, cancel);
        log.LogInformation("Carried out the editor's {Kind}: {Outcome}", decision.Kind, outcome.Sentence);
    }

    public void Dispose() => _one.Dispose();
}

/// <summary>One thing that spoke for or against an article's joining its story, as the archive keeps it.</summary>
public sealed record StoryReason(string Feature, string? Term, double Weight);
