using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Hub;
using NewsDesk.Pages.Searching;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Gathers what a feed holds: its newest entries, a page further back, or the archive of one month.</summary>
public sealed class FeedDesk(Posts posts, Articles articles, Search search, HubList hubs, FeedTexts texts, Masthead masthead, TimeProvider clock)
{
    private const int EntriesShown = 50;

    private sealed record Document(string Address, IReadOnlyList<FeedEntry> Entries, FeedPages Pages);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct YearMonth(int Year, int Month)
    {
        public static YearMonth? Of(string? text) =>
            DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new(first.Year, first.Month) : null;

        public string In(string address) => QueryHelpers.AddQueryString(address, "month", string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"));
    }

    /// <summary>Null where there is no such document: a month without entries.</summary>
    public async Task<Publication?> FindAsync(AskedFeed asked, IQueryCollection query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (scope, format, isClean) = asked;
        var now = clock.GetUtcNow();
        var address = scope.AddressOf(format, isClean);
        Place? at = Place.TryParse(query["at"], out var place) ? place : null;
        var document = scope switch
        {
            { Question: { } question } => await SearchAsync(question, address, query["page"], isClean, now, cancel),
            { Story: { } story } => new(address, EntriesOf(await articles.ListOfStoryAsync(story, EntriesShown, cancel)), new()),
            { IsReported: true } => await ReportedAsync(address, at, cancel),
            _ when YearMonth.Of(query["month"]) is { } wanted => await ArchivedAsync(scope.Posts, wanted, address, isClean, now, cancel),
            _ => await NewestAsync(scope.Posts, address, isClean, at, now, cancel),
        };
        // A tag that nobody used is a slip of the pen; a persona or a source that has said nothing yet may.
        if (document is null || (document.Entries.Count == 0 && (scope.Story is not null || scope.Posts is { Tag: not null } or { Kind: not null }))) return null;
        var site = masthead.Site;
        return new()
        {
            // Made of what stays when the paper gets another name; each text of ours has its own.
            Id = masthead.AbsoluteUrl(scope.AddressOf(FeedFormat.Atom, isClean)).AbsoluteUri,
            Title = scope.About is { } about ? $"{site.Title}: {new ReadingLanguage(isClean).Said(about, masthead.Words)}" : site.Title,
            Link = masthead.AbsoluteUrl(scope.PageWithQuestion),
            Self = masthead.AbsoluteUrl(document.Address),
            Description = scope.IsReported ? "What others reported, gathered by a satirical paper. These lines are theirs and are not satire." : $"{site.Description} {site.Satire}",
            Language = site.Language,
            Copyright = site.Publisher is { } publisher && !scope.IsReported ? $"© {publisher}" : null,
            Icon = masthead.AbsoluteUrl("/icons/icon-192.png"),
            // Pages further back never change by themselves; and there are as many searches as anybody cares to make up, which all would have to be done again with each change.
            Hubs = document.Address == address && scope.Question is null ? hubs.Of(masthead) : [],
            Updated = document.Entries.Count > 0 ? document.Entries.Max(entry => entry.Changed) : DateTimeOffset.UnixEpoch,
            Pages = document.Pages,
            Entries = document.Entries,
        };
    }

    private async Task<Document> NewestAsync(PostFilter filter, string address, bool isClean, Place? at, DateTimeOffset now, CancellationToken cancel)
    {
        var slice = await posts.ListNewestWholeAsync(at, EntriesShown, filter, now, cancel);
        var document = PageOf(slice, EntriesOf(slice.Items, isClean), address, at);
        if (at is not null || slice.Older is null) return document;
        // The newest archive overlaps the newest entries a little, so that whoever follows both misses none.
        var oldest = slice.Items[^1].Published.UtcDateTime;
        return document with { Pages = document.Pages with { OlderArchive = ArchiveOf(address, new(oldest.Year, oldest.Month)) } };
    }

