using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>A line of the wire as subscribers get it: title, source and excerpt, leading to the original itself.</summary>
public static class ReportedEntry
{
    public static FeedEntry Of(ArticleLine article, Masthead masthead)
    {
        var ours = masthead.AbsoluteUrl(Address.OfArticle(article.Id, article.Title));
        return new()
        {
            Id = ours.GetLeftPart(UriPartial.Authority) + $"/article/{article.Id}",
            Title = article.Title,
            // What came without an address of its own (a saved page) has only ours.
            Link = Uri.TryCreate(article.Url, UriKind.Absolute, out var original) && original.Scheme is "http" or "https" ? original : ours,
            Summary = $"{article.SourceName}: {article.Excerpt ?? article.Title}",
            Author = article.Byline is { } byline ? new(byline) : new(article.SourceName),
            Categories = article.Category is { Length: > 0 } category ? [category] : [],
            Published = article.WireTime,
            Language = article.Language,
        };
    }
}
