using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>The blocks kept of a page.</summary>
internal sealed record Choice(IReadOnlyList<Block> Kept, IReadOnlyList<double> Judged)
{
    /// <summary>
    /// Keeps the blocks that are surest to belong, as many as make the expected F1 in words largest: where the judgement is sure, that
    /// is those above a half; on pages of doubtful kinds it takes more, so that they do not come out empty.
    /// </summary>
    public static Choice Of(Scene scene)
    {
        var judged = Forest.Learned.Judge(scene);
        var expected = scene.Page.Blocks.Sum(block => block.Words * judged[block.Index]);
        double words = 0, right = 0, best = 0, least = 1;
        foreach (var block in scene.Page.Blocks.OrderByDescending(block => judged[block.Index]))
        {
            words += block.Words;
            right += block.Words * judged[block.Index];
            if (2 * right / (words + expected) is var f1 && f1 <= best) continue;
            best = f1;
            least = judged[block.Index];
        }

        return new(scene.Page.Blocks.Where(block => judged[block.Index] >= least).ToList(), judged);
    }
}
