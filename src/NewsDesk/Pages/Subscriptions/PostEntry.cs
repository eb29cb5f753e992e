using Microsoft.AspNetCore.StaticFiles;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>A post as subscribers get it: whole, and readable where none of our styles are.</summary>
public static class PostEntry
{
    private const string SatireTag = "satire";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static FeedEntry Of(IndexedPost post, Masthead masthead, FeedTexts texts, bool isClean)
    {
        var line = Teaser.Of(post, masthead, new(isClean));
        var link = masthead.AbsoluteUrl(line.Path);
        return new()
        {
            Id = IdOf(post),
            Title = line.Title,
            Link = link,
            Html = HtmlOf(post, masthead, texts, isClean, link),
            Summary = line.Standfirst,
            Author = line.Persona is { } persona ? new(persona.Name, masthead.AbsoluteUrl(Address.OfPersona(persona.Id))) : null,
            Categories = [SatireTag, .. line.Tags.Select(tag => tag.Said).Where(tag => !string.Equals(tag, SatireTag, StringComparison.OrdinalIgnoreCase))],
            Published = post.Published,
            Updated = new[] { post.Updated, post.Changed }.Max(),
            Image = ImageOf(line, masthead),
            Originals = post.Originals.Where(original => Uri.IsWellFormedUriString(original.Url, UriKind.Absolute))
                .Select(original => new FeedOriginal(new(original.Url), original.Title is { } title ? line.Reading.Said(title, masthead.Words) : null)).ToList(),
            Level = isClean ? "clean" : post.Language,
        };
    }

    private static FeedImage ImageOf(Teaser line, Masthead masthead)
    {
        var (width, height) = line.ShareImageSize;
        return new(masthead.AbsoluteUrl(line.ShareImage), Types.TryGetContentType(line.ShareImage.Split('?')[0], out var type) ? type : "image/png", width, height)
        {
            Bytes = line.Image is { } own && own.Url == line.ShareImage ? own.Bytes : null,
        };
    }

    /// <summary>The index's own id, as feeds want it: a URI that says nothing of slug, title or date.</summary>
    private static string IdOf(PostLine post) => Guid.TryParseExact(post.Uid, "N", out var uid) ? $"urn:uuid:{uid}" : $"urn:newsdesk:{Uri.EscapeDataString(post.Uid)}";

    private static string HtmlOf(IndexedPost post, Masthead masthead, FeedTexts texts, bool isClean, Uri link)
    {
        var details = PrintedDetails.Of(post);
        var parts = isClean
            ? string.Concat(details.Image?.Html(isClean: true), details.CleanUpdatesHtml, post.CleanHtml, details.CleanOriginalsHtml, details.CleanSourcesHtml, post.CleanSignOffHtml)
            : string.Concat(details.Image?.Html(isClean: false), details.UpdatesHtml, post.Html, details.OriginalsHtml, details.SourcesHtml, post.SignOffHtml);
        var mark = $"<p><small>Satire from <a href=\"/\">{Escaped(masthead.Site.Title)}</a>. {Escaped(masthead.Site.Satire)}</small></p>";
        return texts.Of(parts + mark, link, masthead.SiteUrl);
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
