using System.Net;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>Whether a body is of use to who asked, and if not, why in words: what a person would see who opened it.</summary>
internal static class Welcome
{
    /// <summary>In characters: a page with less text than this shows nothing unless its scripts are run.</summary>
    private const int NextToNothing = 400;

    /// <summary>The kind as which the body is taken, or why it is not.</summary>
    public static (ContentKind? Kind, Failure? Failure) Take(Wanted wanted, Sniffed found, ReadOnlySpan<byte> body, Uri address, string? contentType)
    {
        var kind = (wanted, found) switch
        {
            (Wanted.Anything, { Kind: { } any }) => any,
            (Wanted.Feed, { Kind: ContentKind.Feed }) => ContentKind.Feed,
            (Wanted.Page, { Kind: ContentKind.Page }) => ContentKind.Page,
            (Wanted.Sitemap, { Kind: ContentKind.Sitemap or ContentKind.Feed }) => found.Kind,
            (Wanted.Sitemap, { Is: Sniffed.ListOfAddresses }) => ContentKind.Sitemap,
            _ => (ContentKind?)null,
        };
        return kind is not null ? (kind, null) : (null, new(FailureKind.NotWanted, Reason(wanted, found, body, address, contentType)));
    }

    private static string Reason(Wanted wanted, Sniffed found, ReadOnlySpan<byte> body, Uri address, string? contentType) => wanted switch
    {
        Wanted.Anything => $"this is {found.Is}: neither a feed nor a page",
        Wanted.Page => $"this is {found.Is}, not a page",
        Wanted.Sitemap => $"the sitemap is {(found.Kind == ContentKind.Page ? PageInWords(body, address, contentType) : found.Is)}",
        _ when found.Kind == ContentKind.Page => $"the feed is {PageInWords(body, address, contentType)}",
        _ => $"this is {found.Is}, not a feed",
    };

    private static string PageInWords(ReadOnlySpan<byte> body, Uri address, string? contentType)
    {
        var glance = Glance.At(body, contentType);
        if ((Door.At(address) ?? (glance.AsksForPassword ? Door.Login : null)) is { } door) return $"HTML: the site now {door}";
        var title = Shown.Of(WebUtility.HtmlDecode(glance.Title));
        var page = title.Length > 0 ? $"HTML: a page called “{title}”" : "HTML: a page without a title";
        return glance is { HasScripts: true, TextLength: < NextToNothing } ? $"{page} that shows nothing to who runs no scripts" : page;
    }
}
