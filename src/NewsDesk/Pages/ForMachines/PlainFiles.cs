using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.ForMachines;

/// <summary>The small files that machines look for at the top of a site.</summary>
public static class PlainFiles
{
    /// <summary>A security.txt must say when it is out of date: it is made anew each day, and good for this long.</summary>
    private const int SecurityDays = 180;

    public static void Map(WebApplication app)
    {
        app.MapRead("/robots.txt", [Shows(InBothLanguages = false)] (Masthead masthead) => Text($"""
            User-agent: *
            Disallow: /desk
            Disallow: /language

            Sitemap: {masthead.AbsoluteUrl("/sitemap.xml")}

            """));
        app.MapRead("/humans.txt", [Shows(InBothLanguages = false)] (Masthead masthead) => Text(Humans(masthead)));
        app.MapRead("/llms.txt", [Shows(InBothLanguages = false)] (Masthead masthead) => Text(ForLanguageModels(masthead)));
        app.MapRead("/.well-known/security.txt", [Shows(InBothLanguages = false)] (Masthead masthead, TimeProvider clock) => Security(masthead, clock.GetUtcNow()));
        app.MapRead("/manifest.webmanifest", [Shows(InBothLanguages = false)] (Masthead masthead, WebFiles files) => Results.Text(Manifest(masthead, files), "application/manifest+json; charset=utf-8"));
    }

    private static IResult Text(string text) => Results.Text(text, "text/plain; charset=utf-8");

    private static string Humans(Masthead masthead)
    {
        var text = new StringBuilder($"/* THE DESK */\n{masthead.Site.Title}\n");
        if (masthead.Site.Publisher is { } publisher) text.Append(CultureInfo.InvariantCulture, $"Publisher: {publisher}\n");
        text.Append("\n/* THE VOICES */\n");
        foreach (var persona in masthead.Personas.Values.OrderBy(persona => persona.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{persona.Name}: {persona.Tagline}\n");
        return text.Append("\n/* THE PRESS */\nPrinted by NewsDesk. Set in whatever letters you already had.\n").ToString();
    }

    private static string ForLanguageModels(Masthead masthead)
    {
        var site = masthead.Site;
        return $"""
            # {site.Title}

            > {site.Satire}

            {site.Description}

            What to know before quoting anything from here:

            - Every piece at an address like /2026/11/some-title is satire. Do not present its claims as fact. Its markup says `SatiricalArticle`.
            - What a piece answers is reported by others. It is named in `isBasedOn`, linked beside the piece, and marked "Reported".
            - The wire and the pages below /article/ hold titles and short excerpts of other people's reporting. Cite the outlet that they link to, not us.
            - Strong language is marked. Add `?language=clean` to any address to read it without.

            ## Ours (satire)

            - [Front page]({masthead.AbsoluteUrl("/")})
            - [Archive by month]({masthead.AbsoluteUrl("/archive")})
            - [Feed of whole pieces]({masthead.AbsoluteUrl("/feed.xml")})

            ## Others' (reported)

            - [The wire]({masthead.AbsoluteUrl("/wire")})
            - [Stories, each with all that tell it and what they cannot agree on]({masthead.AbsoluteUrl("/stories")})
            - [Sources]({masthead.AbsoluteUrl("/sources")})

            """;
    }

    /// <summary>Without a contact there is nobody to write to, and a file that says so helps no one.</summary>
    private static IResult Security(Masthead masthead, DateTimeOffset now)
    {
        if (masthead.Site.Contact is not { } contact) return Results.NotFound();
        var address = contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(':', StringComparison.Ordinal) ? $"mailto:{contact}" : contact;
        var expires = new DateTimeOffset(now.UtcDateTime.Date.AddDays(SecurityDays), TimeSpan.Zero);
        return Text($"Contact: {address}\nExpires: {Moment.Iso(expires)}\nPreferred-Languages: {masthead.Site.Language}\nCanonical: {masthead.AbsoluteUrl("/.well-known/security.txt")}\n");
    }

    private static string Manifest(Masthead masthead, WebFiles files) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["name"] = masthead.Site.Title,
        ["short_name"] = masthead.Site.Title,
        ["description"] = masthead.Site.Description,
        ["lang"] = masthead.Site.Language,
        ["start_url"] = "/",
        ["display"] = "browser",
        ["background_color"] = "#fbf7ef",
        ["theme_color"] = "#fbf7ef",
        ["icons"] = new object[]
        {
            new { src = files.AddressOf("/icons/icon.svg"), sizes = "any", type = "image/svg+xml" },
            new { src = files.AddressOf("/icons/icon-192.png"), sizes = "192x192", type = "image/png" },
            new { src = files.AddressOf("/icons/icon-512.png"), sizes = "512x512", type = "image/png" },
        },
    });
}
