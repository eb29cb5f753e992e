using System.Globalization;
using System.Text;
using System.Xml;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages.ForMachines;

/// <summary><c>/oembed?url=…</c>: a post as a card that other sites may show; it says that it is satire there too.</summary>
public static class OEmbed
{
    private const int DefaultWidth = 600, MaxWidth = 1200;

    [Shows(Subject.Posts, By = ["url", "format", "maxwidth", "maxheight"], InBothLanguages = false)]
    public static async Task<IResult> GetAsync(
        string? url, string? format, string? maxwidth, string? maxheight, Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        if (format is not (null or "json" or "xml")) return Results.Text("This is answered as format=json or format=xml.\n", statusCode: StatusCodes.Status501NotImplemented);
        if (string.IsNullOrEmpty(url)) return Results.Text("Which post? Ask with url= and its address.\n", statusCode: StatusCodes.Status400BadRequest);
        if (!IsLength(maxwidth, out var widest) || !IsLength(maxheight, out var highest))
            return Results.Text("maxwidth and maxheight are whole numbers of pixels above 0.\n", statusCode: StatusCodes.Status400BadRequest);
        if (await FindAsync(url, posts, masthead, clock.GetUtcNow(), cancel) is not { } post)
            return Results.Text("There is no post of ours at this address.\n", statusCode: StatusCodes.Status404NotFound);

        var card = CardOf(Teaser.Of(post, masthead, new(IsClean: false)), masthead, widest, highest);
        return format == "xml" ? Results.Bytes(Xml(card), "text/xml; charset=utf-8") : Results.Json(card.ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal));
    }

    private static async Task<PostLine?> FindAsync(string url, Posts posts, Masthead masthead, DateTimeOffset now, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Authority != masthead.SiteUrl.Authority) return null;
        // /2026/06/slug: only the last part says which post.
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3) return null;
        return await posts.FindBySlugOrAliasAsync(Uri.UnescapeDataString(parts[2]), now, cancel);
    }

    private static List<(string Name, object? Value)> CardOf(Teaser line, Masthead masthead, int? widest, int? highest)
    {
        var link = masthead.AbsoluteUrl(line.Path).AbsoluteUri;
        var card = new List<(string Name, object? Value)>
        {
            ("version", "1.0"),
            ("type", "rich"),
            ("title", $"{line.Title} (satire)"),
            ("provider_name", masthead.Site.Title),
            ("provider_url", masthead.SiteUrl.AbsoluteUri),
            ("cache_age", 3600),
            ("width", Math.Min(widest ?? DefaultWidth, MaxWidth)),
            // A quotation is as high as its words need at that width.
            ("height", null),
            ("html", string.Create(CultureInfo.InvariantCulture, $"""
                <blockquote cite="{Escaped(link)}"><p><a href="{Escaped(link)}">{Escaped(line.Title)}</a></p><p>{Escaped(line.Standfirst)}</p><footer>Satire from {Escaped(masthead.Site.Title)}</footer></blockquote>
                """)),
        };
        if (line.Persona is { } persona)
        {
            card.Add(("author_name", persona.Name));
            card.Add(("author_url", masthead.AbsoluteUrl(Address.OfPersona(persona.Id)).AbsoluteUri));
        }

        // A picture has to keep to the limits, and there is no smaller one.
        var (width, height) = line.ShareImageSize;
        if (width <= (widest ?? width) && height <= (highest ?? height))
            card.AddRange([("thumbnail_url", masthead.AbsoluteUrl(line.ShareImage).AbsoluteUri), ("thumbnail_width", width), ("thumbnail_height", height)]);
        return card;
    }

    private static byte[] Xml(IEnumerable<(string Name, object? Value)> card)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in card) xml.WriteElementString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static bool IsLength(string? text, out int? pixels)
    {
        pixels = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return string.IsNullOrEmpty(text) || pixels > 0;
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
