using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Finds the date in the page's own <c>time</c> elements and microdata: the one nearest to the title.</summary>
internal static class MarkedDate
{
    private const Hint Elsewhere = Hint.Comments | Hint.Related | Hint.Footer | Hint.Side | Hint.Navigation | Hint.Card;

    public static DateTimeOffset? Find(IElement body, Scene scene)
    {
        foreach (var element in body.GetElementsByTagName("*"))
        {
            var property = element.GetAttribute("itemprop");
            var isTime = element.LocalName == "time";
            if (property is "datePublished" or "dateCreated" || isTime && element.HasAttribute("pubdate") || IsPublishedAbbreviation(element))
            {
                if (ReadOf(element) is { } published) return published;
            }
        }

        DateTimeOffset? first = null;
        var nearest = int.MaxValue;
        foreach (var block in scene.Page.Blocks)
        {
            var distance = Math.Abs(block.Index - scene.Anchor);
            if (distance >= Math.Min(nearest, 25) || (scene.HintsApartFromTitle(block) & Elsewhere) != Hint.None && distance > 4) continue;
            if (TimeIn(block) is not { } time || ReadOf(time) is not { } date) continue;
            if (Labels.IsUpdate(block.Text)) distance += 10;
            if (distance < nearest) (first, nearest) = (date, distance);
        }

        return first;
    }

    private static IElement? TimeIn(Block block)
    {
        foreach (var node in block.Nodes)
        {
            for (var at = node.Parent; at is IElement element; at = at.Parent)
            {
                if (element.LocalName == "time") return element;
                if (element == block.Box.Element) break;
            }
        }

        return null;
    }

    private static DateTimeOffset? ReadOf(IElement element) =>
        DateText.ReadIso(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title"));

    /// <summary>As the hAtom microformat has it.</summary>
    private static bool IsPublishedAbbreviation(IElement element) =>
        element.LocalName == "abbr" && element.ClassList.Contains("published") && element.HasAttribute("title");
}
