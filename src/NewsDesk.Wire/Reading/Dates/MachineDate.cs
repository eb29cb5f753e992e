using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Dates that a page writes for machines beside what it shows: in <c>time</c> elements, microdata and microformats.</summary>
internal static partial class MachineDate
{
    /// <summary>A page of comments has one each.</summary>
    private const int MaxLooked = 100;

    /// <summary>The date of the first that is this article's own.</summary>
    public static DateTimeOffset? FindPublished(IReadOnlyList<IElement> dates)
    {
        foreach (var element in dates.Take(MaxLooked))
        {
            if (Read(element) is { } published && !IsOfAnother(element)) return published;
        }

        return null;
    }

    /// <summary>The date of a <c>time</c> element in the block.</summary>
    public static DateTimeOffset? In(Block block)
    {
        if (block.Box.Times == 0) return null;
        foreach (var node in block.Nodes)
        {
            for (var at = node.Parent; at is IElement element; at = at.Parent)
            {
                if (element.LocalName == "time" && Read(element) is { } date) return date;
                if (element == block.Box.Element) break;
            }
        }

        return null;
    }

    private static DateTimeOffset? Read(IElement element)
    {
        var text = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title");
        return DateText.ReadIso(text) ?? (text is not null && WrittenDate.Find(text, FigureOrder.Unknown) is { } written ? written.Date : null);
    }

    /// <summary>Comments and cards for other articles carry dates of their own.</summary>
    private static bool IsOfAnother(IElement element)
    {
        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.LocalName is "aside" or "nav" or "footer" or "blockquote" || IsOfEmbedded(at) || at.GetAttribute("itemprop") is "comment" or "review") return true;
            foreach (var name in at.ClassList)
            {
                if (name.Contains("comment", StringComparison.OrdinalIgnoreCase) || name.Contains("related", StringComparison.OrdinalIgnoreCase) || name.StartsWith("card", StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    /// <summary>What holds another network's post in the text.</summary>
    public static bool IsOfEmbedded(IElement element) => element.ClassName is { Length: < 300 } name && Embedded().IsMatch(name);

    [GeneratedRegex(@"(?:^|[\s_-])(?:tweet|toot|instagram-media|fb-post|(?:mastodon|bluesky|threads|social)-embed|embedded-(?:post|tweet))(?:$|[\s_-])", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Embedded();
}
