using NewsDesk.Archive;
using NewsDesk.Wire;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Reading;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Asks the web; the guarded client, or what stands for it in a test.</summary>
public delegate Task<Fetched> Fetch(FetchRequest request, CancellationToken cancel);

/// <summary>What the items of one visit come to.</summary>
internal sealed record Sorted(IReadOnlyList<Gathered> Articles, IReadOnlyCollection<long> SeenAgain, int PagesWaiting, long PageBytes);

/// <summary>
/// Tells the items that are new or changed from those that are known, and fetches the pages of those that give no more than a beginning:
/// so many in a visit, the rest in the next ones. A page that fails leaves what the source said.
/// </summary>
internal sealed class ItemSorting(Fetch fetch, Articles articles)
{
    /// <summary>At a second each this is half a minute of one host's patience.</summary>
    public const int PagesInAVisit = 15;

    /// <summary>After so many times in vain the summary is what there is.</summary>
    private const int MostTries = 3;

    private HashSet<string>? _named;
    private int _pages;
    private bool _hostRests;
    private long _bytes;

    public async Task<Sorted> SortAsync(Source source, SourceReading reading, Contents.Shown shown, CancellationToken cancel)
    {
        var keys = ItemKey.Of(shown.Items);
        var asked = ItemKey.SecondOf(shown.Items) is { Count: > 0 } second ? [.. keys, .. second] : keys;
        var known = (await articles.ListMentionsAsync(source.Id, asked, cancel)).ToDictionary(mention => mention.MentionKey, StringComparer.Ordinal);
        keys = ItemKey.TellApart(shown.Items, keys, key => known.GetValueOrDefault(Articles.KeyOf(key)) is { } before ? PageNote.Read(before.Hash).ItemHash : null);
        var (gathered, seen, waiting) = (new List<Gathered>(), new List<long>(), 0);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, item) in shown.Items.Index())
        {
            if (!told.Add(keys[place])) continue;
            var mention = known.GetValueOrDefault(Articles.KeyOf(keys[place]));
            var before = PageNote.Read(mention?.Hash);
            var hash = ItemKey.HashOf(item);
            var isKnown = mention is not null && before.ItemHash == hash;
            if (isKnown && (before.Tries is null || !MayFetch))
            {
                seen.Add(mention!.ArticleId);
                if (before.Tries is not null) waiting++;
                continue;
            }

            var (article, tries) = await MakeAsync(source, reading, shown.Feed, item, keys[place], isKnown ? before.Tries ?? 0 : 0, cancel);
            if (tries is not null) waiting++;
            if (article is not null) gathered.Add(new Gathered(article, keys[place], new PageNote(hash, tries).ToString()));
        }

        return new Sorted(gathered, seen, waiting, _bytes);
    }

    private bool MayFetch => _pages < PagesInAVisit && !_hostRests;

    /// <summary>The article as far as it is known, and how often its page was asked for in vain while it is still to come.</summary>
    private async Task<(Article? Article, int? Tries)> MakeAsync(
        Source source, SourceReading reading, Feed feed, FeedItem item, string key, int tries, CancellationToken cancel)
    {
        var article = ItemArticle.Of(item, feed, source.Id, $"item:{source.Id}/{Uri.EscapeDataString(key)}") with { Publisher = source.Title };
        if (source.Language is { } language) article = article with { Language = language };
        if (ItemArticle.WebLink(item) is not { } link) return (article, null);
        // What stands for a link for small screens is a guess, unless somebody has named it: its page is asked, and until it has answered the link stays as it was given.
        var (guess, isGuess) = (article, CanonicalUrl.IsGuess(link) && !await IsNamedAsync(article.Url, feed, cancel));
        if (isGuess) article = article with { Url = CanonicalUrl.OfAnswered(link) };
        if (!WantsPage(source, reading, item, article, isGuess)) return (article, null);
        if (!MayFetch) return (item.Title is null ? null : article, tries);

        _pages++;
        var fetched = await fetch(new FetchRequest(link) { Wanted = Wanted.Page }, cancel);
        _bytes += fetched.Attempt.Bytes;
        switch (fetched)
        {
            case Fetched.Received { Kind: ContentKind.Page } page:
                var read = ArticleReader.Read(page.Body, page.Attempt.Address, page.ContentType);
                var whole = article.With(read, page.Attempt.Address, titleIsGuess: item.Title is null) with { Publisher = PublisherOf(source, read) };
                return (read.Canonical is null && CanonicalUrl.IsGuess(page.Attempt.Address) ? await PlainAsync(whole, read, page.Attempt.Address, feed, cancel) : whole, null);
            case Fetched.Failed { Kind: FailureKind.Waiting }:
                _hostRests = true;
                return (item.Title is null ? null : article, tries);
            case Fetched.Failed failed when IsPassing(failed) && tries + 1 < MostTries:
                _hostRests = failed.RetryAfter is not null || failed.Attempt.Status is 429 or 503;
                return (item.Title is null ? null : article, tries + 1);
            case Fetched.Gone or Fetched.Failed { Attempt.Status: 404 } when isGuess:
                return (item.Title is null ? null : guess, null);
            default:
                // A page of which nobody said even the title, and that is not there, is nothing.
                return (item.Title is null ? null : article, null);
        }
    }

    /// <summary>
    /// A page for small screens, or in AMP, that does not say of which page it is a form: where its plain address is known, or a page with the same article answers there, that is it.
    /// </summary>
    private async Task<Article> PlainAsync(Article article, ReadArticle form, Uri answered, Feed feed, CancellationToken cancel)
    {
        var plain = CanonicalUrl.Of(answered);
        if (await IsNamedAsync(plain, feed, cancel)) return article with { Url = plain };
        _pages++;
        var fetched = await fetch(new FetchRequest(new Uri(plain)) { Wanted = Wanted.Page }, cancel);
        _bytes += fetched.Attempt.Bytes;
        if (fetched is not Fetched.Received { Kind: ContentKind.Page } page) return article;
        var read = ArticleReader.Read(page.Body, page.Attempt.Address, page.ContentType);
        return form.IsSameAs(read) ? article.With(read, page.Attempt.Address, titleIsGuess: false) : article;
    }

    /// <summary>Whether somebody has named an address: the archive has it, or another item of the feed.</summary>
    private async Task<bool> IsNamedAsync(string url, Feed feed, CancellationToken cancel)
    {
        _named ??= feed.Items.Select(ItemArticle.WebLink).OfType<Uri>().Select(CanonicalUrl.OfAnswered).ToHashSet(StringComparer.Ordinal);
        return _named.Contains(url) || (await articles.ListByUrlsAsync([url], cancel)).Count > 0;
    }

    private static string PublisherOf(Source source, ReadArticle read) => source.Kind == "feed" ? source.Title : read.SiteName ?? source.Title;

    private static bool WantsPage(Source source, SourceReading reading, FeedItem item, Article article, bool isGuess) => reading.FullText switch
    {
        FullText.Always => true,
        FullText.Never => false,
        _ => isGuess || source.Kind != "feed" || Teasers.IsTeaser(item, article.Text),
    };

    private static bool IsPassing(Fetched.Failed failed) => failed.Kind switch
    {
        FailureKind.Dns or FailureKind.Network or FailureKind.Timeout or FailureKind.Tls or FailureKind.Broken => true,
        FailureKind.Status => failed.Attempt.Status is >= 500 or 408 or 425 or 429,
        _ => false,
    };
}
