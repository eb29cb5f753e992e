using System.Threading.Channels;
using NewsDesk.Archive;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Keeping;

/// <summary>Drops kept pages when what they show is no longer so: at once after a change of our own, within a second after another node's.</summary>
public sealed class PageFollower(
    ArchiveDatabase archive, Posts posts, PageShelf shelf, SourceNames names, WebFiles files, CurrentMasthead masthead, TimeProvider clock, ILogger<PageFollower> log) : BackgroundService
{
    /// <summary>Half of what is promised, so that a slow answer breaks no promise.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    /// <summary>Changes that come this close together are looked at together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(20);

    /// <summary>Where posts and articles come without end, every page is made so many times a second, and not for each of them.</summary>
    private static readonly TimeSpan BetweenDrops = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(1);

    /// <summary>No node is that far behind, or it would have other sorrows.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Changes _changes = new(archive);
    private DateTimeOffset? _nextPost;
    private DateTimeOffset _forgot;
    private long _dropped;
    private DateTime _day;
    private Masthead? _masthead;
    private bool _isAllFormer;
    private bool _isBlind;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        archive.Written += OnWritten;
        _day = clock.GetUtcNow().UtcDateTime.Date;
        _masthead = masthead.Now;
        await _changes.ListNewAsync(cancellationToken);
        _nextPost = await posts.NextAppearanceAsync(clock.GetUtcNow(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        archive.Written -= OnWritten;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await WaitAsync(stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
                if (_isBlind) log.LogInformation("The archive tells again what changed");
                _isBlind = false;
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The outermost loop. Readers are better off with the pages that there are than with none; what was missed is dropped as soon as it can be asked for.
                if (!_isBlind) log.LogError(error, "What changed cannot be asked for; the pages that are kept stay as they are until it can");
                _isBlind = true;
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        var wait = LookAnyway;
        if (!_isBlind && _nextPost - clock.GetUtcNow() is { } left && left < wait) wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        await using var timer = clock.CreateTimer(_ => Call(), null, wait, Timeout.InfiniteTimeSpan);
        await _calls.Reader.ReadAsync(cancel);
        var rest = BetweenDrops - clock.GetElapsedTime(_dropped);
        await Task.Delay(rest > Together ? rest : Together, clock, cancel);
        _calls.Reader.TryRead(out _);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (today, paper) = (now.UtcDateTime.Date, masthead.Now);
        // Looked for before the archive is asked, and remembered until it has answered: nothing of this is told twice. A front page bears the date; an archive has one month more.
        _isAllFormer |= files.Refresh() | _day != today | !ReferenceEquals(_masthead, paper);
        (_day, _masthead) = (today, paper);
        var changes = await _changes.ListNewAsync(cancel);
        names.Follow(changes);
        var subjects = (changes ?? []).SelectMany(Subject.Of).ToHashSet(StringComparer.Ordinal);
        // A post whose time has come changes no row.
        if (_nextPost <= now) subjects.Add(Subject.Posts);
        _isAllFormer |= changes is null;
        if (_isAllFormer) shelf.DropAll();
        else if (subjects.Count > 0) shelf.Drop(subjects);
        if (_isAllFormer || subjects.Count > 0) _dropped = clock.GetTimestamp();
        _isAllFormer = false;

        if (changes is null || subjects.Contains(Subject.Posts))
        {
            // Until it is known, at the next look.
            _nextPost = now;
            _nextPost = await posts.NextAppearanceAsync(now, cancel);
        }

        if (now - _forgot < ForgetEvery) return;
        _forgot = now;
        await _changes.ForgetAsync(now - Remembered, cancel);
    }

    private void OnWritten(object? sender, EventArgs e) => Call();

    private void Call() => _calls.Writer.TryWrite(true);
}
