using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary><c>/style.css</c>: the files of <c>wwwroot/css</c> and each persona's accent as one, so that a page asks only once.</summary>
public sealed class StyleSheet(IWebHostEnvironment host, WebFiles web)
{
    /// <summary>In the order in which they are read: the first one names the layers.</summary>
    private static readonly string[] Files = ["base", "frame", "pieces", "stories", "prose", "print"];

    private volatile Edition? _edition;

    private sealed record Edition(string MadeOf, string Css, string Version);

    /// <summary>Changes with what it leads to, so that browsers may keep it for ever.</summary>
    public string AddressFor(Masthead masthead) => $"/style.css?v={EditionFor(masthead).Version}";

    [Shows(By = ["v"], InBothLanguages = false)]
    public static IResult Get(StyleSheet styles, Masthead masthead, HttpResponse response, string? v)
    {
        var edition = styles.EditionFor(masthead);
        response.Headers.CacheControl = v == edition.Version ? KeptPage.Forever : "no-cache";
        return Results.Text(edition.Css, "text/css; charset=utf-8");
    }

    private Edition EditionFor(Masthead masthead)
    {
        var madeOf = $"{masthead.Fingerprint} {web.Version}";
        if (_edition is { } now && now.MadeOf == madeOf) return now;

        var css = new StringBuilder();
        foreach (var name in Files)
        {
            using var reader = new StreamReader(host.WebRootFileProvider.GetFileInfo($"css/{name}.css").CreateReadStream());
            css.Append(reader.ReadToEnd());
        }

        foreach (var persona in masthead.Personas.Values)
        {
            // The press has checked that a colour is #rrggbb and that an id is a slug: nothing can break out of this rule.
            if (persona.Accent is { } light)
                css.Append(CultureInfo.InvariantCulture, $$"""[data-persona="{{persona.Id}}"] { --accent: light-dark({{light}}, {{persona.AccentDark ?? light}}); --wash: color-mix(in srgb, var(--accent) 9%, var(--card)); }""").Append('\n');
        }

        var text = css.ToString();
        return _edition = new(madeOf, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
    }
}
