using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds who wrote a page: names of people, without "By" and without the site.</summary>
internal static partial class Bylines
{
    public static IReadOnlyList<string> Find(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        foreach (var candidates in Candidates(page, meta, linked))
        {
            var names = candidates.SelectMany(Split).Where(name => IsName(name, siteName)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();
            if (names.Count > 0) return names;
        }

        return [];
    }

    private static IEnumerable<IEnumerable<string>> Candidates(Source.Page page, MetaTags meta, LinkedData linked)
    {
        foreach (var article in linked.Articles)
        {
            if (article.TryGetProperty("author", out var author) || article.TryGetProperty("creator", out author)) yield return NamesOf(author, linked);
        }

        yield return meta.All("author");
        yield return meta.All("article:author").Where(author => !author.Contains("://", StringComparison.Ordinal));
        yield return [.. meta.All("parsely-author"), .. meta.All("sailthru.author"), .. meta.All("dc.creator"), .. meta.All("dcterms.creator"), .. meta.All("citation_author"), .. meta.All("byl")];
        yield return page.Document.All.Where(element => element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author")
            .Take(4).Select(element => element.TextContent.Length < 120 ? element.TextContent : "");
    }

    private static IEnumerable<string> NamesOf(JsonElement author, LinkedData linked) => author.ValueKind switch
    {
        JsonValueKind.Array => author.EnumerateArray().SelectMany(one => NamesOf(one, linked)),
        JsonValueKind.String => [author.GetString()!],
        JsonValueKind.Object when LinkedData.TextOf(author, "name") is { } name => [name],
        JsonValueKind.Object when LinkedData.TextOf(author, "@id") is { } id && linked.ById(id) is { } other => LinkedData.TextOf(other, "name") is { } name ? [name] : [],
        _ => [],
    };

    private static IEnumerable<string> Split(string names) =>
        Separator().Split(Prefix().Replace(Titles.Squeeze(names), "")).Select(name => name.Trim(' ', '.', '-', '|', ':')).Where(name => name.Length > 0);

    private static bool IsName(string name, string? siteName) =>
        name.Length is > 1 and < 60 && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@') &&
        !name.Equals(siteName, StringComparison.OrdinalIgnoreCase) && name.Split(' ').Length <= 6 && name.Any(char.IsLetter);

    [GeneratedRegex(@"^\s*(?:(?:written|posted|published|words|story)\s+)?(?:by|von|par|por|di|door|av|af)\b[\s:]*", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*[,;|&/]\s*|\s+(?:and|und|et|y|e|og|och)\s+", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Separator();
}
