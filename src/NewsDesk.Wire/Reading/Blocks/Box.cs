using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>A block-level element of the page with what is known of it and what it holds.</summary>
internal sealed class Box(IElement element, Box? parent, Hint own)
{
    public IElement Element { get; } = element;

    /// <summary>The element's name; asked for so often that asking the element would be felt.</summary>
    public string Tag { get; } = element.LocalName;

    public Box? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public Hint Own { get; } = own;

    /// <summary>Hints of this box and all around it.</summary>
    public Hint Around { get; } = parent is null ? own : parent.Around | own;

    /// <summary>Hints of this box and those around it up to the one that also holds the title.</summary>
    public Hint ApartFromTitle { get; set; }

    public int FirstBlock { get; set; }

    /// <summary>The index after the last block within.</summary>
    public int EndBlock { get; set; }

    public int Words { get; set; }

    public int LinkWords { get; set; }

    public int Links { get; set; }

    public int Paragraphs { get; set; }

    /// <summary>Words in paragraphs that read like prose.</summary>
    public int ProseWords { get; set; }

    public int Commas { get; set; }

    public int Headings { get; set; }

    public int Pictures { get; set; }

    public int Fields { get; set; }

    public int Times { get; set; }

    /// <summary>How many siblings have the same tag and class, itself among them: cards, posts, rows.</summary>
    public int Alike { get; set; }

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    public bool Holds(Block block) => block.Index >= FirstBlock && block.Index < EndBlock;

    public void AddTo(Box outer)
    {
        outer.Words += Words;
        outer.LinkWords += LinkWords;
        outer.Links += Links;
        outer.Paragraphs += Paragraphs;
        outer.ProseWords += ProseWords;
        outer.Commas += Commas;
        outer.Headings += Headings;
        outer.Pictures += Pictures;
        outer.Fields += Fields;
        outer.Times += Times;
    }
}
