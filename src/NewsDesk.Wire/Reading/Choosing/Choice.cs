using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>The blocks kept of a page, and the box that holds most of them.</summary>
internal sealed record Choice(Box? Container, IReadOnlyList<Block> Kept)
{
    private const Hint Furniture = Hint.Navigation | Hint.Footer | Hint.Comments | Hint.Related | Hint.Share | Hint.Promotion |
                                   Hint.Advert | Hint.Consent | Hint.Dialog;

    public static Choice Of(BlockList page)
    {
        if (Containers.Choose(page) is not { } box) return new(null, page.Blocks.Where(block => block.LinkDensity < 0.5).ToList());
        return new(box, page.Blocks.Where(block => box.Holds(block) && Keeps(block, box)).ToList());
    }

    private static bool Keeps(Block block, Box container)
    {
        for (var box = block.Box; box != container && box is not null; box = box.Parent)
        {
            if ((box.Own & Furniture) != Hint.None && !block.IsProse) return false;
            if (box.Element.LocalName is "nav" or "aside" or "footer") return false;
        }

        return block.LinkDensity < 0.6 || block.Words > 12 && block.LinkDensity < 0.9;
    }
}
