using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>A run of text with no block's border in it: a paragraph, a heading, a list item, a cell.</summary>
internal sealed record Block(int Index, Box Box, string Text, IReadOnlyList<INode> Nodes)
{
    public required int Words { get; init; }

    public required int LinkWords { get; init; }

    public required int Links { get; init; }

    /// <summary>Sentence ends and commas, of any script.</summary>
    public required int Commas { get; init; }

    public required int Stops { get; init; }

    public required bool Bold { get; init; }

    /// <summary>Hints of the inline elements that the text begins in.</summary>
    public required Hint Inline { get; init; }

    /// <summary>
    /// The hints of the boxes around that do not also hold the title: what a page's outermost boxes are called ("with-sidebar",
    /// "has-footer") says nothing of what stands in them. Known once the page's scene is.
    /// </summary>
    public Hint HintsApartFromTitle => Inline | Box.Own | (Box.Parent?.ApartFromTitle ?? Hint.None);

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    public string Tag => Box.Tag;

    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];

    /// <summary>Reads like a sentence or more of running text.</summary>
    public bool IsProse => Words >= 12 && LinkDensity < 0.4 && Stops > 0 && !IsHeading;
}
