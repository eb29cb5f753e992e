using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Chooses the box that holds the article: where most prose stands closest together.</summary>
internal static class Containers
{
    private const Hint Furniture = Hint.Navigation | Hint.Footer | Hint.Side | Hint.Comments | Hint.Related | Hint.Share | Hint.Promotion |
                                   Hint.Advert | Hint.Consent | Hint.Dialog;

    public static Box? Choose(BlockList page)
    {
        var scores = new Dictionary<Box, double>();
        foreach (var block in page.Blocks.Where(block => block.IsProse))
        {
            var worth = Math.Min(block.Words, 120) / 20.0 + Math.Min(block.Commas, 6);
            if ((block.Box.Around & Furniture) != Hint.None) worth *= 0.3;
            var share = 1.0;
            for (var (box, step) = (block.Box.Parent ?? block.Box, 0); box is not null && step < 5; box = box.Parent, step++, share *= 0.6)
                scores[box] = scores.GetValueOrDefault(box) + worth * share;
        }

        if (scores.Count == 0) return null;
        var best = scores.MaxBy(pair => pair.Value * (1 - pair.Key.LinkDensity) * Worth(pair.Key)).Key;
        while (best.Parent is { } outer && outer.ProseWords > best.ProseWords * 1.15 && outer.Tag is not ("body" or "html") && outer.LinkDensity < 0.4)
            best = outer;
        return best;
    }

    private static double Worth(Box box)
    {
        var worth = 1.0;
        if ((box.Own & (Hint.Body | Hint.Article | Hint.Content)) != Hint.None) worth *= 1.3;
        if ((box.Own & Furniture) != Hint.None) worth *= 0.4;
        return worth;
    }
}
