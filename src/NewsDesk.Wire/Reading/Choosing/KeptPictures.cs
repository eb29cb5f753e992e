using System.Globalization;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Finds the pictures that belong to the kept text: those that stand between its blocks or right above its first.</summary>
internal static class KeptPictures
{
    private const Hint Furniture = Hint.Related | Hint.Share | Hint.Advert | Hint.Author | Hint.Navigation | Hint.Comments | Hint.Footer | Hint.Promotion | Hint.Dialog;

    /// <summary>In pixels; smaller ones are icons, faces and trackers.</summary>
    private const int Smallest = 64;

    public static IEnumerable<IElement> Of(Scene scene, IReadOnlyList<Block> kept)
    {
        var isKept = new bool[scene.Count + 1];
        foreach (var block in kept) isKept[block.Index] = true;
        var (first, last) = (kept[0].Index, kept[^1].Index);
        foreach (var (element, box, before) in scene.Page.Pictures)
        {
            if (before < first - 2 || before > last + 1 || IsSmall(element, "width") || IsSmall(element, "height")) continue;
            if (HintsOf(box, kept, scene) is var hints && (hints & Furniture) != Hint.None) continue;
            var beside = before < scene.Count && isKept[before] || before > 0 && isKept[before - 1];
            var within = before > first && before <= last;
            if (beside || within && NearKept(isKept, before)) yield return element;
        }
    }

    private static bool NearKept(bool[] isKept, int before)
    {
        for (var at = Math.Max(0, before - 3); at <= Math.Min(isKept.Length - 1, before + 2); at++)
        {
            if (isKept[at]) return true;
        }

        return false;
    }

    /// <summary>Hints of the boxes around a picture that are smaller than the article.</summary>
    private static Hint HintsOf(Box box, IReadOnlyList<Block> kept, Scene scene)
    {
        var hints = Hint.None;
        for (Box? at = box; at is not null && at != scene.Root && !(at.FirstBlock <= kept[0].Index && at.EndBlock > kept[^1].Index); at = at.Parent) hints |= at.Own;
        return hints;
    }

    private static bool IsSmall(IElement picture, string side) =>
        int.TryParse(picture.GetAttribute(side), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels) && pixels < Smallest;
}
