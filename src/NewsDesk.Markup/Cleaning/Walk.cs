using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Goes through a parsed tree without recursion and writes what the rules let pass.</summary>
internal sealed class Walk(CleanContext context, CleanOutput output, Func<INode, bool>? isWanted)
{
    /// <summary>Elements that may be open at once; a browser stops at 512, and our own page has some open too.</summary>
    private const int MaxDepth = 128;

    private struct Level
    {
        public INodeList Nodes;
        public int Next;

        /// <summary>How deep the output was before the element whose children these are.</summary>
        public int Before;

        /// <summary>How deep it is inside of it; what is open beyond are parts of a table that were missing.</summary>
        public int Within;

        public bool SkipText;
    }

    private readonly ElementWriter _write = new(context, output);

    public void Run(INode root)
    {
        var levels = new List<Level> { new() { Nodes = root.ChildNodes } };
        while (levels.Count > 0)
        {
            // What is read of the level is read before the list of them grows and moves.
            ref var level = ref CollectionsMarshal.AsSpan(levels)[^1];
            if (level.Next == level.Nodes.Length)
            {
                output.CloseTo(level.Before);
                levels.RemoveAt(levels.Count - 1);
                continue;
            }

            var node = level.Nodes[level.Next++];
            if (isWanted is not null && !isWanted(node)) continue;
            switch (node)
            {
                case IText text when !level.SkipText:
                    Write(text.Data, level.Within);
                    break;
                case IElement element when Enter(element, level.Within) is { } inside:
                    levels.Add(inside);
                    break;
            }
        }
    }

    private void Write(string text, int within)
    {
        if (output.Inside.Place == Place.Flow || string.IsNullOrWhiteSpace(text) || MakeRoom(Place.Flow, within)) output.Text(text);
    }

    /// <summary>Writes the start of an element, and answers its inside when that is to be walked.</summary>
    private Level? Enter(IElement element, int within)
    {
        var rule = ElementTable.For(element);
        var inside = new Level { Nodes = element.ChildNodes, Before = output.Depth, Within = output.Depth };
        switch (rule.Treatment)
        {
            case Treatment.Unwrap:
                // With scripts on, a parser keeps what is in a noscript as text.
                return inside with { SkipText = element.LocalName == "noscript" };
            case Treatment.Division when output.InsideAt(within).Place != Place.Flow:
                return inside;
            case Treatment.Division or Treatment.Preformatted or Treatment.Keep:
                if (!_write.IsOfUse(element)) return rule.Name == "a" ? inside : null;
                if (NameFor(rule, within) is not { } name) return rule.Is(Shape.Void) ? null : inside;
                inside = inside with { Before = output.Depth };
                _write.Start(element, name == rule.Name ? rule : ElementTable.Rules[name], name);
                return rule.Is(Shape.Void) ? null : inside with { Within = output.Depth };
            case Treatment.Frame:
                var source = element.GetAttribute(rule.Name == "object" ? "data" : "src");
                if (source is null || output.Inside.InLink) return null;
                if (VideoPlayers.Find(source, context.Addresses) is { } video && MakeRoom(Place.Flow, within))
                    _write.Video(video, element.GetAttribute("title"));
                return null;
            default:
                if (rule.Name == "input" && context.Rules.TaskLists && element.GetAttribute("type") == "checkbox" && MakeRoom(Place.Flow, within))
                    _write.TaskBox(element);
                return null;
        }
    }

    /// <summary>The name an element is written under in this place; null when only what is in it may be.</summary>
    private string? NameFor(ElementRule rule, int within)
    {
        var wanted = Nesting.Wanted(rule.Name);
        var inFlow = output.InsideAt(within).Place == Place.Flow;
        if (!inFlow && !MakeRoom(wanted, within)) return null;
        if (output.Depth >= MaxDepth && inFlow && !rule.Is(Shape.Void)) return null;
        return rule.Treatment switch
        {
            Treatment.Division => "div",
            Treatment.Preformatted => "pre",
            _ when output.Inside.Place == Place.Flow => output.Inside.NameFor(rule, output.Parent),
            _ => rule.Name,
        };
    }

    /// <summary>
    /// Closes and opens parts of a table until its next cell, row or caption can stand here. A parsed tree has its tables in order;
    /// one that was made by hand, or whose parts were unwrapped, need not.
    /// </summary>
    private bool MakeRoom(Place wanted, int within)
    {
        var here = output.InsideAt(within).Place;
        if (here == Place.Columns || wanted == Place.Columns) return here == wanted;
        if (here > wanted) return false;

        while (output.Depth > within && output.Inside.Place != wanted) output.CloseTo(output.Depth - 1);
        while (output.Inside.Place != wanted)
        {
            var part = output.Inside.Place switch { Place.Table => "tbody", Place.Rows => "tr", _ => "td" };
            output.BeginStartTag(ElementTable.Rules[part], part);
            output.EndStartTag(part);
        }

        return true;
    }
}
