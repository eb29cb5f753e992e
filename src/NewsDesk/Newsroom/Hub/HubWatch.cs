using System.Text.Json;
using NewsDesk.Archive;
using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Newsroom.Hub;

/// <summary>Sees which feeds came to say something else: those that somebody follows here, and those that hubs elsewhere are to be told of.</summary>
public sealed class HubWatch(
    ArchiveDatabase archive, Subscriptions subscriptions, Announcements announcements, Posts posts, ReadTopic read, HubList hubs, CurrentMasthead masthead,
    TimeProvider clock, ILogger<HubWatch> log)
{
    private const int PostsAtATime = 200;

    private static readonly bool[] BothTexts = [false, true];

    private readonly Changes _changes = new(archive);
    private DateTimeOffset? _nextPost;
    private Masthead? _masthead;

    /// <summary>Set while it looks: what went wrong on the way is looked at again, as is everything at first.</summary>
    private bool _isMissed = true;

    /// <summary>Looks at what may have changed since the last time; the first time at everything. How long that took.</summary>
    public async Task<TimeSpan> LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var paper = masthead.Now;
        var changes = await _changes.ListNewAsync(cancel);
        // A post whose time has come changes no row.
        var mayBeAnything = _isMissed || changes is null || !ReferenceEquals(_masthead, paper) || _nextPost <= now;
        var arePosts = mayBeAnything || changes!.Any(change => change.Subject == "post");
        var isReport = mayBeAnything || changes!.Any(change => change.Subject is "article" or "story" or "source");
        if (!arePosts && !isReport) return TimeSpan.Zero;

        _isMissed = true;
        var begun = clock.GetTimestamp();
        if (hubs.IsOpen)
        {
            // Ours first: they are few, and what others reported changes all the time.
            foreach (var (topic, address, isReported) in (await subscriptions.ListTopicsAsync(now, cancel))
                .Select(topic => (topic, Address: new Uri(topic.Topic))).Select(one => (one.topic, one.Address, IsReported: FeedScopes.AreReported(one.Address)))
                .OrderBy(one => one.IsReported))
            {
                if (!(isReported ? isReport : arePosts) || await read(address, cancel) is not { } content || content.Hash == topic.ContentHash) continue;
                await subscriptions.SaveTopicAsync(topic.Topic, content.Hash, cancel);
            }
        }

        if (arePosts)
        {
            if (hubs.Others.Count > 0) await AnnounceAsync(paper, now, cancel);
            _nextPost = await posts.NextAppearanceAsync(now, cancel);
        }

        (_masthead, _isMissed) = (paper, false);
        return clock.GetElapsedTime(begun);
    }

    private async Task AnnounceAsync(Masthead paper, DateTimeOffset now, CancellationToken cancel)
    {
        var isNews = await announcements.HaveBegunAsync(cancel);
        IReadOnlyList<string> others = isNews ? [.. hubs.Others.Select(hub => hub.AbsoluteUri)] : [];
        while (await announcements.ListUnannouncedAsync(now, PostsAtATime, cancel) is { Count: > 0 } unannounced)
        {
            foreach (var post in unannounced)
            {
                var feeds = await FeedsOfAsync(post, paper, now, cancel);
                string[] before = post.Feeds is null ? [] : JsonSerializer.Deserialize<string[]>(post.Feeds) ?? [];
                string[] topics = [.. feeds.Union(before, StringComparer.Ordinal)];
                await announcements.AnnounceAsync(post, JsonSerializer.Serialize(feeds), others, topics, now, cancel);
                if (isNews) log.LogInformation("{Hubs} is to be told of {Feeds} feeds", string.Join(", ", others), topics.Length);
            }
        }

        if (!isNews) await announcements.BeginAsync(now, cancel);
    }

    /// <summary>The addresses of all feeds that have a post, those that most people follow first; none when it is gone.</summary>
    private async Task<IReadOnlyList<string>> FeedsOfAsync(UnannouncedPost unannounced, Masthead paper, DateTimeOffset now, CancellationToken cancel)
    {
        if (unannounced.Id is not { } id || await posts.FindByUidAsync(unannounced.Uid, now, cancel) is not { } post) return [];
        var scopes = new List<FeedScope> { FeedScope.Everything };
        if (paper.FindPersona(post.Persona) is { } persona) scopes.Add(FeedScope.Of(persona));
        if (post.Kind is { } kind) scopes.Add(FeedScope.OfKind(kind));
        scopes.AddRange(post.Tags.Select(FeedScope.OfTag));
        scopes.AddRange((await announcements.ListSourcesAnsweredAsync(id, cancel)).Select(source => FeedScope.OfSource(source, "")));
        return [.. scopes.SelectMany(scope => FeedFormat.All, (scope, format) => (scope, format))
            .SelectMany(feed => BothTexts, (feed, isClean) => paper.AbsoluteUrl(feed.scope.AddressOf(feed.format, isClean)).AbsoluteUri)];
    }
}
