using AngleSharp.Dom;
using NewsDesk.Markup.Cleaning;

namespace NewsDesk.Markup.Plain;

/// <summary>Goes through a parsed tree without recursion and writes its text.</summary>
internal sealed class TextWalk
{
    private struct Level
    {
        public INodeList Nodes;
        public int Next;
        public int BreakAfter;
        public bool InPre;

        /// <summary>In an item of a list a block begins a line, not a paragraph.</summary>
        public bool InItem;

        public bool SkipText;
    }

    private readonly Lines _lines = new();

    public static string OfText(string text)
    {
        var lines = new Lines();
        lines.Words(text);
        return SafeText.Plain(lines.ToString());
    }

    public string Run(INode root)
    {
        if (root is IText own) _lines.Words(own.Data);
        var levels = new Stack<Level>();
        levels.Push(new Level { Nodes = root.ChildNodes, InPre = root is IElement { LocalName: "pre" } });
        while (levels.TryPop(out var level))
        {
            if (level.Next == level.Nodes.Length)
            {
                if (level.BreakAfter > 0) _lines.Break(level.BreakAfter);
                continue;
            }

            var node = level.Nodes[level.Next++];
            levels.Push(level);
            switch (node)
            {
                case IText text when level.SkipText: break;
                case IText text when level.InPre: _lines.Verbatim(text.Data); break;
                case IText text: _lines.Words(text.Data); break;
                case IElement element when Enter(element, level) is { } inside: levels.Push(inside); break;
            }
        }

        return SafeText.Plain(_lines.ToString());
    }

    private Level? Enter(IElement element, Level around)
    {
        var rule = ElementTable.For(element);
        if (rule.Treatment is Treatment.Drop or Treatment.Frame) return null;

        var strength = rule.Name switch
        {
            "li" or "dt" or "dd" or "tr" => 1,
            "table" or "caption" => 2,
            _ when rule.Is(Shape.EndsParagraph) => around.InItem ? 1 : 2,
            _ => 0,
        };
        if (strength > 0) _lines.Break(strength);
        else if (rule.Name == "br") _lines.BreakLine();
        else if (rule.Name is "td" or "th") _lines.BeginCell();

        return rule.Is(Shape.Void) ? null : new Level
        {
            Nodes = element.ChildNodes,
            BreakAfter = strength,
            InPre = around.InPre || rule.Name == "pre" || rule.Treatment == Treatment.Preformatted,
            InItem = rule.Name is "li" or "dd" || (around.InItem && !rule.Is(Shape.Boundary)),
            SkipText = element.LocalName == "noscript",
        };
    }
}
