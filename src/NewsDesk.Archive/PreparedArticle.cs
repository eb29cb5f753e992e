using NewsDesk.Archive.Searching;

namespace NewsDesk.Archive;

/// <summary>A gathered article as its row will have it, with its words for the search index: made before the transaction, which holds up other writers, begins.</summary>
internal sealed record PreparedArticle(Article Article, Mention Mention, Entry Entry)
{
    public static PreparedArticle Of(Gathered gathered, DateTimeOffset now)
    {
        var article = gathered.Article with
        {
            Url = Storable.Text(gathered.Article.Url),
            FirstSeen = gathered.Article.FirstSeen == default ? now : gathered.Article.FirstSeen,
            LastSeen = gathered.Article.LastSeen == default ? now : gathered.Article.LastSeen,
            Language = gathered.Article.Language is { } language ? Storable.Key(language) : null,
        };
        if (article.ContentHash.Length == 0) article = article with { ContentHash = HashOf(article) };
        var mention = new Mention
        {
            SourceId = article.SourceId,
            MentionKey = Storable.Key(gathered.MentionKey),
            FirstSeen = article.LastSeen,
            LastSeen = article.LastSeen,
            Hash = gathered.Hash,
        };
        return new PreparedArticle(article, mention, EntryOf(article, article.FirstSeen));
    }

    /// <summary>Its words as they stand in the search index when it was first seen then.</summary>
    public static Entry EntryOf(Article article, DateTimeOffset firstSeen) =>
        Entry.Of(article.Title, article.Text, article.SourceId, WireTime(article.Published, firstSeen), article.Language);

    /// <summary>The same rule as the column's.</summary>
    public static DateTimeOffset WireTime(DateTimeOffset? published, DateTimeOffset firstSeen) =>
        published is { } time && time < firstSeen ? time : firstSeen;

    private static string HashOf(Article article) => Storable.Fingerprint(string.Join('\u001f',
        article.Title, article.Byline, article.Publisher, article.Published?.ToUnixTimeMilliseconds(), article.Language, article.Excerpt,
        article.Image, article.Text, article.Html));
}
