using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Covers;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages.ForMachines;

/// <summary><c>/oembed?url=…</c>: a post as a card that other sites may show; it says that it is satire there too.</summary>
public static class OEmbed
{
    private const int DefaultWidth = 600;

    [Shows(Subject.Posts, By = ["url", "format", "maxwidth"], InBothLanguages = false)]
    public static async Task<IResult> GetAsync(string? url, string? format, int? maxwidth, Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        if (format is not (null or "json")) return Results.Text("Only format=json is answered here.\n", statusCode: StatusCodes.Status501NotImplemented);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Authority != masthead.SiteUrl.Authority) return Results.NotFound();
        // /2026/06/slug: only the last part says which post.
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || await posts.FindBySlugAsync(Uri.UnescapeDataString(parts[2]), clock.GetUtcNow(), cancel) is not { } post) return Results.NotFound();

        var line = Teaser.Of(post, masthead, new(IsClean: false));
        var link = masthead.AbsoluteUrl(line.Path).AbsoluteUri;
        var width = Math.Clamp(maxwidth ?? DefaultWidth, 1, Cover.Width);
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = $"{line.Title} (satire)",
            ["author_name"] = line.Persona?.Name,
            ["author_url"] = line.Persona is { } persona ? masthead.AbsoluteUrl(Address.OfPersona(persona.Id)).AbsoluteUri : null,
            ["provider_name"] = masthead.Site.Title,
            ["provider_url"] = masthead.SiteUrl.AbsoluteUri,
            ["thumbnail_url"] = masthead.AbsoluteUrl(line.ShareImage).AbsoluteUri,
            ["thumbnail_width"] = Cover.Width,
            ["thumbnail_height"] = Cover.Height,
            ["cache_age"] = 3600,
            ["width"] = width,
            ["height"] = null,
            ["html"] = string.Create(CultureInfo.InvariantCulture, $"""
                <blockquote cite="{Escaped(link)}"><p><a href="{Escaped(link)}">{Escaped(line.Title)}</a></p><p>{Escaped(line.Standfirst)}</p><footer>Satire from {Escaped(masthead.Site.Title)}</footer></blockquote>
                """),
        });
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
