using NewsDesk.Archive;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Wire.Stories.Telling;

namespace NewsDesk.Pages.StoryParts;

/// <summary>One article among those that tell a story: how its headline spins it, and whose text it repeats.</summary>
public sealed record Coverage(ArticleLine Article, IReadOnlyList<HeadlinePart> Headline, ArticleLine? CopyOf)
{
    public string Outlet => OutletOf(Article);

    public string Path => Address.OfArticle(Article.Id, Article.Title);

    /// <summary>The coverage in the order of time.</summary>
    public static IReadOnlyList<Coverage> Of(IReadOnlyList<ArticleLine> articles, StoryDetails details, IReadOnlyList<StoryJoin> joins)
    {
        var byId = articles.ToDictionary(article => article.Id);
        var copies = joins.Where(join => join.CopyOf is not null).ToDictionary(join => join.ArticleId, join => join.CopyOf!.Value);
        return [.. articles.OrderBy(article => article.WireTime).ThenBy(article => article.Id).Select(article => new Coverage(
            article,
            HeadlineSpin.Parts(article.Title, details.OwnWords.GetValueOrDefault(StoryWindow.IdOf(article.Id)) ?? []),
            copies.TryGetValue(article.Id, out var original) ? byId.GetValueOrDefault(original) : null))];
    }

    public static string OutletOf(ArticleLine article) => article.Publisher ?? HostOf(article.Url) ?? article.SourceTitle;

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : null;
}
