using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Sources.Lists;

/// <summary>
/// Guesses which links of a page are its articles: boxes of one build that repeat in the main area, each around one address with
/// a headline. A menu repeats as well, but its words are few, and it stands where menus stand.
/// </summary>
internal static class ListGuess
{
    private const int FewestItems = 3;

    private const int MaxAnchors = 4_000;

    /// <summary>In letters; a headline has more.</summary>
    private const int ShortestTitle = 15;

    /// <summary>Scripts that write a word in a letter or two say as much in fewer.</summary>
    private const int ShortestDenseTitle = 6;

    /// <summary>A kind of box that is this much as good as the best belongs to the list too: leads are built otherwise than the rest.</summary>
    private const double GoodEnough = 0.55;

    private static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase) { "nav", "footer", "aside", "form", "menu", "dialog", "template" };

    private static readonly string[] ElsewhereWords =
        ["nav", "menu", "footer", "sidebar", "breadcrumb", "pagination", "pager", "share", "social", "comment", "cookie", "subscribe", "newsletter", "advert", "promo", "sponsor", "toolbar", "skip"];

    private static readonly string[] FileEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".zip", ".mp3", ".mp4", ".xml", ".rss", ".ics", ".css", ".js"];

    private sealed record Item(IElement Box, IElement Link, string Title, string Key, double Worth, int Place);

    public static IEnumerable<ListedLink> Of(Page page, Uri url, ListSelectors selectors)
    {
        var items = ItemsOf(page, url);
        if (items.Count < FewestItems) return [];
        var groups = items.GroupBy(item => item.Key, StringComparer.Ordinal)
            .Select(group => (Items: group.ToList(), Sum: group.Sum(item => item.Worth), Mean: group.Average(item => item.Worth)))
            .Where(group => group.Items.Count >= FewestItems).ToList();
        if (groups.Count == 0) return [];
        var best = groups.MaxBy(group => group.Sum);
        var language = page.Document.DocumentElement.GetAttribute("lang");
        return groups.Where(group => group.Mean >= best.Mean * GoodEnough).SelectMany(group => group.Items).OrderBy(item => item.Place)
            .Select(item => ItemParts.Of(page, item.Box, item.Link, selectors, language) is { } link ? link with { Title = item.Title } : null).OfType<ListedLink>();
    }

    private static List<Item> ItemsOf(Page page, Uri url)
    {
        var body = page.Document.Body!;
        var links = body.QuerySelectorAll("a[href]").Take(MaxAnchors).Select(link => (Link: link, Url: page.Resolve(link.GetAttribute("href"))))
            .Where(one => one.Url is not null && MayBeArticle(one.Url, url) && !StandsElsewhere(one.Link, body))
            .Select(one => (one.Link, Url: CanonicalUrl.Of(one.Url!))).ToList();

        // How many different titled addresses lie in each element, counted upwards once.
        var titled = links.GroupBy(one => one.Url, StringComparer.Ordinal)
            .Select(group => (Url: group.Key, Best: group.Select(one => (one.Link, Title: ItemParts.TitleOf(one.Link, one.Link))).MaxBy(one => one.Title?.Length ?? 0)))
            .Where(one => IsHeadline(one.Best.Title)).ToList();
        var within = new Dictionary<IElement, int>();
        foreach (var (_, (link, _)) in titled)
        {
            for (IElement? at = link; at is not null && at != body; at = at.ParentElement) within[at] = within.GetValueOrDefault(at) + 1;
        }

        return [.. titled.Select((one, place) =>
        {
            var box = one.Best.Link;
            while (box.ParentElement is { } parent && parent != body && within.GetValueOrDefault(parent) == 1) box = parent;
            return new Item(box, one.Best.Link, one.Best.Title!, KeyOf(box, one.Best.Link), WorthOf(box, one.Best.Link, one.Best.Title!, one.Url), place);
        })];
    }

    private static bool IsHeadline(string? title) =>
        title is not null && (title.Length >= ShortestTitle || (title.Length >= ShortestDenseTitle && title.Any(letter => letter >= '\u3040' && letter <= '\u9FFF' || letter >= '\uAC00' && letter <= '\uD7A3')));

    private static bool MayBeArticle(Uri target, Uri page) =>
        IsOfOneSite(target.Host, page.Host) && target.AbsolutePath.Length > 1
        && !(target.AbsolutePath == page.AbsolutePath && target.Query == page.Query)
        && !Array.Exists(FileEndings, ending => target.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfOneSite(string one, string other)
    {
        static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var (a, b) = (Bare(one), Bare(other));
        return a == b || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal);
    }

    private static bool StandsElsewhere(IElement link, IElement body)
    {
        for (IElement? at = link; at is not null && at != body; at = at.ParentElement)
        {
            if (Elsewhere.Contains(at.LocalName)) return true;
            if (at.GetAttribute("role") is "navigation" or "contentinfo" or "complementary" or "search" or "menu") return true;
            // Of the whole box only: a page's own wrapper may be called anything.
            var names = $"{at.Id} {at.ClassName}";
            if (names.Length > 1 && at.LocalName is not ("main" or "article") && Words(names).Any(word => Array.Exists(ElsewhereWords, bad => word.StartsWith(bad, StringComparison.OrdinalIgnoreCase)))) return true;
        }

        return false;
    }

    private static string[] Words(string names) => names.Split([' ', '-', '_', ':', '/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How a box is built: its own name and classes and its parent's, without the numbers that some programs put into them; and whether a heading holds the link.</summary>
    private static string KeyOf(IElement box, IElement link) =>
        $"{Build(box.ParentElement)} > {Build(box)} {(IsHeading(link) ? "h" : "")}";

    private static string Build(IElement? element) => element is null ? "" :
        $"{element.LocalName}.{string.Join('.', element.ClassList.Where(name => !name.Any(char.IsAsciiDigit)).Order(StringComparer.Ordinal).Take(3))}";

    private static bool IsHeading(IElement link) => link.Closest("h1, h2, h3, h4, h5, h6") is not null || link.QuerySelector("h1, h2, h3, h4, h5, h6") is not null;

    private static double WorthOf(IElement box, IElement link, string title, string url)
    {
        var path = new Uri(url).AbsolutePath;
        var last = path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        return Math.Min(title.Split(' ').Length, 12)
            + (IsHeading(link) ? 4 : 0)
            + (box.QuerySelector("time") is not null ? 4 : 0)
            + (box.QuerySelector("p") is not null ? 2 : 0)
            + (last.Count(letter => letter is '-' or '_') >= 2 || path.Count(char.IsAsciiDigit) >= 4 ? 3 : 0)
            + (box.Closest("main, article, [role=main]") is not null ? 2 : 0);
    }
}
