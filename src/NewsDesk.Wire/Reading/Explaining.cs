using System.Globalization;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Choosing;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading;

/// <summary>Puts the reader's decisions into words.</summary>
internal static class Explaining
{
    public static Explanation Tell(ReadArticle article, Scene scene, Choice choice, IReadOnlyList<Block> kept)
    {
        var isKept = kept.ToHashSet();
        return new(article, kept.Count == 0 ? "nothing was kept" : Container(scene, kept), [.. scene.Page.Blocks.Select(block =>
            new Explanation.Judged(isKept.Contains(block), choice.Judged[block.Index], Place(block.Box), block.Text))]);
    }

    private static string Container(Scene scene, IReadOnlyList<Block> kept)
    {
        var words = kept.Sum(block => block.Words);
        var keptBefore = new int[scene.Count + 1];
        foreach (var block in kept) keptBefore[block.Index + 1] = block.Words;
        for (var i = 1; i < keptBefore.Length; i++) keptBefore[i] += keptBefore[i - 1];

        // The innermost box that holds nearly all that was kept; a stray caption may stand outside.
        var box = scene.Page.Boxes.Where(box => keptBefore[box.EndBlock] - keptBefore[box.FirstBlock] >= words * 0.9).MaxBy(box => box.Depth)!;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Place(box)}: holds {box.Words} words, {box.ProseWords} of them in {box.Paragraphs} paragraphs of prose, {box.LinkDensity:P0} in links; {kept.Count} of its blocks were kept");
    }

    private static string Place(Box box)
    {
        var names = new List<string>();
        for (Box? at = box; at is not null && names.Count < 4; at = at.Parent) names.Insert(0, Name(at));
        return string.Join(" > ", names);
    }

    private static string Name(Box box)
    {
        var (id, first) = (box.Element.Id, box.Element.ClassList is { Length: > 0 } classes ? classes[0] : null);
        return box.Element.LocalName + (string.IsNullOrEmpty(id) ? "" : "#" + id) + (first is null ? "" : "." + first);
    }
}
