using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>What is wrong with how a block is written.</summary>
internal static class BlockCheck
{
    public static readonly string[] Names = ["aside", "original", "pull", "signoff", "spoiler", "update", "video"];

    public static void Check(NewsroomBlock block, Printing printing)
    {
        if (block is UnknownBlock)
        {
            var advice = Nearest.Find(block.Name, Names) is { } near ? $"did you mean ::: {near}?" : "known are " + string.Join(", ", Names);
            printing.Warn(block.Line, $"::: {block.Name} is not a block that is known here: {advice}");
        }

        if (!block.IsEnded)
            printing.Warn(block.Line, $"::: {block.Name} is never ended and holds the rest of the text: write a line of ::: after its last line");
    }
}
