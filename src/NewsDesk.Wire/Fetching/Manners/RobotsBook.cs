namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>
/// The robots.txt of each site, asked for once a day. When a site's cannot be had, the site is left alone for a while, unless
/// an older one is at hand.
/// </summary>
internal sealed class RobotsBook(Func<Uri, Task<RobotsAnswer>> ask, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AskAgainAfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>After the standard, a site that cannot tell its rules for so long has none.</summary>
    private static readonly TimeSpan NoRulesAfter = TimeSpan.FromDays(30);

    /// <summary>Of all rules together; beyond it the oldest are forgotten.</summary>
    private const int MaxWeight = 16_000_000;

    private const int MaxPages = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Page> _pages = new(StringComparer.Ordinal);
    private long _weight;

    /// <summary>The rules for a page; or in words why they are not known, so that it must not be asked.</summary>
    public async Task<RobotsAnswer> FindAsync(string origin, Uri page, CancellationToken cancel)
    {
        Task<RobotsAnswer> answer;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var known = _pages.GetValueOrDefault(origin);
            if (known is null || (known.Answer.IsCompleted && known.Until <= now)) known = Open(origin, page, known, now);
            answer = known.Answer;
        }

        return await answer.WaitAsync(cancel);
    }

    private Page Open(string origin, Uri page, Page? older, DateTimeOffset now)
    {
        if (older is not null) _weight -= older.Weight;
        MakeRoom();
        var opened = new Page { OpenedAt = now, FailingSince = older?.FailingSince, Rules = older?.Rules };
        _pages[origin] = opened;
        opened.Answer = AskAsync(opened, new(page, "/robots.txt"));
        return opened;
    }

    /// <summary>Goes on when who asked first has given up: others wait for the same answer.</summary>
    private async Task<RobotsAnswer> AskAsync(Page page, Uri address)
    {
        // The lock is held by who opened the page; nothing below may run under it.
        await Task.Yield();
        var answer = await ask(address);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (answer.Rules is { } rules)
            {
                (page.Rules, page.FailingSince, page.Until, page.Weight) = (rules, null, now + GoodFor, rules.Weight);
                _weight += page.Weight;
                return answer;
            }

            page.FailingSince ??= now;
            page.Until = now + (answer.RetryAfter > AskAgainAfterFailure ? answer.RetryAfter.Value : AskAgainAfterFailure);
            if (page.Rules is not null) return new(page.Rules, null);
            return now - page.FailingSince >= NoRulesAfter ? new(RobotsFile.Open, null) : answer;
        }
    }

    private void MakeRoom()
    {
        while (_weight > MaxWeight || _pages.Count >= MaxPages)
        {
            var (origin, oldest) = _pages.Where(one => one.Value.Answer.IsCompleted).MinBy(one => one.Value.OpenedAt);
            if (oldest is null) return;
            _pages.Remove(origin);
            _weight -= oldest.Weight;
        }
    }

    private sealed class Page
    {
        public Task<RobotsAnswer> Answer { get; set; } = null!;

        public DateTimeOffset OpenedAt { get; init; }

        public DateTimeOffset Until { get; set; }

        public DateTimeOffset? FailingSince { get; set; }

        public RobotsFile? Rules { get; set; }

        public int Weight { get; set; }
    }
}

/// <summary>A site's rules, or in words why they could not be had, and how long it asks to wait before it is asked again.</summary>
internal sealed record RobotsAnswer(RobotsFile? Rules, string? Unknown, TimeSpan? RetryAfter = null);
