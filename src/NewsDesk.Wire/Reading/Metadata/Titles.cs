using AngleSharp.Dom;
using System.Text;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds a page's headline and takes the site's name off it.</summary>
internal static class Titles
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " ~ ", ": "];

    public static string? Find(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        var headings = page.Document.All.Where(element => element.LocalName == "h1").Take(10).Select(TextOf).Where(text => text.Length > 0).ToList();
        var shared = Squeeze(meta.First("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"));
        var headline = linked.Articles.Select(article => Squeeze(LinkedData.TextOf(article, "headline"))).FirstOrDefault(text => text.Length > 0) ?? "";
        var window = Squeeze(page.Document.Title);

        foreach (var candidate in new[] { shared, headline, window })
        {
            // A heading on the page that the page's data repeats, with or without the site's name, is the title as people see it.
            if (headings.FirstOrDefault(heading => heading.Length > 5 && Same(candidate, heading)) is { } seen) return seen;
        }

        if (headline.Length > 0) return WithoutSite(headline, siteName);
        if (shared.Length > 0) return WithoutSite(shared, siteName);
        if (headings.Count == 1 && headings[0].Length is > 10 and < 250) return headings[0];
        if (window.Length > 0) return WithoutSite(window, siteName);
        return headings.FirstOrDefault();
    }

    /// <summary>The same words, or the same with a site's name after or before them.</summary>
    private static bool Same(string candidate, string heading)
    {
        if (candidate.Length == 0) return false;
        if (candidate.Equals(heading, StringComparison.OrdinalIgnoreCase)) return true;
        return Separators.Any(separator => candidate.StartsWith(heading + separator, StringComparison.OrdinalIgnoreCase) ||
                                           candidate.EndsWith(separator + heading, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutSite(string title, string? siteName)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var before = title[..at].Trim();
            var after = title[(at + separator.Length)..].Trim();
            if (siteName is not null && after.Equals(siteName, StringComparison.OrdinalIgnoreCase)) return before;
            if (siteName is not null && before.Equals(siteName, StringComparison.OrdinalIgnoreCase)) return after;
            if (separator != ": " && after.Split(' ').Length <= 4 && before.Split(' ').Length >= 3) return before;
        }

        return title;
    }

    private static string TextOf(IElement element) => element.TextContent.Length > 2_000 ? "" : Squeeze(element.TextContent);

    internal static string Squeeze(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter)) squeezed.Append(letter);
            else if (squeezed.Length > 0 && squeezed[^1] != ' ') squeezed.Append(' ');
        }

        return squeezed.ToString().TrimEnd();
    }
}
