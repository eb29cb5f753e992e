using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Newsroom.Stories;

/// <summary>What the story desk remembers of the last weeks, filled again from the archive when it begins.</summary>
public sealed class StoryWindow
{
    private const int ReadAtOnce = 4000;

    /// <summary>Of a text so many letters are looked at again: words that run through a piece do so from its beginning.</summary>
    private const int TextRead = 9000;

    private StoryWindow(StoryGrouper grouper) => Grouper = grouper;

    public StoryGrouper Grouper { get; }

    /// <summary>The newest article that has a story.</summary>
    public long LastGrouped { get; set; }

    public static async Task<StoryWindow> FillAsync(StoriesKeeping keeping, ILogger log, CancellationToken cancel)
    {
        var settings = new StorySettings();
        var window = new StoryWindow(new StoryGrouper(settings));
        var after = await keeping.FindWindowAsync(settings.MaxArticles, cancel);
        while (await keeping.ListGroupedAsync(after, ReadAtOnce, cancel) is { Count: > 0 } articles)
        {
            var kept = articles.Select(article => article.Sketch is { } sketch ? StorySketch.Read(sketch) : null).ToList();
            var read = await ReadAgainAsync([.. articles.Where((_, at) => kept[at] is null).Select(article => article.Id)], settings, keeping, cancel);
            foreach (var (article, sketch) in articles.Zip(kept))
            {
                // An article that went away in between is not there any more to be read.
                if ((sketch ?? read.GetValueOrDefault(article.Id)) is { } known) window.Grouper.Restore(IdOf(article.Id), known, article.Published, article.StoryId, article.Pinned);
            }

            after = window.LastGrouped = articles[^1].Id;
        }

        foreach (var (low, high) in await keeping.ListPartedAsync(cancel)) window.Grouper.KeepApart(low, high);
        window.Grouper.ResumeAfter(await keeping.LastStoryAsync(cancel));
        if (window.Grouper.Articles > 0) log.LogInformation("The story desk remembers {Articles} articles", window.Grouper.Articles);
        return window;
    }

    /// <summary>Reads articles of which nothing is kept, or nothing that this edition understands, and keeps it for the next start.</summary>
    private static async Task<Dictionary<long, StorySketch>> ReadAgainAsync(List<long> articles, StorySettings settings, StoriesKeeping keeping, CancellationToken cancel)
    {
        if (articles.Count == 0) return [];
        var beginnings = await keeping.ListBeginningsAsync(articles, TextRead, cancel);
        var read = beginnings.ToDictionary(article => article.Id, article => StorySketch.Of(AsArticle(article), settings));
        await keeping.KeepSketchesAsync([.. read.Select(one => (one.Key, one.Value.ToString()))], cancel);
        return read;
    }

    /// <summary>An article with all that may tell its story, its links too.</summary>
    public static StoryArticle AsArrived(ArrivedArticle article) => AsArticle(article) with { Links = LinkedAddresses.In(article.Html) };

    public static StoryArticle AsArticle(ArrivedArticle article) => new(
        IdOf(article.Id), article.Title, article.Text.Length > 0 ? article.Text : null,
        // A page that was saved without its address has only a made-up one.
        article.Url.StartsWith("http", StringComparison.Ordinal) ? article.Url : null, article.Publisher, article.Published)
    {
        Language = article.Language,
    };

    public static string IdOf(long id) => id.ToString(CultureInfo.InvariantCulture);
}
