using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds a page's headline and takes the site's name off it.</summary>
internal static class Titles
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " ~ ", " ⋆ ", " : "];

    /// <summary>In words; a site's name or section after the headline is rarely longer.</summary>
    private const int LongestName = 4;

    /// <summary>In characters: each mark in a title is looked at.</summary>
    private const int MaxTitle = 500;

    public static string? Find(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        var found = FindAsWritten(page, meta, linked, siteName);
        // Systems that escape what was escaped already are common.
        return found?.Contains('&', StringComparison.Ordinal) == true ? WebUtility.HtmlDecode(found) : found;
    }

    private static string? FindAsWritten(Source.Page page, MetaTags meta, LinkedData linked, string? siteName)
    {
        var shared = WithoutSite(Squeeze(meta.First("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title")), siteName, page.Url);
        var headline = WithoutSite(linked.Articles.Select(article => Squeeze(LinkedData.TextOf(article, "headline"))).FirstOrDefault(text => text.Length > 0) ?? "", siteName, page.Url);
        var window = WithoutSite(Squeeze(page.Document.Title), siteName, page.Url);
        var told = new[] { headline, shared, window }.Where(text => text.Length > 0).ToList();

        var headings = page.Landmarks.Headlines.Take(12).Where(headline => told.Count == 0 || !LeadsElsewhere(headline, page)).Select(TextOf)
            .Where(text => text.Length is > 1 and < 300 && !IsSite(text, siteName, page.Url)).Distinct(StringComparer.Ordinal).ToList();
        if (headings.Count > 0 && Closest(headings, told) is { } heading) return heading;
        if (told.Count > 0) return told[0];
        return headings.FirstOrDefault() ?? page.Document.QuerySelectorAll("h2").Select(TextOf).FirstOrDefault(text => text.Length is > 10 and < 200);
    }

    /// <summary>A headline that is a link to another page is that page's, or the site's name.</summary>
    private static bool LeadsElsewhere(IElement headline, Source.Page page)
    {
        var link = headline.ParentElement is { LocalName: "a" } around ? around : headline.QuerySelector("a[href]");
        if (page.Url is not { } here || page.Resolve(link?.GetAttribute("href")) is not { } there || there.AbsolutePath == "/" && there.Fragment.Length > 0) return false;
        if (TextOf(link!).Length < TextOf(headline).Length) return false;
        return !IsSamePath(there, here) && !page.OwnAddresses.Any(own => IsSamePath(there, own));
    }

    private static bool IsSamePath(Uri one, Uri other) => one.AbsolutePath.TrimEnd('/').Equals(other.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The heading that shares most words with what the page's data calls it: the title as its readers see it.</summary>
    private static string? Closest(List<string> headings, List<string> told)
    {
        var (best, bestShared) = ((string?)null, 0.0);
        foreach (var heading in headings)
        {
            var shared = told.Count == 0 && headings.Count == 1 ? 1 : told.Select(title => Overlap(heading, title)).DefaultIfEmpty(0).Max();
            if (shared > bestShared) (best, bestShared) = (heading, shared);
        }

        return bestShared >= 0.34 ? best : null;
    }

    private static double Overlap(string one, string other)
    {
        var words = WordsOf(one);
        var others = WordsOf(other);
        // Counted in letters, since short words are in every title.
        return words.Count == 0 || others.Count == 0 ? 0 : (double)words.Intersect(others, StringComparer.Ordinal).Sum(word => word.Length) / Math.Max(words.Sum(word => word.Length), others.Sum(word => word.Length));
    }

    private static HashSet<string> WordsOf(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '!', '?', '"', '“', '”', '(', ')', '-', '–', '—', '|', '’', '\''], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static string WithoutSite(string title, string? siteName, Uri? url)
    {
        if (title.Length > MaxTitle) title = title[..MaxTitle].TrimEnd();
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
            {
                var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
                var separates = separator is not (" / " or " : ");
                if (IsSite(after, siteName, url) || separates && after.Split(' ').Length <= LongestName && before.Split(' ').Length >= 3 && !after.EndsWith('?'))
                    return WithoutSite(before, siteName, url);
            }

            at = title.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && IsSite(title[..at].Trim(), siteName, url)) return title[(at + separator.Length)..].Trim();
        }

        return title;
    }

    /// <summary>The site's name as its data tells it, or as its host spells it.</summary>
    private static bool IsSite(string text, string? siteName, Uri? url)
    {
        if (siteName is not null && text.Equals(siteName, StringComparison.OrdinalIgnoreCase)) return true;
        return IsHost(text, url);
    }

    /// <summary>A page's summary; one that says the title again and breaks off is none.</summary>
    public static string? Summary(string? told, string? title)
    {
        var summary = Squeeze(told);
        return summary.Length == 0 || title is not null && summary.StartsWith(title, StringComparison.OrdinalIgnoreCase) && summary[^1] is not ('.' or '!' or '?' or '…' or '"' or '”') ? null : summary;
    }

    /// <summary>The pieces of a window's title between marks, of which one is often the site's name.</summary>
    public static IEnumerable<string> PartsOf(string? title) =>
        Squeeze(title).Split([.. Separators, ": "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part.Length < 60).Reverse();

    /// <summary>Whether the letters of a name are those of the host.</summary>
    public static bool IsHost(string text, Uri? url)
    {
        if (url is null) return false;
        var letters = new string(text.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
        return letters.Length > 3 && url.Host.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Contains(letters, StringComparison.OrdinalIgnoreCase);
    }

    private static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        Gather(element, text);
        return Squeeze(text.ToString());
    }

    // Recursion is bounded by the depth that the parser allows.
    private static void Gather(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (text.Length > 1_000) return;
            if (child is IText words) text.Append(words.Data);
            else if (child is IElement { LocalName: "br" }) text.Append(' ');
            else Gather(child, text);
        }
    }

    internal static string Squeeze(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\u00AD' or '\u200B' or '\uFEFF') continue;
            if (!char.IsWhiteSpace(letter)) squeezed.Append(letter);
            else if (squeezed.Length > 0 && squeezed[^1] != ' ') squeezed.Append(' ');
        }

        return squeezed.ToString().TrimEnd();
    }
}
