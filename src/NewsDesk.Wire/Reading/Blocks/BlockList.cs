using System.Text;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>A page's text as blocks in order, and the boxes that they stand in.</summary>
internal sealed class BlockList(bool concealedToo)
{
    private readonly HintWords _hints = new();
    private readonly List<Block> _blocks = [];
    private readonly List<Box> _boxes = [];
    private readonly List<Picture> _pictures = [];
    private readonly RunOfText _run = new();

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Every box of the page, a box before those within it.</summary>
    public IReadOnlyList<Box> Boxes => _boxes;

    public IReadOnlyList<Picture> Pictures => _pictures;

    /// <summary>A picture or a frame, and the number of blocks that stand before it.</summary>
    public sealed record Picture(IElement Element, Box Box, int Before);

    /// <summary>In words. Pages that their own program fills keep their text in what is shown without it, or hidden until it has run.</summary>
    private const int TooFew = 150;

    public static BlockList Of(IElement root)
    {
        var seen = new BlockList(concealedToo: false);
        seen.Walk(root, null);
        if (seen._boxes[0].Words >= TooFew) return seen;
        var all = new BlockList(concealedToo: true);
        all.Walk(root, null);
        return all._boxes[0].Words > seen._boxes[0].Words * 2 ? all : seen;
    }

    private void Walk(IElement element, Box? parent)
    {
        var box = new Box(element, parent, _hints.Of(element)) { FirstBlock = _blocks.Count };
        _boxes.Add(box);
        WalkChildren(element, box);
        Flush(box);
        box.EndBlock = _blocks.Count;
        if (parent is not null) box.AddTo(parent);
    }

    // Recursion is bounded by the depth that the parser allows.
    private void WalkChildren(INode node, Box box)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text) _run.Add(text, box.Tag == "pre" || IsWithinPre(box));
            else if (children[i] is IElement element) WalkElement(element, box);
        }
    }

    private void WalkElement(IElement element, Box box)
    {
        var name = element.LocalName;
        if (name is "input" or "textarea" or "select" or "button") box.Fields++;
        if (name == "time") box.Times++;
        // The cleaner knows the players among the frames, and makes links of them.
        if (name == "iframe") _pictures.Add(new(element, box, _blocks.Count));
        if (Elements.IsMute(name) || !concealedToo && Concealed.IsConcealed(element)) return;
        if (name == "br")
        {
            if (_run.Break()) Flush(box);
        }
        else if (name is "img" or "picture")
        {
            box.Pictures++;
            _pictures.Add(new(element, box, _blocks.Count));
            if (name == "img") _run.Attach(element);
        }
        else if (Elements.IsBlock(name))
        {
            Flush(box);
            Walk(element, box);
        }
        else
        {
            var style = InlineStyle.Of(element);
            _run.Enter(style);
            WalkChildren(element, box);
            _run.Leave(style);
        }
    }

    private void Flush(Box box)
    {
        if (_run.Take(_blocks.Count, box, _hints) is not { } block) return;
        _blocks.Add(block);
        box.Words += block.Words;
        box.LinkWords += block.LinkWords;
        box.Links += block.Links;
        box.Commas += block.Commas;
        if (block.IsHeading) box.Headings++;
        if (!block.IsProse) return;
        box.Paragraphs++;
        box.ProseWords += block.Words;
    }

    private static bool IsWithinPre(Box box)
    {
        for (var (outer, steps) = (box.Parent, 0); outer is not null && steps < 3; outer = outer.Parent, steps++)
        {
            if (outer.Tag == "pre") return true;
        }

        return false;
    }
}
