using System.Text.RegularExpressions;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds the language that a page says it is written in, as a BCP 47 tag.</summary>
internal static partial class Languages
{
    public static string? Find(Page page, MetaTags meta, LinkedData linked) =>
        Tag(page.Document.DocumentElement?.GetAttribute("lang")) ?? Tag(page.Document.Body?.GetAttribute("lang"))
        ?? Tag(meta.First("http-equiv:content-language", "language", "og:locale", "dc.language", "itemprop:inLanguage"))
        ?? linked.Articles.Select(article => Tag(LinkedData.TextOf(article, "inLanguage"))).FirstOrDefault(tag => tag is not null);

    private static string? Tag(string? told)
    {
        if (told is null || Written().Match(told.Trim()) is not { Success: true } match) return null;
        var language = match.Groups["language"].Value.ToLowerInvariant();
        return match.Groups["region"].Success ? $"{language}-{match.Groups["region"].Value.ToUpperInvariant()}" : language;
    }

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?(?<region>[A-Za-z]{2}|[0-9]{3}))?(?![A-Za-z])", RegexOptions.None, 60_000)]
    private static partial Regex Written();
}
