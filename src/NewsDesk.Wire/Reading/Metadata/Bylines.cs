using System.Text.Json;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds who wrote a page: names of people, without "By" and without the site.</summary>
internal static class Bylines
{
    private static readonly string[] WrittenBy = ["written by", "author", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "skriven av"];

    public static IReadOnlyList<string> Find(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        foreach (var candidates in Candidates(page, meta, linked))
        {
            var names = candidates.SelectMany(PersonNames.Split).Where(name => PersonNames.IsName(name, siteName)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();
            if (names.Count > 0) return names;
        }

        return [];
    }

    /// <summary>A newsroom or a team that the data names as the author; for pages where no person is found.</summary>
    public static IReadOnlyList<string> FindTeam(LinkedData linked, string? siteName) =>
        [.. linked.Articles.Select(article => article.TryGetProperty("author", out var author) ? LinkedData.TextOf(author) : null)
            .Where(name => name is not null && PersonNames.IsName(name, siteName)).Take(1).Select(name => name!)];

    private static IEnumerable<IEnumerable<string>> Candidates(Source.Page page, MetaTags meta, LinkedData linked)
    {
        foreach (var article in linked.Articles)
        {
            if (article.TryGetProperty("author", out var author) || article.TryGetProperty("creator", out author)) yield return NamesOf(author, linked);
        }

        foreach (var thing in linked.Things.Where(thing => LinkedData.TypesOf(thing).Any(type => type is "WebPage" or "TechArticle" or "Course" or "HowTo")))
        {
            if (thing.TryGetProperty("author", out var author)) yield return NamesOf(author, linked);
        }

        yield return meta.All("author");
        yield return Labelled(meta);
        yield return meta.All("article:author").Where(author => !author.Contains("://", StringComparison.Ordinal));
        yield return [.. meta.All("parsely-author"), .. meta.All("sailthru.author"), .. meta.All("dc.creator"), .. meta.All("dcterms.creator"), .. meta.All("citation_author"), .. meta.All("byl")];
        yield return page.Document.All.Where(element => element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author")
            .Take(4).Select(element => element.TextContent.Length < 120 ? element.TextContent : "");
    }

    /// <summary>Cards for sharing carry pairs of a label and its value, of which one is often "Written by".</summary>
    private static IEnumerable<string> Labelled(MetaTags meta)
    {
        foreach (var number in new[] { "1", "2", "3" })
        {
            if (meta.First("twitter:label" + number) is { } label && WrittenBy.Any(words => label.Contains(words, StringComparison.OrdinalIgnoreCase)) &&
                meta.First("twitter:data" + number) is { } name)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> NamesOf(JsonElement author, LinkedData linked) => author.ValueKind switch
    {
        JsonValueKind.Array => author.EnumerateArray().SelectMany(one => NamesOf(one, linked)),
        JsonValueKind.String => [author.GetString()!],
        JsonValueKind.Object when LinkedData.TypesOf(author).Any(type => type.EndsWith("Organization", StringComparison.Ordinal) || type is "Corporation" or "Brand") => [],
        JsonValueKind.Object when LinkedData.TextOf(author, "name") is { } name => [name],
        JsonValueKind.Object when LinkedData.TextOf(author, "@id") is { } id && linked.ById(id) is { } other => LinkedData.TextOf(other, "name") is { } name ? [name] : [],
        _ => [],
    };
}
