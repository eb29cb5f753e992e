using NewsDesk.Archive;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages.Covers;

/// <summary><c>/cover/SLUG.svg</c> and <c>.png</c>: a post's cover art, drawn from its words in its persona's colours.</summary>
public static class CoverArt
{
    private const string NoPersonasAccent = "#a5201a";

    [Shows(Subject.Posts, By = ["v"], InBothLanguages = false)]
    public static async Task<IResult> GetSvgAsync(string slug, string? v, Posts posts, Masthead masthead, TimeProvider clock, HttpResponse response, CancellationToken cancel) =>
        await FindAsync(slug, v, posts, masthead, clock, response, cancel) is { } cover
            ? Results.Text(CoverSvg.Write(cover), "image/svg+xml; charset=utf-8")
            : await FindMovedAsync(slug, "svg", posts, clock, cancel);

    [Costly]
    [Shows(Subject.Posts, By = ["v"], InBothLanguages = false)]
    public static async Task<IResult> GetPngAsync(string slug, string? v, Posts posts, Masthead masthead, TimeProvider clock, HttpResponse response, CancellationToken cancel) =>
        await FindAsync(slug, v, posts, masthead, clock, response, cancel) is { } cover
            ? Results.Bytes(CoverPng.Write(cover), "image/png")
            : await FindMovedAsync(slug, "png", posts, clock, cancel);

    /// <summary>Where a post was shared its picture still has the former slug.</summary>
    private static async Task<IResult> FindMovedAsync(string slug, string kind, Posts posts, TimeProvider clock, CancellationToken cancel) =>
        await posts.FindBySlugOrAliasAsync(slug, clock.GetUtcNow(), cancel) is { } moved ? Results.Redirect(Address.OfCover(moved.Slug, kind, moved.FileHash)) : Results.NotFound();

    private static async Task<Cover?> FindAsync(string slug, string? v, Posts posts, Masthead masthead, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        if (await posts.FindBySlugAsync(slug, clock.GetUtcNow(), cancel) is not { } post) return null;
        // The address names the version that pages show: with that one it may be kept for ever.
        response.Headers.CacheControl = v is { Length: > 0 } && post.FileHash.StartsWith(v, StringComparison.Ordinal)
            ? KeptPage.Forever
            : "public, no-cache";
        var persona = masthead.FindPersona(post.Persona);
        var accent = persona?.Accent ?? NoPersonasAccent;
        return Cover.Of(post.Title, post.Text, Ink.Of(accent), Ink.Of(persona?.AccentDark ?? accent));
    }
}
