using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>
/// Drops what was kept of boxes that say themselves that they are furniture: they open with a label ("Share this", "Read next"), ask to
/// subscribe, or are called so by the page. On small pages there is little else to tell them by.
/// </summary>
internal sealed class FurnitureBoxes
{
    private const Hint Names = Hint.Share | Hint.Related | Hint.Promotion | Hint.Consent | Hint.Tags;

    /// <summary>In words; a longer block is not taken for an invitation, whatever it says.</summary>
    private const int LongestLine = 40;
    private const int LongestLabel = 8;

    /// <summary>Of a box that asks to subscribe.</summary>
    private const int MostBlocks = 5;

    /// <summary>In words: a paragraph of the article.</summary>
    private const int Paragraph = 22;

    /// <summary>As a share of the kept words.</summary>
    private const double LargestBox = 0.4;

    /// <summary>As a share of the kept words, and in words: where more would go, the page speaks of such things, or is a list of them.</summary>
    private const double MostDropped = 0.5;
    private const int MostWordsDropped = 150;

    private const double LinksMostly = 0.5;

    /// <summary>In blocks; what is looked at of a page that has very many.</summary>
    private const int MaxLooked = 3_000;

    private readonly Scene _scene;
    private readonly Dictionary<Box, bool> _known = [];
    private readonly int _words;
    private readonly int[] _keptBefore;
    private readonly int[] _proseBefore;

    private FurnitureBoxes(IReadOnlyList<Block> kept, Scene scene)
    {
        _scene = scene;
        _keptBefore = new int[scene.Count + 1];
        _proseBefore = new int[scene.Count + 1];
        foreach (var block in kept)
        {
            _keptBefore[block.Index + 1] = block.Words;
            if (block.IsProse && block.Words >= Paragraph && !IsInvitation(block)) _proseBefore[block.Index + 1] = 1;
        }

        for (var i = 1; i <= scene.Count; i++)
        {
            _keptBefore[i] += _keptBefore[i - 1];
            _proseBefore[i] += _proseBefore[i - 1];
        }

        _words = _keptBefore[^1];
    }

    public static IReadOnlyList<Block> Drop(IReadOnlyList<Block> kept, Scene scene)
    {
        var boxes = new FurnitureBoxes(kept, scene);
        var isDropped = new bool[scene.Count];
        var looked = 0;
        foreach (var block in kept.Where(block => block.Words <= LongestLine).TakeWhile(_ => looked++ < MaxLooked))
        {
            if (isDropped[block.Index]) continue;
            var (from, to) = boxes.FurnitureAt(block);
            isDropped.AsSpan(from, to - from).Fill(true);
        }

        var left = kept.Where(block => !isDropped[block.Index]).ToList();
        var dropped = boxes._words - left.Sum(block => block.Words);
        return dropped > Math.Min(MostWordsDropped, boxes._words * MostDropped) ? kept : left;
    }

    /// <summary>The furniture that the block belongs to, as the indices of its first block and after its last; nothing if it belongs to none.</summary>
    private (int From, int To) FurnitureAt(Block block)
    {
        var nothing = (block.Index, block.Index);
        if (block.Index == _scene.TitleBlock || block.Tag is "figcaption" or "pre") return nothing;
        if (IsLabel(block)) return Range(Outermost(block.Box, box => box.FirstBlock == block.Index)) is var (from, to) && to > block.Index + 1 ? (from, to) : (block.Index, EndOfLinks(block));
        if (IsInvitation(block)) return Range(block.Tag == "li" ? null : Outermost(block.Box, box => box.EndBlock - box.FirstBlock <= MostBlocks)) ?? (block.Index, block.Index + 1);
        if (FurniturePhrases.ClaimsRights(block.Text)) return (block.Index, block.Index + 1);
        return Range(Outermost(block.Box, IsFurniture)) ?? nothing;
    }

    private static (int From, int To)? Range(Box? box) => box is null ? null : (box.FirstBlock, box.EndBlock);

    /// <summary>Where the links end that stand right behind a label without a box of its own; its own place if there are none.</summary>
    private int EndOfLinks(Block label)
    {
        var at = label.Index + 1;
        while (at < _scene.Count && _scene.Page.Blocks[at] is { LinkDensity: > 0.6, Words: <= LongestLine }) at++;
        return at > label.Index + 1 ? at : label.Index;
    }

    private bool IsFurniture(Box box)
    {
        if (_known.TryGetValue(box, out var known)) return known;
        var opening = _scene.Page.Blocks.Skip(box.FirstBlock).Take(Math.Min(MostBlocks, box.EndBlock - box.FirstBlock)).ToList();
        return _known[box] = box.Tag != "figure" && opening.Count > 0 &&
                             (IsLabel(opening[0]) || (box.Own & Names) != Hint.None && (box.LinkDensity >= LinksMostly || opening.Exists(block => IsLabel(block) || IsInvitation(block))));
    }

    /// <summary>The largest box around that fits, holds no paragraph of the article, nor its title, nor much of what was kept.</summary>
    private Box? Outermost(Box from, Func<Box, bool> fits)
    {
        Box? found = null;
        for (Box? box = from; box is not null && !HoldsArticle(box); box = box.Parent)
        {
            if (fits(box)) found = box;
        }

        return found;
    }

    private bool HoldsArticle(Box box) =>
        _scene.TitleBlock >= box.FirstBlock && _scene.TitleBlock < box.EndBlock || _proseBefore[box.EndBlock] > _proseBefore[box.FirstBlock] ||
        _keptBefore[box.EndBlock] - _keptBefore[box.FirstBlock] > _words * LargestBox;

    private static bool IsLabel(Block block) => block.Words <= LongestLabel && FurniturePhrases.IsLabel(block.Text);

    private static bool IsInvitation(Block block) => block.Words <= LongestLine && FurniturePhrases.Invites(block.Text);
}
