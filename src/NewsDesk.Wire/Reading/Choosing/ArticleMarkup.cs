using AngleSharp.Dom;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Builds the article's own tree from the kept blocks and pictures, and cleans it.</summary>
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

        var article = page.Document.CreateElement("div");
        Copy(page.Document.Body!, article, wanted);
        return HtmlCleaner.Clean(article, page.Url);
    }

    // Recursion is bounded by the depth that the parser allows.
    private static void Copy(INode from, INode to, HashSet<INode> wanted)
    {
        var children = from.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (!IsCopied(child, from, wanted)) continue;
            var copy = CopyOf(child);
            to.AppendChild(copy);
            Copy(child, copy, wanted);
            if (copy is IElement { LocalName: "img" or "source" } picture) LazyPictures.Repair(picture);
        }
    }

    /// <summary>What is wanted, and what the wanted cannot do without: line breaks, white space, a picture's other sizes.</summary>
    private static bool IsCopied(INode node, INode parent, HashSet<INode> wanted) =>
        wanted.Contains(node)
        || node is IElement { LocalName: "br" or "source" }
        || node is IElement { LocalName: "img" } && parent is IElement { LocalName: "picture" }
        || node is IText text && string.IsNullOrWhiteSpace(text.Data);

    private static INode CopyOf(INode node)
    {
        if (node is not IText text) return node.Clone(false);
        var plain = LeakedAttributes.Remove(text.Data);
        var copy = (IText)text.Clone(false);
        if (plain.Length != text.Data.Length) copy.Data = plain;
        return copy;
    }
}
