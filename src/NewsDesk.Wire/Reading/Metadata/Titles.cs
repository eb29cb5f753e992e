using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds a page's headline and takes the site's name off it.</summary>
internal static partial class Titles
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " › ", " ~ ", " ⋆ ", " : "];

    /// <summary>Written without spaces around them, beside Chinese and Japanese.</summary>
    private static readonly string[] TightSeparators = ["｜", "|", "＿", "_", "－", "丨", "│", "・", "：", " - ", "-"];

    /// <summary>In characters, of Chinese and Japanese titles and of the names behind them.</summary>
    private const int ShortestTight = 6;
    private const int LongestTightName = 12;

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

    private static HashSet<string> WordsOf(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '!', '?', '"', '“', '”', '(', ')', '-', '–', '—', '|', '’', '\'', '｜', '＿', '_', '－', '・', '、', '。', '，', '：', '！', '？', '「', '」'], StringSplitOptions.RemoveEmptyEntries);
        // Where words are not parted, two letters are as good as one.
        return words.SelectMany(word => HasIdeographs(word) && word.Length > 2 ? Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2)) : [word]).ToHashSet(StringComparer.Ordinal);
    }

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

        return HasIdeographs(title) ? WithoutSiteTight(title, siteName, url) : title;
    }

    /// <summary>A colon, a dot and a plain hyphen are part of many titles: what stands behind them must be known to be the site.</summary>
    private static string WithoutSiteTight(string title, string? siteName, Uri? url)
    {
        foreach (var separator in TightSeparators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (IsSite(after, siteName, url) || separator is not ("・" or "：" or "-") && before.Length >= ShortestTight && after.Length is > 0 and <= LongestTightName && after.Length < before.Length)
                return WithoutSiteTight(before, siteName, url);
        }

        return title;
    }

    private static bool HasIdeographs(string text) => text.AsSpan().ContainsAnyInRange('\u3040', '\u9FFF');

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

    /// <summary>What a window's title says before or after the page's own, the outermost piece of it; null if that is more than a name.</summary>
    public static string? NameBeside(string? window, string title)
    {
        var whole = Squeeze(window);
        var at = whole.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || whole.Length == title.Length || whole.Length > MaxTitle) return null;
        var (before, after) = (whole[..at], whole[(at + title.Length)..]);
        if (before.Length > 0 && after.Length > 0) return null;
        var isAfter = after.Length > 0;
        var pieces = $" {before}{after} ".Split([.. Separators, .. HasIdeographs(whole) ? TightSeparators : [], ": "], StringSplitOptions.None).Select(piece => piece.Trim()).ToArray();
        // What only goes on is no name: a mark must stand between the two.
        if (pieces.Length < 2 || pieces[isAfter ? 0 : ^1].Length > 0) return null;
        var name = pieces[isAfter ? ^1 : 0];
        return name.Length is > 1 and < 40 && name.Split(' ').Length <= LongestName + 2 && name.Any(char.IsLetter) ? name : null;
    }

    /// <summary>The pieces of a window's title between marks, of which one is often the site's name.</summary>
    public static IEnumerable<string> PartsOf(string? title) =>
        Squeeze(title).Split([.. Separators, ": "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part.Length < 60).Reverse();

    /// <summary>Whether the letters of a name are those of the host, which often leaves its "The" and its accents out.</summary>
    public static bool IsHost(string text, Uri? url)
    {
        if (url is null) return false;
        var host = url.Host.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return IsIn(text) || Article().Replace(text, "") is var rest && rest.Length < text.Length && IsIn(rest);

        bool IsIn(string name) => new string(string.Concat(name.Where(letter => !char.IsSurrogate(letter))).Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit).ToArray()) is { Length: > 3 } letters && host.Contains(letters, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:the|la|le|les|el|los|il|lo|die|der|das|de|het|o|a|os)\s+|^l['’]", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Article();

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
