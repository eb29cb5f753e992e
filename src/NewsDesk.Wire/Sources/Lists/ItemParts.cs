using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Sources.Lists;

/// <summary>What one item of a list says of its article: title, time, summary.</summary>
internal static class ItemParts
{
    private const string Headings = "h1, h2, h3, h4, h5, h6, [role=heading]";

    private const int MaxTitle = 400;

    /// <summary>In characters; shorter lines are labels, such as a section's name.</summary>
    private const int ShortestSummary = 40;

    private const int LongestSummary = 1_500;

    public static ListedLink? Of(Page page, IElement item, IElement link, ListSelectors selectors, string? language)
    {
        if (page.Resolve(link.GetAttribute("href")) is not { } url) return null;
        var title = TextOf(First(item, selectors.Title)) ?? TitleOf(item, link);
        return new ListedLink(url.AbsoluteUri)
        {
            Title = title is { Length: > MaxTitle } ? title[..MaxTitle] : title,
            Published = TimeOf(item, selectors.Time, language) ?? AddressDate.Find(url),
            Summary = selectors.Summary is not null ? TextOf(First(item, selectors.Summary)) : SummaryOf(item, title),
            Language = language,
        };
    }

    /// <summary>The heading around or in the link, else the link's own words, else what the picture in it shows.</summary>
    public static string? TitleOf(IElement item, IElement link) =>
        TextOf(link.Closest(Headings) is { } around && item.Contains(around) ? around : null)
        ?? TextOf(link.QuerySelector(Headings))
        ?? Longer(TextOf(link), TextOf(item.QuerySelector(Headings)))
        ?? Squeeze(link.GetAttribute("title") ?? link.GetAttribute("aria-label") ?? link.QuerySelector("img[alt]")?.GetAttribute("alt"));

    public static string? TextOf(INode? node) => node is null ? null : Squeeze(node.TextContent);

    public static IElement? First(IElement item, string? selector) =>
        selector is null ? null : item.Matches(selector) ? item : item.QuerySelector(selector);

    private static string? Longer(string? own, string? heading) => own is null || (heading is not null && own.Length < 12 && heading.Length > own.Length) ? heading : own;

    private static DateTimeOffset? TimeOf(IElement item, string? selector, string? language)
    {
        foreach (var element in item.QuerySelectorAll(selector ?? "time, [datetime], [class*=date], [class*=time], [itemprop=datePublished]").Take(8))
        {
            if (DateText.ReadIso(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent) is { } machine) return machine;
            if (TextOf(element) is { } written && WrittenDate.Find(written, language) is { } found) return found.Date;
        }

        return null;
    }

    private static string? SummaryOf(IElement item, string? title)
    {
        foreach (var paragraph in item.QuerySelectorAll("p, [class*=summary], [class*=excerpt], [class*=teaser-text], [class*=description]").Take(8))
        {
            if (TextOf(paragraph) is { Length: >= ShortestSummary and <= LongestSummary } text && text != title) return text;
        }

        return null;
    }

    public static string? Squeeze(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } squeezed ? squeezed : null;
}
