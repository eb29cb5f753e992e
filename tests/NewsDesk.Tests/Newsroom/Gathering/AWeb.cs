using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>A web of a test's own: addresses and what they answer. What has no answer is not there.</summary>
internal sealed class AWeb(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, Fetched>> _answers = new(StringComparer.Ordinal);

    public ConcurrentQueue<FetchRequest> Asked { get; } = new();

    public Fetch Fetch => async (request, cancel) =>
    {
        Asked.Enqueue(request);
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        return _answers.TryGetValue(request.Address.AbsoluteUri, out var answer) ? answer(request) : Failed(request, FailureKind.Status, "the server answers 404", 404);
    };

    public int CountAsked(string url) => Asked.Count(request => request.Address.AbsoluteUri == url);

    /// <summary>A body that is known again by its hash.</summary>
    public AWeb With(string url, string body, string? contentType = null, TimeSpan? freshFor = null) => With(url, request => Answer(request, Encoding.UTF8.GetBytes(body), contentType, freshFor));

    public AWeb With(string url, Func<FetchRequest, Fetched> answer)
    {
        _answers[url] = answer;
        return this;
    }

    public Fetched Answer(FetchRequest request, byte[] bytes, string? contentType = null, TimeSpan? freshFor = null, params Hop[] hops)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var attempt = new Attempt(hops.Length > 0 ? hops[^1].To : request.Address, hops, 200, bytes.Length, TimeSpan.FromMilliseconds(5), clock.GetUtcNow());
        var validity = new Validity($"\"{hash[..8]}\"", null, freshFor);
        if (request.KnownHash == hash) return new Fetched.Unchanged(attempt with { Status = 304, Bytes = 0 }, validity);
        var start = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)));
        var kind = FeedReader.LooksLikeFeed(bytes) ? ContentKind.Feed
            : start.Contains("<urlset", StringComparison.Ordinal) || start.Contains("<sitemapindex", StringComparison.Ordinal) ? ContentKind.Sitemap
            : start.Contains("<opml", StringComparison.Ordinal) ? ContentKind.Opml : ContentKind.Page;
        if (request.Wanted == Wanted.Feed && kind != ContentKind.Feed) return Failed(request, FailureKind.NotWanted, "the feed is a page now", 200);
        return new Fetched.Received(attempt, bytes, contentType, kind, hash, validity);
    }

    public Fetched Failed(FetchRequest request, FailureKind kind, string reason, int? status = null, TimeSpan? retryAfter = null) =>
        new Fetched.Failed(new Attempt(request.Address, [], status, 0, TimeSpan.Zero, clock.GetUtcNow()), kind, reason, retryAfter);

    public Fetched Gone(FetchRequest request) => new Fetched.Gone(new Attempt(request.Address, [], 410, 0, TimeSpan.Zero, clock.GetUtcNow()), "it is gone for good (410)");

    public static string Rss(params IEnumerable<string> items) => $"<rss version='2.0'><channel><title>The feed</title><link>https://e.org/</link><language>en</language>{string.Concat(items)}</channel></rss>";

    public static string Item(string id, string link, string title, string body, DateTimeOffset? published = null) =>
        $"<item><guid isPermaLink='false'>{id}</guid><link>{link}</link><title>{title}</title><description><![CDATA[{body}]]></description>{(published is { } date ? $"<pubDate>{date:R}</pubDate>" : "")}</item>";

    /// <summary>An article's page.</summary>
    public static string Page(string title, string canonical, string word) => $"""
        <!doctype html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{canonical}"></head><body><nav><a href="/">Home</a></nav><main><article><h1>{title}</h1>
        {string.Concat(Enumerable.Range(0, 8).Select(i => $"<p>The {word} of the town, paragraph {i}, was discussed at length on Monday, and the council found that it could not be helped, as councils do, after many hours of talk.</p>"))}
        </article></main></body></html>
        """;

    public static string Whole(string word) => string.Concat(Enumerable.Range(0, 30).Select(i => $"<p>The {word} was sold again in round {i} and nobody knew why.</p>"));
}

/// <summary>A clock that a test sets.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public void Advance(TimeSpan by)
    {
        lock (_lock) _now += by;
    }

    public void Set(DateTimeOffset now)
    {
        lock (_lock) _now = now;
    }
}
