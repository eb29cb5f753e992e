using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>The captions of a series of pictures, which are kept or left together.</summary>
internal static class Captions
{
    private const int FewestInRow = 3;

    /// <summary>In steps up from a caption to what is repeated: the figure, a slide, a list's item.</summary>
    private const int MaxSteps = 4;

    /// <summary>Adds to what is kept the captions of a row most of whose captions are kept: a short one among them is judged too hard.</summary>
    public static IReadOnlyList<Block> WithTheirLikes(IReadOnlyList<Block> kept, Scene scene)
    {
        var captions = scene.Page.Blocks.Where(block => CaptionAround(block) is not null).ToList();
        if (captions.Count < FewestInRow) return kept;
        var isKept = kept.Select(block => block.Index).ToHashSet();
        var missing = captions.GroupBy(RowOf)
            .Where(row => row.Key.Parent is not null && row.Count() >= FewestInRow && row.Count(block => isKept.Contains(block.Index)) * 2 > row.Count())
            .SelectMany(row => row).Where(block => !isKept.Contains(block.Index)).ToList();
        return missing.Count == 0 ? kept : [.. kept.Concat(missing).OrderBy(block => block.Index)];
    }

    /// <summary>The caption that the block is, or is the text of.</summary>
    public static Box? CaptionAround(Block block) =>
        (block.Box.Own & Hint.Caption) != Hint.None ? block.Box : (block.Box.Parent is { } around && (around.Own & Hint.Caption) != Hint.None) ? around : null;

    private static (Box? Parent, string? Name) RowOf(Block block)
    {
        var (box, steps) = (CaptionAround(block), 0);
        while (box is { Alike: < FewestInRow } && steps++ < MaxSteps) box = box.Parent;
        return box is { Alike: >= FewestInRow } ? (box.Parent, box.Element.ClassName) : (null, null);
    }
}
