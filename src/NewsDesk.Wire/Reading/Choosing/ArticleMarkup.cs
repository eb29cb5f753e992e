using AngleSharp.Dom;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>
/// Writes the kept blocks and pictures, cleaned, with the elements around them. What is to be mended is mended in the page's own tree:
/// this is the last that is done with it.
/// </summary>
internal static class ArticleMarkup
{
    public static string Of(Page page, Scene scene, IReadOnlyList<Block> kept)
    {
        if (kept.Count == 0) return "";
        var wanted = new HashSet<INode>();
        foreach (var node in kept.SelectMany(block => block.Nodes).Concat(KeptPictures.Of(scene, kept)))
        {
            for (INode? at = node; at is not null && wanted.Add(at); at = at.Parent) { }
        }

        foreach (var node in wanted) Mend(node);
        return HtmlCleaner.Clean(page.Document.Body!, page.Url, isWanted: node => wanted.Contains(node) || GoesAlong(node));
    }

    /// <summary>What the wanted cannot do without: line breaks, white space, a picture's other sizes.</summary>
    private static bool GoesAlong(INode node) => node switch
    {
        IElement { LocalName: "br" or "source" } => true,
        IElement { LocalName: "img" } => node.Parent is IElement { LocalName: "picture" },
        IText text => string.IsNullOrWhiteSpace(text.Data),
        _ => false,
    };

    private static void Mend(INode node)
    {
        if (node is IText text)
        {
            var plain = LeakedAttributes.Remove(text.Data);
            if (plain.Length != text.Data.Length) text.Data = plain;
        }
        else if (node is IElement { LocalName: "img" or "iframe" } picture)
        {
            LazyPictures.Repair(picture);
        }
        else if (node is IElement { LocalName: "picture" } sizes)
        {
            foreach (var size in sizes.Children)
            {
                if (size.LocalName is "img" or "source") LazyPictures.Repair(size);
            }
        }
    }
}
