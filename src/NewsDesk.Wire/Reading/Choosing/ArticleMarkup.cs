using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Builds the article's own tree from the kept blocks and cleans it.</summary>
internal static class ArticleMarkup
{
    public static string Of(Page page, IReadOnlyList<Block> kept)
    {
        if (kept.Count == 0) return "";
        var wanted = new HashSet<INode>();
        foreach (var node in kept.SelectMany(block => block.Nodes))
        {
            for (INode? at = node; at is not null && wanted.Add(at); at = at.Parent) { }
        }

        var root = page.Document.CreateElement("div");
        Copy(page.Document.Body!, root, wanted);
        return HtmlCleaner.Clean(root.InnerHtml, page.Url);
    }

    // Recursion is bounded by the depth that the parser allows.
    private static void Copy(INode from, INode to, HashSet<INode> wanted)
    {
        foreach (var child in from.ChildNodes)
        {
            if (!wanted.Contains(child))
            {
                if (child is IElement { LocalName: "br" }) to.AppendChild(child.Clone(false));
                else if (child is IText text && string.IsNullOrWhiteSpace(text.Data)) to.AppendChild(text.Clone(false));
                continue;
            }

            var copy = child.Clone(false);
            to.AppendChild(copy);
            Copy(child, copy, wanted);
        }
    }
}
