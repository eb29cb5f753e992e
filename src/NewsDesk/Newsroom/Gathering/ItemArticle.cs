using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDesk.Archive;
using NewsDesk.Markup;
using NewsDesk.Wire;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Makes articles of what feeds and pages say; all of it goes through the cleaner here.</summary>
public static class ItemArticle
{
    private const int ExcerptLength = 300;

    private const int TitleOfText = 80;

    private const int MaxTitle = 1_000;

    /// <summary>In letters; shorter titles are words that many pages bear.</summary>
    private const int TellingTitle = 8;

    private const int TellingText = 200;

    /// <summary>In characters of HTML; a book in one item is read that far.</summary>
    private const int MaxHtml = 1_000_000;

    /// <summary>An item of a feed; <paramref name="ownUrl"/> is the address of one that has none.</summary>
    public static Article Of(FeedItem item, Feed feed, long sourceId, string ownUrl)
    {
        var link = WebLink(item);
        var body = item.Content ?? item.Summary ?? "";
        var (html, text) = HtmlCleaner.CleanAndTell(body.Length > MaxHtml ? body[..MaxHtml] : body, link);
        var authors = (item.Authors.Count > 0 ? item.Authors : feed.Authors).Select(author => author.Name).OfType<string>().Distinct(StringComparer.Ordinal).Take(20).ToList();
        var summary = item.Content is not null && item.Summary is { Length: < MaxHtml } written ? PlainText.From(written) : text;
        return new()
        {
            SourceId = sourceId,
            Url = link is not null ? CanonicalUrl.Of(link) : ownUrl,
            Title = Short(item.Title) ?? (text.Length > 0 ? PlainText.Excerpt(text, TitleOfText) : link?.Host ?? feed.Title ?? "Untitled"),
            Byline = authors.Count > 0 ? string.Join(", ", authors) : null,
            Publisher = feed.Title,
            Published = item.Published ?? item.Updated,
            Language = feed.Language,
            Excerpt = summary.Length > 0 ? PlainText.Excerpt(summary, ExcerptLength) : null,
            Image = item.Image is { } image && Uri.TryCreate(image, UriKind.Absolute, out var picture) && picture.Scheme is "http" or "https" ? picture.AbsoluteUri : null,
            WordCount = CountWords(text),
            Text = text,
            Html = html,
        };
    }

    /// <summary>A page on its own.</summary>
    public static Article Of(ReadArticle read, string title, string url, Uri? foundAt, long sourceId) => new()
    {
        SourceId = sourceId,
        Url = url,
        Title = Short(read.Title) ?? title,
        Byline = read.Authors.Count > 0 ? string.Join(", ", read.Authors) : null,
        Publisher = read.SiteName ?? foundAt?.Host,
        Published = read.Published,
        Language = read.Language,
        Excerpt = read.Excerpt ?? PlainText.Excerpt(read.Text, ExcerptLength),
        Image = read.Image?.AbsoluteUri,
        WordCount = CountWords(read.Text),
        Text = read.Text,
        Html = read.Html,
    };

    /// <summary>
    /// An item together with its own page: the page's text where it has more to say, the feed's word for title and time, and the address that the page calls its own,
    /// else the one that answered.
    /// </summary>
    public static Article With(this Article item, ReadArticle page, Uri pageUrl, bool titleIsGuess)
    {
        var words = CountWords(page.Text);
        var isRicher = words > item.WordCount;
        return item with
        {
            Url = CanonicalUrl.OfAnswered(OwnAddress(page.Canonical, pageUrl)),
            Title = titleIsGuess ? Short(page.Title) ?? item.Title : item.Title,
            Byline = item.Byline ?? (page.Authors.Count > 0 ? string.Join(", ", page.Authors) : null),
            Published = item.Published ?? page.Published,
            Language = item.Language ?? page.Language,
            Excerpt = item.Excerpt ?? page.Excerpt,
            Image = item.Image ?? page.Image?.AbsoluteUri,
            WordCount = isRicher ? words : item.WordCount,
            Text = isRicher ? page.Text : item.Text,
            Html = isRicher ? page.Html : item.Html,
        };
    }

    /// <summary>Whether two pages show one article: by their titles, of which one may have the site's name with it, else by how the text begins.</summary>
    public static bool IsSameAs(this ReadArticle one, ReadArticle other)
    {
        var areTitled = one.Title is { Length: >= TellingTitle } title && other.Title is { Length: >= TellingTitle } second
            && (title.Contains(second, StringComparison.OrdinalIgnoreCase) || second.Contains(title, StringComparison.OrdinalIgnoreCase));
        if (areTitled) return true;
        return one.Text.Length >= TellingText && other.Text.Length >= TellingText && one.Text.AsSpan(0, TellingText).SequenceEqual(other.Text.AsSpan(0, TellingText));
    }

    public static Uri? WebLink(FeedItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;

    // Some sites call their front page the address of everything.
    private static Uri OwnAddress(Uri? canonical, Uri pageUrl) =>
        canonical is not null && canonical.Scheme is "http" or "https" && (canonical.AbsolutePath.Length > 1 || pageUrl.AbsolutePath.Length <= 1) ? canonical : pageUrl;

    /// <summary>Null for a title of which nothing can be seen.</summary>
    private static string? Short(string? title) => title is null || title.All(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format) ? null : title.Length > MaxTitle ? PlainText.Excerpt(title, MaxTitle) : title;

    // Every letter of every article is looked at: compiled for speed at once, and never with the counters that other code is watched with before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountWords(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var letter in text)
        {
            var isLetter = !char.IsWhiteSpace(letter);
            if (isLetter && !inWord) count++;
            inWord = isLetter;
        }

        return count;
    }
}
