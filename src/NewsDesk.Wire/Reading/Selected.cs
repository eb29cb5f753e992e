using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading;

/// <summary>What a source's own selectors find in a page; it goes before what the general rules find.</summary>
internal static class Selected
{
    public static void Remove(Page page, string? selector)
    {
        foreach (var element in Find(page, selector)) element.Remove();
    }

    /// <summary>The blocks within the selected elements; null if there are none.</summary>
    public static IReadOnlyList<Block>? Content(Page page, Scene scene, string? selector)
    {
        var elements = Find(page, selector).ToHashSet();
        if (elements.Count == 0) return null;
        // A box comes before those within it, so that what it holds is marked once.
        var isWithin = new bool[scene.Count];
        var marked = 0;
        foreach (var box in scene.Page.Boxes.Where(box => elements.Contains(box.Element)))
        {
            for (var i = Math.Max(marked, box.FirstBlock); i < box.EndBlock; i++) isWithin[i] = true;
            marked = Math.Max(marked, box.EndBlock);
        }

        var blocks = scene.Page.Blocks.Where(block => isWithin[block.Index]).ToList();
        return blocks.Count == 0 ? null : blocks;
    }

    public static IReadOnlyList<string>? Authors(Page page, string? selector)
    {
        var names = Find(page, selector).SelectMany(element => PersonNames.Split(element.GetAttribute("content") ?? element.TextContent))
            .Where(name => PersonNames.IsName(name, null)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count == 0 ? null : names;
    }

    public static DateTimeOffset? Published(Page page, string? selector, string? language)
    {
        foreach (var element in Find(page, selector))
        {
            var text = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent;
            if (DateText.ReadIso(text) is { } machine) return machine;
            if (WrittenDate.Find(Titles.Squeeze(text), language) is { } written) return written.Date;
        }

        return null;
    }

    private static List<IElement> Find(Page page, string? selector)
    {
        if (string.IsNullOrWhiteSpace(selector)) return [];
        try
        {
            return [.. page.Document.QuerySelectorAll(selector)];
        }
        catch (DomException problem)
        {
            throw new ArgumentException($"\"{selector}\" is no CSS selector; correct it where the source is set up", nameof(selector), problem);
        }
    }
}