    private async Task<Document?> ArchivedAsync(PostFilter filter, YearMonth month, string address, bool isClean, DateTimeOffset now, CancellationToken cancel)
    {
        var months = (await posts.CountByMonthAsync(filter, now, cancel)).ToList();
        var place = months.FindIndex(one => new YearMonth(one.Year, one.Month) == month);
        if (place < 0) return null;
        var slice = await posts.ListNewestWholeAsync(null, (int)months[place].Count, filter with { Month = (month.Year * 100) + month.Month }, now, cancel);
        return new(month.In(address), EntriesOf(slice.Items, isClean), new()
        {
            Current = masthead.AbsoluteUrl(address),
            OlderArchive = months.ElementAtOrDefault(place + 1) is { } older ? ArchiveOf(address, new(older.Year, older.Month)) : null,
            NewerArchive = months.ElementAtOrDefault(place - 1) is { } newer ? ArchiveOf(address, new(newer.Year, newer.Month)) : null,
        });
    }

    private async Task<Document> SearchAsync(SearchQuestion question, string address, string? page, bool isClean, DateTimeOffset now, CancellationToken cancel)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, Search.Most / EntriesShown) : 0;
        var (entries, total) = question.WantsPosts ? await PostsAsync() : await ArticlesAsync();
        var isOne = number == 0 && total <= EntriesShown;
        return new(AddressOf(number), entries, new()
        {
            First = isOne ? null : masthead.AbsoluteUrl(address),
            Previous = number > 0 ? masthead.AbsoluteUrl(AddressOf(number - 1)) : null,
            Next = (number + 1) * EntriesShown < total ? masthead.AbsoluteUrl(AddressOf(number + 1)) : null,
        });

        async Task<(IReadOnlyList<FeedEntry>, int)> PostsAsync()
        {
            var found = await question.FindPostsAsync(search, number, EntriesShown, now, cancel);
            return (EntriesOf(await posts.ListWholeAsync(found.Items.Select(one => one.Item.Id).ToList(), cancel), isClean), found.Total);
        }

        async Task<(IReadOnlyList<FeedEntry>, int)> ArticlesAsync()
        {
            var found = await question.FindArticlesAsync(search, number, EntriesShown, now, cancel);
            return (EntriesOf(found.Items.Select(one => one.Item).OrderByDescending(article => article.WireTime).ThenByDescending(article => article.Id)), found.Total);
        }

        string AddressOf(int one) => one == 0 ? address : QueryHelpers.AddQueryString(address, "page", one.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<Document> ReportedAsync(string address, Place? at, CancellationToken cancel)
    {
        var slice = await articles.ListNewestAsync(at, EntriesShown, WireFilter.Everything, cancel);
        return PageOf(slice, EntriesOf(slice.Items), address, at);
    }

    private Document PageOf<T>(Slice<T> slice, IReadOnlyList<FeedEntry> entries, string address, Place? at)
    {
        var pager = Pager.Of(slice, address);
        return new(at is { } place ? QueryHelpers.AddQueryString(address, "at", place.ToString()) : address, entries, new()
        {
            First = pager is { Older: null, Newer: null } ? null : masthead.AbsoluteUrl(address),
            Previous = pager.Newer is { } newer ? masthead.AbsoluteUrl(newer) : null,
            Next = pager.Older is { } older ? masthead.AbsoluteUrl(older) : null,
        });
    }

    private List<FeedEntry> EntriesOf(IEnumerable<IndexedPost> whole, bool isClean) => whole.Select(post => PostEntry.Of(post, masthead, texts, isClean)).ToList();

    private List<FeedEntry> EntriesOf(IEnumerable<ArticleLine> reported) => reported.Select(article => ReportedEntry.Of(article, masthead)).ToList();

    private Uri ArchiveOf(string address, YearMonth month) => masthead.AbsoluteUrl(month.In(address));
}
