using System.Text.Json;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds who wrote a page: names of people, without "By" and without the site.</summary>
internal static class Bylines
{
    private static readonly string[] WrittenBy = ["written by", "author", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "skriven av"];

    /// <summary>Names that are looked at in one place.</summary>
    private const int MaxCandidates = 100;

    public static IReadOnlyList<string> Find(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        List<string> first = [];
        foreach (var candidates in Candidates(page, meta, linked))
        {
            var names = NamesIn(candidates, siteName, mayBeSite: false);
            if (names.Count == 0) continue;
            if (first.Count == 0) first = names;
            // One place may name the first of several whom another names all.
            else if (names.Count > first.Count && first.All(names.Contains) && names.All(PersonNames.LooksLikePerson)) first = names;
        }

        return first;
    }

    /// <summary>A site's only writer, who gave it a name; for pages where no other name is found.</summary>
    public static IReadOnlyList<string> FindOwner(Source.Page page, MetaTags meta, LinkedData linked, string? siteName) =>
        Candidates(page, meta, linked).Select(candidates => NamesIn(candidates, siteName, mayBeSite: true)).FirstOrDefault(names => names.Count > 0) ?? [];

    private static List<string> NamesIn(IEnumerable<string> candidates, string? siteName, bool mayBeSite) =>
        candidates.Take(MaxCandidates).SelectMany(WithoutWhatTheyDo).Where(name => PersonNames.IsName(name, siteName, mayBeSite)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();

    /// <summary>Of "Jane Roe, The Quay Post" the first: in one line with a person, what no person is called is where she works or what she does.</summary>
    private static IEnumerable<string> WithoutWhatTheyDo(string line)
    {
        var names = PersonNames.Split(line).ToList();
        return names.Count > 1 && PersonNames.IsPerson(names[0]) ? names.Where(name => !PersonNames.IsOfNoPerson(name)) : names;
    }

    /// <summary>
    /// The names in the page's data, unless they are no people's (a log-in, a department) and the page shows its readers a person, or more
    /// people than the data, which often tells the first alone.
    /// </summary>
    public static IReadOnlyList<string> Choose(Facts facts, Signature signature)
    {
        var (told, shown) = (facts.Authors, signature.Names);
        if (told.Count == 0) return shown.Count > 0 ? shown : facts.Owner.Count > 0 ? facts.Owner : FindTeam(facts.Linked, facts.SiteName);
        if (shown.Count == 0 || !shown.All(name => PersonNames.IsPerson(name) || signature.IsSaidByTitle && PersonNames.HasNoCapitals(name))) return told;
        if (!told.Any(PersonNames.IsPerson) || signature.IsSaidByTitle && !told.Any(name => shown.Any(other => IsSame(name, other)))) return shown;
        return shown.Count > told.Count && told.All(name => shown.Any(other => other.EndsWith(name, StringComparison.OrdinalIgnoreCase))) ? shown : told;
    }

    /// <summary>Whether two names may be the same person's: one may be shorter, or a middle name left out.</summary>
    private static bool IsSame(string one, string other)
    {
        var (words, others) = (one.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries), other.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
        return words.Intersect(others, StringComparer.OrdinalIgnoreCase).Any();
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
        yield return meta.All("itemprop:author");
        yield return Labelled(meta);
        yield return meta.All("article:author").Where(author => !author.Contains("://", StringComparison.Ordinal));
        yield return [.. meta.All("parsely-author"), .. meta.All("sailthru.author"), .. meta.All("dc.creator"), .. meta.All("dcterms.creator"), .. meta.All("citation_author"), .. meta.All("citation_authors"), .. meta.All("byl")];
        yield return Marked(page).Take(20);
    }

    /// <summary>Elements that call themselves the author: the first, and its neighbours if there are several.</summary>
    private static IEnumerable<string> Marked(Source.Page page)
    {
        IElement? first = null;
        foreach (var element in page.Landmarks.Authors)
        {
            if (first is not null && element.ParentElement != first.ParentElement) yield break;
            if (element.LocalName is "meta" or "link") continue;
            first ??= element;
            var named = element.QuerySelector("[itemprop=name]") ?? element;
            var name = named.GetAttribute("content") ?? named.TextContent;
            if (name.Length < 120) yield return name;
        }
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
        JsonValueKind.Object when author.TryGetProperty("name", out var name) && LinkedData.TextOf(name) is not null => name.ValueKind == JsonValueKind.Array ? NamesOf(name, linked) : [LinkedData.TextOf(name)!],
        JsonValueKind.Object when LinkedData.TextOf(author, "@id") is { } id && linked.ById(id) is { } other => LinkedData.TextOf(other, "name") is { } itsName ? [itsName] : [],
        _ => [],
    };
}
