using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Sources.Lists;

/// <summary>A list found by the selectors that its source carries.</summary>
internal static class SelectedList
{
    public static IEnumerable<ListedLink> Of(Page page, ListSelectors selectors)
    {
        var language = page.Document.DocumentElement.GetAttribute("lang");
        foreach (var item in page.Document.QuerySelectorAll(selectors.Item ?? selectors.Link!).Take(ListPage.MaxLinks))
        {
            if (LinkOf(item, selectors) is { } link && ItemParts.Of(page, item, link, selectors, language) is { } found) yield return found;
        }
    }

    private static IElement? LinkOf(IElement item, ListSelectors selectors)
    {
        if (selectors.Link is not null)
        {
            var chosen = ItemParts.First(item, selectors.Link);
            return chosen is null || chosen.HasAttribute("href") ? chosen : chosen.QuerySelector("a[href]") ?? chosen.Closest("a[href]");
        }

        return item.HasAttribute("href") ? item
            : item.QuerySelector(":is(h1, h2, h3, h4, h5, h6) a[href]") ?? item.QuerySelector("a[href]") ?? item.Closest("a[href]");
    }
}
